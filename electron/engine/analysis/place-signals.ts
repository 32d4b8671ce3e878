import type { SignalId, SignalValue } from '../../../shared/contract/analysis.ts';
import type { Signal, SignalContext } from './signals/signal.ts';
import { countBelow, percentileIn } from './statistics/percentile.ts';

/** No single signal of one account weighs more. */
const MOST_BITS = 4;

/**
 * Signals that an account's own requests carry, whoever else there is and whenever it was. The others tell whom an
 * account is tied to or what it did beside others at the same time (S2, S9, S10, S11, S13), which a reference of
 * other accounts and another time cannot answer for; they are compared among the accounts under examination.
 */
const OWN_SIGNALS: ReadonlySet<SignalId> = new Set(['S1', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']);

/** The contexts that accounts are compared in. */
export interface Comparison {
  /** Accounts under examination among themselves. */
  readonly examined: SignalContext;
  /** The same accounts first, with cohorts of the benign reference; undefined where there is none of use. */
  readonly reference:
    | {
        readonly context: SignalContext;
        /** A flag an account under examination: 1 where it has a cohort of the reference. */
        readonly fits: Uint8Array;
        /** Accounts that must carry a signal for a cohort to be compared with. */
        readonly leastMembers: number;
      }
    | undefined;
}

/** One signal of all accounts under examination. */
export interface PlacedSignal {
  readonly values: readonly (SignalValue | undefined)[];
  /** Known values of each cohort's members, ascending: of the cohorts of `examined`, then of those of `reference`. */
  readonly sorted: readonly Float64Array[];
}

/**
 * The values of one signal, each placed among its cohort: one of the benign reference where there is one in which
 * enough accounts carry the signal, else that of the accounts under examination. undefined for a signal of operators
 * alone. Bits say how rare a value is there: -log2 of the share of the cohort at least as far out on the side that
 * tells, against an even split, at most 4; 0 where there is nobody to compare with.
 */
export function placeSignal(signal: Signal, { examined, reference }: Comparison): PlacedSignal | undefined {
  const own = measure(signal, examined);
  if (!own) return undefined;
  const behind = reference && OWN_SIGNALS.has(signal.id) ? measure(signal, reference.context) : undefined;
  const values = examined.data.accounts.map((_, a) => {
    if (reference?.fits[a] && behind && behind.sortedOf(a).length >= reference.leastMembers)
      return behind.place(a);
    return own.place(a);
  });
  const none = reference?.context.cohorts.members.map(() => new Float64Array(0)) ?? [];
  return { values, sorted: [...own.sorted, ...(behind?.sorted ?? none)] };
}

function measure(signal: Signal, context: SignalContext) {
  const found = signal.accounts?.(context);
  if (!found) return undefined;
  const { values, n } = found;
  const { cohorts } = context;
  const sorted = cohorts.members.map((members) =>
    Float64Array.from(members, (a) => values[a])
      .filter((value) => !Number.isNaN(value))
      .sort(),
  );
  const sortedOf = (a: number) => sorted[cohorts.of[a]];
  return { sorted, sortedOf, place };

  function place(a: number): SignalValue | undefined {
    if (Number.isNaN(values[a])) return undefined;
    const cohort = sortedOf(a);
    const percentile = percentileIn(cohort, values[a]);
    const above = 1 + cohort.length - countBelow(cohort, values[a], false);
    const below = 1 + countBelow(cohort, values[a], true);
    const tail = { high: above, low: below, both: 2 * Math.min(above, below) }[signal.direction];
    const bits = cohort.length === 0 ? 0 : -Math.log2(Math.min(1, tail / (cohort.length + 1))) - 1;
    return {
      id: signal.id,
      value: values[a],
      n: n[a],
      cohort: `${cohort.length} accounts: ${cohorts.names[cohorts.of[a]]}`,
      percentile: Number.isNaN(percentile) ? null : 100 * percentile,
      bits: Math.max(-1, Math.min(MOST_BITS, bits)),
      detail: found?.detail(a) ?? '',
    };
  }
}
