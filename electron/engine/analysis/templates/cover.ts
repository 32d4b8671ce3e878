import { FEWEST_TEXTS } from './limits.ts';
import { firstWeight, isEdge, secondWeight } from './pair-reader.ts';
import type { PairTable } from './pair-table.ts';
import type { TextPairs } from './text-pairs.ts';

/** Own text that begins among the first words stands at the start, whatever the very first word is. */
export const START_PLACE = 3;

/** What some pairs cover of texts, on average over them. */
export interface MeanCover {
  /** Weight of the words that the pairs cover. */
  readonly own: number;
  /** That, as a share of all that the texts share with any others. */
  readonly share: number;
  /** Share of the texts that they cover at the start or the end. */
  readonly edges: number;
}

/** How much of the sampled texts is covered by the pairs that `isOwn` tells. */
export function meanCover(
  sample: readonly number[],
  isOwn: (pair: number) => boolean,
  table: PairTable,
  store: TextPairs,
): MeanCover {
  let own = 0;
  let shared = 0;
  let edges = 0;
  for (const text of sample) {
    let place = 0;
    let lastOwn = -2;
    let lastShared = -2;
    let edge = false;
    const to = store.to(text);
    for (let i = store.from(text); i < to; i++) {
      place += store.gapAt(i);
      const pair = store.pairAt(i);
      if (table.texts[pair] < FEWEST_TEXTS) continue;
      const weights = table.weights[pair];
      const second = secondWeight(weights);
      const both = firstWeight(weights) + second;
      shared += lastShared === place - 1 ? second : both;
      lastShared = place;
      if (!isOwn(pair)) continue;
      own += lastOwn === place - 1 ? second : both;
      lastOwn = place;
      edge ||= place <= START_PLACE || isEdge(weights);
    }
    if (edge) edges++;
  }
  const n = Math.max(1, sample.length);
  return { own: own / n, share: own / Math.max(1, shared), edges: edges / n };
}
