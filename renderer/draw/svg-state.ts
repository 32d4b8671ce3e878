/** a, b, c, d, e, f of a canvas's matrix. */
export type Matrix = readonly [number, number, number, number, number, number];

/** What a canvas context saves and restores. */
export interface SvgState {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineJoin: string;
  lineCap: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  readonly dash: readonly number[];
  readonly matrix: Matrix;
  /** Id of the clip path in force; empty for none. */
  readonly clip: string;
}

export const START: SvgState = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineJoin: 'miter',
  lineCap: 'butt',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  dash: [],
  matrix: [1, 0, 0, 1, 0, 0],
  clip: '',
};

/** A matrix with another applied before it. */
export function multiplied([A, B, C, D, E, F]: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

/** A point under a matrix, as paths have it. */
export function pointUnder([a, b, c, d, e, f]: Matrix, x: number, y: number): string {
  return `${round(a * x + c * y + e)} ${round(b * x + d * y + f)}`;
}

/** Hundredths of a pixel are finer than any eye. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
