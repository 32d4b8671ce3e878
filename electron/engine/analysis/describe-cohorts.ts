import type { SignalId } from '../../../shared/contract/analysis.ts';
import type { Cohort, CohortMember, SignalBand } from '../../../shared/contract/cohorts.ts';
import type { Cohorts } from './cohorts.ts';
import type { FoundCohort } from './output.ts';
import type { Comparison } from './place-signals.ts';
import { quantileOf } from './statistics/percentile.ts';

const ORDER = ['traits', 'own', 'reference'] as const;

/** The values of one signal in each cohort, ascending, in the order of `PlacedSignal.sorted`. */
export interface CohortValues {
  readonly id: SignalId;
  readonly sorted: readonly Float64Array[];
}

/**
 * All cohorts with their bands and accounts: those made of traits first, then those that people named, then those of
 * the reference; within a kind by accounts, then by name. Accounts come by requests, then by id.
 */
export function describeCohorts(
  { examined, reference }: Comparison,
  signals: readonly CohortValues[],
): FoundCohort[] {
  const { data } = reference?.context ?? examined;
  const requestsOf = (a: number) => data.from[a + 1] - data.from[a];
  const own = examined.cohorts;
  const fits = (a: number) => reference?.fits[a] === 1;
  const placed = Array.from(own.of.keys());
  const list = [
    ...describe(own, 0, (a) => !fits(a)),
    ...(reference ? describe(reference.context.cohorts, own.names.length, fits) : []),
  ];
  return list.sort(
    ({ cohort: one }, { cohort: other }) =>
      ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) ||
      other.accounts - one.accounts ||
      (one.name < other.name ? -1 : 1),
  );

  function describe(cohorts: Cohorts, offset: number, isCompared: (a: number) => boolean): FoundCohort[] {
    const placedIn = Map.groupBy(placed, (a) => cohorts.of[a]);
    return cohorts.names.map((name, c) => {
      const members = new Set(cohorts.members[c]);
      const here = placedIn.get(c) ?? [];
      const compared = new Set(here.filter(isCompared));
      // Who is compared with the reference falls back on its own cohort; nobody falls back on the reference.
      const fallback = new Set(cohorts === own ? here.filter((a) => !isCompared(a)) : []);
      const rows = [...new Set([...members, ...compared, ...fallback])].map(
        (a): CohortMember => ({
          account: data.accounts[a],
          requests: requestsOf(a),
          shapes: members.has(a),
          compared: compared.has(a),
          fallback: fallback.has(a),
        }),
      );
      const cohort: Cohort = {
        name,
        kind: cohorts.kinds[c],
        traits: cohorts.traits[c],
        accounts: members.size,
        requests: cohorts.members[c].reduce((sum, a) => sum + requestsOf(a), 0),
        compared: compared.size,
        fallback: fallback.size,
        bands: signals.flatMap(({ id, sorted }) => bandOf(id, sorted[offset + c])),
      };
      return {
        cohort,
        members: rows.sort(
          (one, other) => other.requests - one.requests || (one.account < other.account ? -1 : 1),
        ),
      };
    });
  }
}

/** Straight between ranks; none where no account carries the signal. */
function bandOf(id: SignalId, sorted: Float64Array): SignalBand[] {
  if (sorted.length === 0) return [];
  const at = (share: number) => quantileOf(sorted, share);
  return [
    { id, accounts: sorted.length, p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) },
  ];
}
