import { lowerIncompleteGamma, upperIncompleteGamma } from './incomplete-gamma.ts';

/** P(X >= count) for X ~ Poisson(mean); exact through P(count, mean). `count` an integer, `mean` >= 0. */
export function poissonUpperTail(count: number, mean: number): number {
  if (count <= 0) return 1;
  return mean === 0 ? 0 : lowerIncompleteGamma(count, mean);
}

/** P(X <= count) for X ~ Poisson(mean); exact through Q(count + 1, mean). `count` an integer, `mean` >= 0. */
export function poissonLowerTail(count: number, mean: number): number {
  if (count < 0) return 0;
  return mean === 0 ? 1 : upperIncompleteGamma(count + 1, mean);
}
