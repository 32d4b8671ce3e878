import type { Dataset } from '../../../engine/analysis/dataset.ts';
import { Rng } from '../../../engine/rng.ts';

const DIMENSIONS = 48;
const REFERENCE = 150;
const WINDOW = 50;

/**
 * How far each account's prompts lie from everybody's: unbiased MMD^2 (RBF kernel, median bandwidth) between up to 50
 * prompts of the account and 150 of all requests, over hashed words. [accounts] values about 0 or above; 0 for
 * accounts of fewer than two prompts. Deterministic for a seed.
 */
export function mmdScores(data: Dataset, texts: readonly string[], seed = 1): Float64Array {
  const rng = new Rng(seed);
  const vectors = new Map<number, Float32Array>();
  const vectorOf = (row: number): Float32Array => {
    const code = data.prompt[row]!;
    const known = vectors.get(code) ?? hashedWords(texts[code - 1] ?? '');
    vectors.set(code, known);
    return known;
  };
  const reference = Array.from({ length: REFERENCE }, () => vectorOf(rng.int(0, data.rows - 1)));
  const distances = reference.slice(1).map((vector, at) => squaredDistance(vector, reference[at]!));
  const bandwidth = distances.sort((one, other) => one - other)[distances.length >> 1]! || 1;
  const kernel = (one: Float32Array, other: Float32Array) =>
    Math.exp(-squaredDistance(one, other) / bandwidth);
  const within = meanOfPairs(reference, kernel);
  return Float64Array.from(data.accounts, (_, account) => {
    const n = data.from[account + 1]! - data.from[account]!;
    if (n < 2) return 0;
    const rows = Array.from({ length: Math.min(n, WINDOW) }, (_, at) =>
      vectorOf(data.from[account]! + (n <= WINDOW ? at : rng.int(0, n - 1))),
    );
    let across = 0;
    for (const row of rows) for (const other of reference) across += kernel(row, other);
    return within + meanOfPairs(rows, kernel) - (2 * across) / (rows.length * reference.length);
  });
}

function meanOfPairs<T>(list: readonly T[], value: (one: T, other: T) => number): number {
  let sum = 0;
  for (let one = 0; one < list.length; one++) {
    for (let other = 0; other < one; other++) sum += value(list[one]!, list[other]!);
  }
  return (2 * sum) / (list.length * (list.length - 1));
}

/** Words counted in hashed places, scaled to length 1. */
function hashedWords(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    vector[(hash >>> 8) % DIMENSIONS]! += 1;
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / (length || 1));
}

function squaredDistance(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at++) sum += (one[at]! - other[at]!) ** 2;
  return sum;
}
