import type { TextPairs } from './text-pairs.ts';

/** How many texts stand for a cluster where reading all would not tell more. */
export const SAMPLE = 40;
/** Pairs in fewer of a cluster's texts are slot contents. */
const LEAST_SHARE = 0.08;

/** A cluster of texts by the pairs they share. */
export interface Profile {
  readonly texts: number;
  /** Up to SAMPLE of its texts, ascending. */
  readonly sample: readonly number[];
  /** Ascending. */
  readonly pairs: Uint32Array;
  /** Share of the cluster's texts that hold each pair, 0 to 1. */
  readonly shares: Float32Array;
}

/** The profile of a cluster of `texts` texts from a sample of them; one seen in a single text only is dropped. */
export function profileOf(store: TextPairs, texts: number, sample: readonly number[]): Profile {
  const held: number[] = [];
  for (const text of sample) {
    const to = store.to(text);
    for (let i = store.from(text); i < to; i++) held.push(store.pairAt(i));
  }
  const sorted = Uint32Array.from(held).sort();
  const pairs: number[] = [];
  const shares: number[] = [];
  const least = Math.max(2, LEAST_SHARE * sample.length);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from < least) continue;
    pairs.push(sorted[from]);
    shares.push((to - from) / sample.length);
  }
  return { texts, sample, pairs: Uint32Array.from(pairs), shares: Float32Array.from(shares) };
}

/** The profile of two clusters together. */
export function mergeProfiles(one: Profile, other: Profile): Profile {
  const texts = one.texts + other.texts;
  const [a, b] = [one.texts / texts, other.texts / texts];
  const pairs: number[] = [];
  const shares: number[] = [];
  forBoth(one, other, (pair, x, y) => {
    const share = a * x + b * y;
    if (share < LEAST_SHARE) return;
    pairs.push(pair);
    shares.push(share);
  });
  const sample = [...one.sample, ...other.sample].sort((x, y) => x - y).slice(0, SAMPLE);
  return { texts, sample, pairs: Uint32Array.from(pairs), shares: Float32Array.from(shares) };
}

/** How much of what two clusters hold they hold alike, by weights of pairs: 0 to 1. */
export function likeness(one: Profile, other: Profile, weights: Float32Array): number {
  let alike = 0;
  let all = 0;
  forBoth(one, other, (pair, x, y) => {
    alike += weights[pair] * Math.min(x, y);
    all += weights[pair] * Math.max(x, y);
  });
  return all === 0 ? 0 : alike / all;
}

function forBoth(one: Profile, other: Profile, see: (pair: number, x: number, y: number) => void): void {
  let i = 0;
  let j = 0;
  while (i < one.pairs.length || j < other.pairs.length) {
    const p = i < one.pairs.length ? one.pairs[i] : Number.POSITIVE_INFINITY;
    const q = j < other.pairs.length ? other.pairs[j] : Number.POSITIVE_INFINITY;
    if (p === q) see(p, one.shares[i++], other.shares[j++]);
    else if (p < q) see(p, one.shares[i++], 0);
    else see(q, 0, other.shares[j++]);
  }
}
