import { chanceOfNone, type FrequencyCounts } from './frequency-counts.ts';

/**
 * Share of things seen exactly once expected among m of the n observations, drawn without replacement: the sum over
 * observations of the chance, given that it is drawn, that no other of its thing is. In [0, 1]; NaN when m > n or
 * m < 1. Samples of different size can be compared at one m.
 */
export function rarefySingletonShare({ n, sizes, things }: FrequencyCounts, m: number): number {
  if (m > n || m < 1) return Number.NaN;
  let share = 0;
  for (let k = 0; k < sizes.length; k++) {
    share += ((things[k] * sizes[k]) / n) * chanceOfNone(n - 1, sizes[k] - 1, m - 1);
  }
  return share;
}
