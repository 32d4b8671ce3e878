import type { TextPairs } from './text-pairs.ts';

/** Counts in how many of some texts each pair stands; used again and again without clearing the whole table. */
export class PairCounter {
  private readonly counts: Uint32Array;
  private readonly seen: Uint32Array;
  private seenCount = 0;
  private readonly store: TextPairs;

  constructor(pairs: number, store: TextPairs) {
    this.counts = new Uint32Array(pairs);
    this.seen = new Uint32Array(pairs);
    this.store = store;
  }

  /** Counts these texts alone; returns the pairs that stand in them, good until the next count. */
  count(texts: readonly number[]): Uint32Array {
    const { counts, seen, store } = this;
    for (let k = 0; k < this.seenCount; k++) counts[seen[k]] = 0;
    let count = 0;
    for (const text of texts) {
      const to = store.to(text);
      for (let i = store.from(text); i < to; i++) {
        const pair = store.pairAt(i);
        if (counts[pair]++ === 0) seen[count++] = pair;
      }
    }
    this.seenCount = count;
    return seen.subarray(0, count);
  }

  of(pair: number): number {
    return this.counts[pair];
  }
}
