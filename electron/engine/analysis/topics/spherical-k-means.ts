import { TopicRandom } from './topic-random.ts';

const ROUNDS = 15;
/** Texts among which the starting points are chosen. */
const START_TEXTS = 4_000;

/** Texts as unit vectors over terms: text i has terms[from[i] .. from[i + 1]] with `values`. */
export interface SparseTexts {
  readonly from: Uint32Array;
  readonly terms: Uint32Array;
  readonly values: Float32Array;
}

/** Directions of k clusters: centre c weighs term t by weights[t * k + c]. */
export interface Centres {
  readonly k: number;
  readonly weights: Float32Array;
}

/**
 * Clusters unit vectors by cosine: k-means++ starting points drawn from the first texts, then up to ROUNDS rounds
 * of assigning and averaging; a cluster that has lost all texts starts again at the text that fits worst. Seeded
 * by a constant: the same texts give the same centres. O(rounds * k * terms of all texts).
 */
export function clusterTexts(texts: SparseTexts, termCount: number, k: number): Centres {
  const n = texts.from.length - 1;
  const centres: Centres = { k, weights: new Float32Array(termCount * k) };
  startCentres(texts, centres, Math.min(n, START_TEXTS));
  const nearest = new Int32Array(n).fill(-1);
  const fit = new Float32Array(n);
  const scores = new Float64Array(k);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let i = 0; i < n; i++) {
      const best = nearestCentre(texts, i, centres, scores);
      fit[i] = best < 0 ? 1 : scores[best];
      if (best !== nearest[i]) moved++;
      nearest[i] = best;
    }
    if (moved * 1_000 < n) break;
    average(texts, nearest, fit, centres);
  }
  return centres;
}

/** Index of the centre nearest to text i, -1 for a text without terms; ties go to the lower index. */
export function nearestCentre(texts: SparseTexts, i: number, centres: Centres, scores: Float64Array): number {
  const { k, weights } = centres;
  const [from, to] = [texts.from[i], texts.from[i + 1]];
  if (from === to) return -1;
  scores.fill(0);
  for (let at = from; at < to; at++) {
    const row = texts.terms[at] * k;
    const value = texts.values[at];
    for (let c = 0; c < k; c++) scores[c] += value * weights[row + c];
  }
  let best = 0;
  for (let c = 1; c < k; c++) if (scores[c] > scores[best]) best = c;
  return best;
}

function startCentres(texts: SparseTexts, centres: Centres, n: number): void {
  const random = new TopicRandom();
  const distance = new Float64Array(n).fill(1);
  for (let i = 0; i < n; i++) if (texts.from[i] === texts.from[i + 1]) distance[i] = 0;
  for (let c = 0; c < centres.k; c++) {
    let total = 0;
    for (const d of distance) total += d * d;
    let left = random.next() * total;
    let chosen = 0;
    for (; chosen < n - 1; chosen++) {
      left -= distance[chosen] * distance[chosen];
      if (left < 0) break;
    }
    setCentre(texts, chosen, centres, c);
    for (let i = 0; i < n; i++) {
      let dot = 0;
      for (let at = texts.from[i]; at < texts.from[i + 1]; at++) {
        dot += texts.values[at] * centres.weights[texts.terms[at] * centres.k + c];
      }
      if (1 - dot < distance[i]) distance[i] = Math.max(0, 1 - dot);
    }
  }
}

function setCentre(texts: SparseTexts, i: number, { k, weights }: Centres, c: number): void {
  for (let at = texts.from[i]; at < texts.from[i + 1]; at++)
    weights[texts.terms[at] * k + c] = texts.values[at];
}

function average(texts: SparseTexts, nearest: Int32Array, fit: Float32Array, centres: Centres): void {
  const { k, weights } = centres;
  weights.fill(0);
  const sizes = new Uint32Array(k);
  for (let i = 0; i < nearest.length; i++) {
    const c = nearest[i];
    if (c < 0) continue;
    sizes[c]++;
    for (let at = texts.from[i]; at < texts.from[i + 1]; at++) {
      weights[texts.terms[at] * k + c] += texts.values[at];
    }
  }
  for (let c = 0; c < k; c++) {
    if (sizes[c] > 0) continue;
    let worst = 0;
    for (let i = 1; i < fit.length; i++) if (fit[i] < fit[worst]) worst = i;
    fit[worst] = 1;
    setCentre(texts, worst, centres, c);
  }
  const norms = new Float64Array(k);
  for (let at = 0; at < weights.length; at++) norms[at % k] += weights[at] * weights[at];
  for (let at = 0; at < weights.length; at++) {
    const norm = norms[at % k];
    if (norm > 0) weights[at] /= Math.sqrt(norm);
  }
}
