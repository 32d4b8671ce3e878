import { DAY_US } from '../coordination/bin-counts.ts';
import { type ModelShift, releasePivot } from '../coordination/release-pivot.ts';
import { pText } from './evidence-words.ts';
import { type ModelRelease, modelReleases } from './model-releases.ts';
import { operatorRng } from './operator-rng.ts';
import { peersOf } from './peers.ts';
import { perContext } from './per-context.ts';
import type { Signal } from './signal.ts';
import { tooShort } from './time-window.ts';
import { counted, percent } from './words.ts';

const BEFORE_US = 7 * DAY_US;
const AFTER_US = 3 * DAY_US;
/** Below, a share is too coarse to compare. */
const LEAST_REQUESTS = 20;

interface Shifts extends ModelShift {
  readonly releases: readonly ModelRelease[];
  readonly after: Uint32Array;
  readonly afterNew: Uint32Array;
}

/** Requests of all accounts in the week before and the 72 hours after each release, summed over releases. */
const shiftsOf = perContext((context): Shifts => {
  const { data } = context;
  const releases = modelReleases(context);
  const count = () => new Uint32Array(data.accounts.length);
  const [before, beforeNew, after, afterNew] = [count(), count(), count(), count()];
  for (const { timeUs: releaseUs, models } of releases) {
    for (let i = 0; i < data.rows; i++) {
      const sinceUs = data.timeUs[i] - releaseUs;
      if (!(sinceUs >= -BEFORE_US && sinceUs < AFTER_US) || data.model.codes[i] === 0) continue;
      const isNew = models.has(data.model.codes[i]);
      const a = data.account[i];
      (sinceUs < 0 ? before : after)[a]++;
      if (isNew) (sinceUs < 0 ? beforeNew : afterNew)[a]++;
    }
  }
  return { releases, before, beforeNew, after, afterNew };
});

export const releasePivotSignal: Signal = {
  id: 'S11',
  title: 'Turn to a new model at its release',
  family: 'timeline',
  measures:
    'Share of requests to a newly released model in the 72 hours after its release, less the mean of the cohort’s other accounts. For an operator: the mean rise of that share against the week before, less the rise in its accounts’ cohorts (difference in differences); p from random groups of both.',
  unit: 'share',
  direction: 'high',
  innocent: [
    'Everybody tries and benchmarks a new model in its first days; evaluation teams do hardly anything else.',
    'A product names no fixed version, so that it moves to the newest model by itself.',
    'A customer waited for the new model, with a migration planned for its release day.',
  ],
  disabled(context) {
    const { data, events } = context;
    const short = tooShort(context, 2);
    if (short) return short;
    if (events.length === 0) return 'The case holds no context events, so no release is known.';
    if (data.model.values.length === 0) return 'The requests do not name their model.';
    return modelReleases(context).length > 0
      ? null
      : 'No context event within the time of the data names the release of a model that requests use.';
  },
  accounts(context) {
    const { cohorts, data } = context;
    const { releases, after, afterNew } = shiftsOf(context);
    const share = Float64Array.from(after, (n, a) => (n < LEAST_REQUESTS ? Number.NaN : afterNew[a] / n));
    const sums = cohorts.members.map((members) => {
      const known = members.filter((a) => !Number.isNaN(share[a]));
      return { accounts: known.length, share: known.reduce((sum, a) => sum + share[a], 0) };
    });
    const others = (a: number) => sums[cohorts.of[a]].accounts - (cohorts.isOutside[a] ? 0 : 1);
    /** The mean of the others; NaN where there are none. */
    const cohortShare = (a: number) =>
      (sums[cohorts.of[a]].share - (cohorts.isOutside[a] ? 0 : share[a])) / others(a);
    const names = [...new Set(releases.flatMap((release) => release.names))].join(', ');
    return {
      values: Float64Array.from(data.accounts, (_, a) => share[a] - cohortShare(a)),
      n: after,
      detail: (a) =>
        `${percent(share[a])} of ${counted(after[a], 'request')} in the 72 hours after the release went to ${names}; on average ${percent(cohortShare(a))} in ${counted(others(a), 'other account')} of the cohort.`,
    };
  },
  test(context, members) {
    const shifts = shiftsOf(context);
    const found = releasePivot(
      pick(shifts, members),
      pick(shifts, peersOf(context, members)),
      operatorRng(context, 'S11', members),
    );
    if (!found) return undefined;
    const names = [...new Set(shifts.releases.flatMap((release) => release.names))].join(', ');
    return {
      value: found.effect,
      n: found.accounts,
      p: found.effect > 0 ? found.p : 1,
      detail: `The share of ${names} rose by ${percent(found.groupRise)} of requests in ${counted(found.accounts, 'account')} and by ${percent(found.cohortRise)} in ${counted(found.cohort, 'account')} of their cohorts; ${pText(found.p)} against random groups.`,
    };
  },
};

function pick({ before, beforeNew, after, afterNew }: ModelShift, accounts: Uint32Array): ModelShift {
  const of = (counts: ArrayLike<number>) => Uint32Array.from(accounts, (a) => counts[a]);
  return { before: of(before), beforeNew: of(beforeNew), after: of(after), afterNew: of(afterNew) };
}
