import { upperIncompleteGamma } from './incomplete-gamma.ts';

/** P(Z >= z) of the standard normal; far tails keep their relative precision (half of erfc, as Q(1/2, z^2/2)). */
export function normalSurvival(z: number): number {
  const tail = 0.5 * upperIncompleteGamma(0.5, (z * z) / 2);
  return z >= 0 ? tail : 1 - tail;
}

/** P(Z <= z) of the standard normal. */
export function normalCdf(z: number): number {
  return normalSurvival(-z);
}
