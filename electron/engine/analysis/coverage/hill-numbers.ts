import type { FrequencyCounts } from './frequency-counts.ts';

/**
 * Effective numbers of things: of all alike (q = 0, how many), by Shannon (q = 1, how many common ones) and by
 * Simpson (q = 2, how many dominant ones). q0 >= q1 >= q2 >= 1 for n > 0, all 0 for n = 0. Comparable between
 * samples of the same size or coverage only.
 */
export interface HillNumbers {
  readonly q0: number;
  readonly q1: number;
  readonly q2: number;
}

/** Hill numbers of the sample itself. */
export function hillNumbers({ n, seen, sizes, things }: FrequencyCounts): HillNumbers {
  if (n === 0) return { q0: 0, q1: 0, q2: 0 };
  let entropy = 0;
  let simpson = 0;
  for (let k = 0; k < sizes.length; k++) {
    const p = sizes[k] / n;
    entropy -= things[k] * p * Math.log(p);
    simpson += things[k] * p * p;
  }
  return { q0: seen, q1: Math.exp(entropy), q2: 1 / simpson };
}
