import type { TextPairs } from './text-pairs.ts';

/** For some pairs the first texts that hold each, of a list of texts, found in one sweep. */
export class Holders {
  private readonly store: TextPairs;
  private readonly most: number;
  /** 1 + place of each pair asked for in the list of them, else 0. */
  private readonly placeOf: Uint32Array;
  private lists: number[][] = [];

  /** @param pairs their number; `most` texts are kept of each */
  constructor(pairs: number, store: TextPairs, most: number) {
    this.store = store;
    this.most = most;
    this.placeOf = new Uint32Array(pairs);
  }

  read(texts: readonly number[], pairs: readonly number[]): void {
    const { store, most, placeOf } = this;
    const lists = pairs.map((): number[] => []);
    pairs.forEach((pair, k) => {
      placeOf[pair] = k + 1;
    });
    let open = pairs.length;
    for (let t = 0; t < texts.length && open > 0; t++) {
      const to = store.to(texts[t]);
      for (let i = store.from(texts[t]); i < to; i++) {
        const place = placeOf[store.pairAt(i)];
        if (place === 0 || lists[place - 1].length === most) continue;
        if (lists[place - 1].push(texts[t]) === most) open--;
      }
    }
    for (const pair of pairs) placeOf[pair] = 0;
    this.lists = lists;
  }

  /** Texts that hold the pair at place k of the list read last. */
  of(k: number): readonly number[] {
    return this.lists[k];
  }
}
