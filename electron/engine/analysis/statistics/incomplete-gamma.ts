import { logGamma } from './log-gamma.ts';

const EPSILON = 1e-15;
const MOST_STEPS = 100_000;

/**
 * Regularised lower incomplete gamma function P(a, x), in [0, 1], for a > 0 and x >= 0
 * (Abramowitz and Stegun 6.5.29 below a + 1, else one minus the upper one).
 */
export function lowerIncompleteGamma(a: number, x: number): number {
  check(a, x);
  if (x === 0) return 0;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x) for a > 0 and x >= 0. Small values keep their
 * relative precision: the continued fraction of Abramowitz and Stegun 6.5.31 (Lentz's method) where x >= a + 1.
 */
export function upperIncompleteGamma(a: number, x: number): number {
  check(a, x);
  if (x === 0) return 1;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

function check(a: number, x: number): void {
  if (!(a > 0) || !(x >= 0)) throw new RangeError('the incomplete gamma function needs a > 0 and x >= 0');
}

function scale(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a));
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_STEPS && term > sum * EPSILON; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return Math.min(1, sum * scale(a, x));
}

function fraction(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  let b = x + 1 - a;
  let c = 1 / Number.MIN_VALUE ** 0.5;
  let d = 1 / b;
  let product = d;
  for (let k = 1; k < MOST_STEPS; k++) {
    const factor = -k * (k - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    const step = d * c;
    product *= step;
    if (Math.abs(step - 1) < EPSILON) break;
  }
  return Math.min(1, product * scale(a, x));
}
