import { type CurveBand, EQUAL_N, type RarefiedCurve } from '../../../shared/contract/coverage.ts';
import { countFrequencies, type FrequencyCounts } from '../analysis/coverage/frequency-counts.ts';
import { rarefyHillNumbers, rarefyRichness } from '../analysis/coverage/rarefaction.ts';
import { rarefyCoverage } from '../analysis/coverage/sample-coverage.ts';
import { quantileOf } from '../analysis/statistics/percentile.ts';
import type { TopicCounts } from './topic-reader.ts';

/** Fewer curves make no band. */
const LEAST_CURVES = 10;
const LEAST_SHARE = 0.25;

/** Whole numbers from 1 to n, denser at the beginning, where curves bend: squares of equal steps. */
export function growingSteps(n: number, most: number): Float64Array {
  const steps = new Set<number>();
  for (let k = 1; k <= most; k++) steps.add(Math.max(1, Math.round(n * (k / most) ** 2)));
  return n === 0 ? new Float64Array(0) : Float64Array.from(steps);
}

/** Rarefaction (Hurlbert 1971; Chao et al. 2014) of an account's topics, or of several accounts' together. */
export function rarefiedCurve(account: string | null, counts: TopicCounts, points: number): RarefiedCurve {
  const frequencies = countFrequencies([...counts.of.values()]);
  const m = growingSteps(counts.requests, points);
  return {
    account,
    requests: counts.requests,
    topics: counts.of.size,
    m,
    expected: expectedAt(frequencies, m),
    equal:
      counts.requests < EQUAL_N
        ? null
        : {
            expected: rarefyRichness(frequencies, EQUAL_N).expected,
            hill1: rarefyHillNumbers(frequencies, EQUAL_N).q1,
            coverage: rarefyCoverage(frequencies, EQUAL_N),
          },
  };
}

/** NaN beyond the sample: it is never stretched. */
export function expectedAt(frequencies: FrequencyCounts, m: Float64Array): Float64Array {
  return m.map((at) => rarefyRichness(frequencies, at).expected);
}

/**
 * The middle 90 % of curves given at the same m, NaN beyond their ends. It goes as far as a quarter of them, and ten,
 * reach, and is made of those that do throughout: if its curves changed on the way, their change would be drawn as
 * growth. null where fewer than ten reach at all.
 */
export function bandOf(m: Float64Array, curves: readonly Float64Array[]): CurveBand | null {
  const least = Math.max(LEAST_CURVES, curves.length * LEAST_SHARE);
  const reaching = (k: number) => curves.filter((curve) => !Number.isNaN(curve[k]));
  let last = m.length - 1;
  while (last >= 0 && reaching(last).length < least) last--;
  if (last < 0) return null;
  const kept = reaching(last);
  const columns = Array.from(m.subarray(0, last + 1), (_, k) =>
    Float64Array.from(kept, (curve) => curve[k]).sort(),
  );
  const at = (share: number) => Float64Array.from(columns, (column) => quantileOf(column, share));
  return {
    m: m.slice(0, last + 1),
    low: at(0.05),
    middle: at(0.5),
    high: at(0.95),
    curves: kept.length,
    ofCurves: curves.length,
  };
}

/** The requests of several accounts as those of one. */
export function unionOf(counts: readonly TopicCounts[]): TopicCounts {
  const of = new Map<number, number>();
  let requests = 0;
  let other = 0;
  for (const one of counts) {
    for (const [topic, more] of one.of) of.set(topic, (of.get(topic) ?? 0) + more);
    requests += one.requests;
    other += one.other;
  }
  return { of, requests, other };
}
