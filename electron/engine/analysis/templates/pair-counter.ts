import type { TextPairs } from './text-pairs.ts';

/** Counts in how many of some texts each pair stands; used again and again without clearing the whole table. */
export class PairCounter {
  /** Pairs seen in the last texts counted. */
  readonly seen: number[] = [];
  private readonly counts: Uint32Array;
  private readonly store: TextPairs;

  constructor(pairs: number, store: TextPairs) {
    this.counts = new Uint32Array(pairs);
    this.store = store;
  }

  count(texts: readonly number[]): void {
    const { counts, seen, store } = this;
    for (const pair of seen) counts[pair] = 0;
    seen.length = 0;
    for (const text of texts) {
      const to = store.to(text);
      for (let i = store.from(text); i < to; i++)
        if (counts[store.pairAt(i)]++ === 0) seen.push(store.pairAt(i));
    }
  }

  of(pair: number): number {
    return this.counts[pair];
  }
}
