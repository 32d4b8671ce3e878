import { lowerIncompleteGamma, upperIncompleteGamma } from './incomplete-gamma.ts';

/** P(X >= x) for a chi-square variable with that many degrees of freedom (> 0). */
export function chiSquareSurvival(x: number, degrees: number): number {
  return x <= 0 ? 1 : upperIncompleteGamma(degrees / 2, x / 2);
}

/** P(X <= x) for a chi-square variable with that many degrees of freedom (> 0). */
export function chiSquareCdf(x: number, degrees: number): number {
  return x <= 0 ? 0 : lowerIncompleteGamma(degrees / 2, x / 2);
}
