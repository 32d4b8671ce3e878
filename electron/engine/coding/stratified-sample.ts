import type { STRATA } from '../../../shared/records/coding.ts';
import { Rng } from '../rng.ts';

export type Stratum = (typeof STRATA)[number];

export interface DrawnAccount {
  readonly account: string;
  readonly stratum: Stratum;
}

/**
 * A stratified random sample without replacement: half of `size`, rounded up, from the operator, the rest from the
 * others; all of a stratum that has fewer. The order is by chance too. The same frames, in whatever order, and the
 * same seed give the same sample.
 */
export function drawStratified(
  frame: Readonly<Record<Stratum, readonly string[]>>,
  size: number,
  seed: number,
): DrawnAccount[] {
  const rng = new Rng(seed);
  const half = Math.ceil(size / 2);
  const drawn = (stratum: Stratum, count: number): DrawnAccount[] =>
    rng
      .fork(stratum)
      .sample([...frame[stratum]].sort(), count)
      .map((account) => ({ account, stratum }));
  return rng.fork('order').shuffled([...drawn('operator', half), ...drawn('cohort', size - half)]);
}
