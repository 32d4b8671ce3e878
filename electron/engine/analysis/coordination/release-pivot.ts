import type { Rng } from '../../rng.ts';
import { drawWithout, resamplingP } from '../statistics/resampling.ts';

/** Requests of accounts before and after a release: all, and those to the new model. One entry an account. */
export interface ModelShift {
  readonly before: ArrayLike<number>;
  readonly beforeNew: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  readonly afterNew: ArrayLike<number>;
}

export interface ReleasePivot {
  /** Mean rise of the new model's share in the group, and in the cohort; in [-1, 1]. */
  readonly groupRise: number;
  readonly cohortRise: number;
  /** groupRise - cohortRise. */
  readonly effect: number;
  /** Share of random groups of cohort accounts, as large, that rise as much. */
  readonly p: number;
  /** Accounts with enough requests on both sides. */
  readonly accounts: number;
  readonly cohort: number;
}

const DRAWS = 999;
/** Below, a share is too coarse to compare. */
const LEAST_REQUESTS = 20;

/**
 * Whether a group turns to a newly released model more than its cohort does (S11): difference in differences of the
 * new model's share, accounts weighing the same. The p-value takes cohort accounts as placebos (randomisation
 * inference, Abadie, Diamond and Hainmueller 2010), since everybody shifts on release day and accounts, not requests,
 * are the independent units. For a single account p is its rank in the cohort. `cohort` excludes the group; undefined
 * where the group has no account with 20 requests on both sides, or the cohort fewer than the group or than ten.
 */
export function releasePivot(group: ModelShift, cohort: ModelShift, rng: Rng): ReleasePivot | undefined {
  const own = risesOf(group);
  const others = risesOf(cohort);
  if (own.length === 0 || others.length < Math.max(10, own.length)) return undefined;
  const groupRise = meanOf(own);
  const cohortRise = meanOf(others);
  // The group itself is among what could have been drawn: placebo groups come from both together.
  const all = [...own, ...others];
  let asHigh = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    let sum = 0;
    for (const at of drawWithout(all.length, own.length, rng)) sum += all[at];
    if (sum / own.length >= groupRise - 1e-12) asHigh++;
  }
  return {
    groupRise,
    cohortRise,
    effect: groupRise - cohortRise,
    p: resamplingP(asHigh, DRAWS),
    accounts: own.length,
    cohort: others.length,
  };
}

function risesOf({ before, beforeNew, after, afterNew }: ModelShift): number[] {
  const rises: number[] = [];
  for (let i = 0; i < before.length; i++) {
    if (before[i] < LEAST_REQUESTS || after[i] < LEAST_REQUESTS) continue;
    rises.push(afterNew[i] / after[i] - beforeNew[i] / before[i]);
  }
  return rises;
}

function meanOf(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}
