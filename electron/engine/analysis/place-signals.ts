import type { SignalValue } from '../../../shared/contract/analysis.ts';
import type { Signal, SignalContext } from './signals/signal.ts';
import { countBelow, percentileIn } from './statistics/percentile.ts';

/** No single signal of one account weighs more. */
const MOST_BITS = 4;

/**
 * The values of one signal for all accounts, each placed among its cohort. Bits say how rare it is there: -log2 of
 * the share of the cohort at least as far out on the side that tells, against an even split, at most 4.
 */
export function placeSignal(signal: Signal, context: SignalContext): (SignalValue | undefined)[] {
  const found = signal.accounts?.(context);
  if (!found) return [];
  const { values, n } = found;
  const { cohorts } = context;
  const sorted = cohorts.members.map((members) =>
    Float64Array.from(members, (a) => values[a])
      .filter((value) => !Number.isNaN(value))
      .sort(),
  );
  return context.data.accounts.map((_, a) => {
    if (Number.isNaN(values[a])) return undefined;
    const cohort = sorted[cohorts.of[a]];
    const percentile = percentileIn(cohort, values[a]);
    const above = 1 + cohort.length - countBelow(cohort, values[a], false);
    const below = 1 + countBelow(cohort, values[a], true);
    const tail = { high: above, low: below, both: 2 * Math.min(above, below) }[signal.direction];
    const bits = -Math.log2(Math.min(1, tail / (cohort.length + 1))) - 1;
    return {
      id: signal.id,
      value: values[a],
      n: n[a],
      cohort: `${cohort.length} accounts: ${cohorts.names[cohorts.of[a]]}`,
      percentile: Number.isNaN(percentile) ? null : 100 * percentile,
      bits: Math.max(-1, Math.min(MOST_BITS, bits)),
      detail: found.detail(a),
    };
  });
}
