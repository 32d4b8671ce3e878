import { chanceOfNone, type FrequencyCounts } from './frequency-counts.ts';
import { type HillNumbers, hillNumbers } from './hill-numbers.ts';
import { estimateRichness } from './richness-estimate.ts';

/** Two-sided 95 %. */
const Z = 1.959964;

export interface RarefiedRichness {
  /** Expected number of different things among m. */
  readonly expected: number;
  /** 95 % interval for other samples of size m from the same source; at least [0, expected]. */
  readonly low: number;
  readonly high: number;
}

/**
 * Number of different things expected when m of the n observations are drawn without replacement (Hurlbert 1971),
 * with the unconditional variance of Colwell et al. 2012, eq. 5. NaN when m > n: a sample is never stretched.
 */
export function rarefyRichness(counts: FrequencyCounts, m: number): RarefiedRichness {
  const { n, sizes, things } = counts;
  if (m > n) return { expected: Number.NaN, low: Number.NaN, high: Number.NaN };
  let expected = 0;
  let squares = 0;
  for (let k = 0; k < sizes.length; k++) {
    const seen = 1 - chanceOfNone(n, sizes[k], m);
    expected += things[k] * seen;
    squares += things[k] * seen * seen;
  }
  const total = estimateRichness(counts).chao1;
  const variance = total > 0 ? Math.max(0, squares - (expected * expected) / total) : 0;
  const half = Z * Math.sqrt(variance);
  return { expected, low: Math.max(0, expected - half), high: Math.min(m, expected + half) };
}

/**
 * Hill numbers expected among m of the n observations (Chao et al. 2014, Ecol. Monogr. 84:45-67, table 1): q = 1
 * by the expected frequency counts of the smaller sample, q = 2 in closed form. NaN when m > n, zeros when m = 0.
 * O(different counts * m).
 */
export function rarefyHillNumbers(counts: FrequencyCounts, m: number): HillNumbers {
  const { n, sizes, things } = counts;
  if (m > n) return { q0: Number.NaN, q1: Number.NaN, q2: Number.NaN };
  if (m === 0) return { q0: 0, q1: 0, q2: 0 };
  if (m === n) return hillNumbers(counts);
  let richness = 0;
  let entropy = 0;
  let pairs = 0;
  for (let k = 0; k < sizes.length; k++) {
    const size = sizes[k];
    pairs += things[k] * size * (size - 1);
    const chances = drawChances(n, size, m);
    let own = 0;
    for (let drawn = 1; drawn < chances.length; drawn++) {
      own -= (drawn / m) * Math.log(drawn / m) * chances[drawn];
    }
    entropy += things[k] * own;
    richness += things[k] * (1 - chances[0]);
  }
  const simpson = 1 / m + (n > 1 ? ((m - 1) / m) * (pairs / (n * (n - 1))) : 0);
  return { q0: richness, q1: Math.exp(entropy), q2: 1 / simpson };
}

/** Hypergeometric: chance that j of `size` marked among n are in m drawn; index j from 0 to min(size, m). */
function drawChances(n: number, size: number, m: number): Float64Array {
  const most = Math.min(size, m);
  const least = Math.max(0, size + m - n);
  const chances = new Float64Array(most + 1);
  // Outwards from the mode by ratios, normed at the end, so that nothing underflows where it matters.
  const mode = Math.min(most, Math.max(least, Math.floor(((size + 1) * (m + 1)) / (n + 2))));
  chances[mode] = 1;
  for (let j = mode; j < most; j++) {
    chances[j + 1] = (chances[j] * ((size - j) * (m - j))) / ((j + 1) * (n - size - m + j + 1));
  }
  for (let j = mode; j > least; j--) {
    chances[j - 1] = (chances[j] * (j * (n - size - m + j))) / ((size - j + 1) * (m - j + 1));
  }
  let total = 0;
  for (const chance of chances) total += chance;
  return chances.map((chance) => chance / total);
}
