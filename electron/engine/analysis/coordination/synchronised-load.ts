import type { Rng } from '../../rng.ts';
import { drawWithout, sequentialP, shuffleInPlace } from '../statistics/resampling.ts';
import { DAY_US } from './bin-counts.ts';
import { meanCorrelation, withoutRhythm } from './rhythm.ts';

export interface SynchronisedLoad {
  /** Mean Pearson correlation over pairs of accounts, rhythm and cohort factor removed. */
  readonly meanCorrelation: number;
  /** The larger of the two tests' p-values. */
  readonly p: number;
  /** Against the same accounts with their days in other orders. */
  readonly pDays: number;
  /** Against random groups of the group and its cohort; undefined with fewer than 20 reference accounts. */
  readonly pGroups: number | undefined;
  /** Accounts of the group and of the cohort that vary beside their rhythm. */
  readonly accounts: number;
  readonly reference: number;
  /** Which rhythm was removed. */
  readonly rhythm: 'hour of week' | 'hour of day';
}

export interface SynchronisedLoadInput {
  /** Requests of each account in each bin; bins begin at one midnight, and a day is a whole number of them. */
  readonly counts: readonly ArrayLike<number>[];
  readonly binUs: number;
  /** Series of unrelated accounts of the cohort over the same bins; may be empty. */
  readonly reference: readonly ArrayLike<number>[];
}

const LEAST_DAYS = 4;
/** From this many days on weekdays are told apart; below, a slot would have a single week to be averaged over. */
const DAYS_FOR_WEEKS = 14;
/** Fine enough that one operator among a hundred can stand out after correction for all of them. */
const MOST_DRAWS = 1999;
/** Above, that many series drawn at random stand for all. */
const MOST_SERIES = 200;
const LEAST_REFERENCE = 20;

/**
 * Whether accounts rise and fall together beyond what hours and the cohort explain (S14). From each series the mean
 * of its hour of week (below two weeks, of its day) and its regression on the cohort factor, the mean of the
 * reference's series treated alike, are removed; the statistic is the mean correlation over pairs. It must stand out
 * twice: among draws with each account's days in an order of its own (block resampling of days; of one weekday from
 * two weeks on), and among random groups drawn from group and cohort together, each with the factor of the rest, for
 * a factor estimated from few accounts leaves some of what all share. Best run on requests of one shared template:
 * decoy traffic hides it. A common trend over weeks that the cohort lacks counts as synchrony. Undefined for fewer
 * than two varying accounts or four days. O(draws * accounts * bins).
 */
export function synchronisedLoad(input: SynchronisedLoadInput, rng: Rng): SynchronisedLoad | undefined {
  const perDay = Math.round(DAY_US / input.binUs);
  const bins = input.counts.length === 0 ? 0 : input.counts[0].length;
  const days = Math.floor(bins / perDay);
  if (days < LEAST_DAYS) return undefined;
  const period = days >= DAYS_FOR_WEEKS ? 7 : 1;
  const prepare = (series: readonly ArrayLike<number>[]) =>
    (series.length <= MOST_SERIES ? series : rng.sample(series, MOST_SERIES))
      .map((own) => withoutRhythm(own, days * perDay, period * perDay))
      .filter((own) => own !== undefined);
  const group = prepare(input.counts);
  const reference = prepare(input.reference);
  if (group.length < 2) return undefined;
  const factor = reference.length === 0 ? undefined : sumOf(reference);
  const observed = meanCorrelation(group, factor);

  const pDays = sequentialP(MOST_DRAWS, () => {
    const moved = group.map((own) => reorder(own, shuffledDays(days, period, rng), perDay));
    return meanCorrelation(moved, factor) >= observed;
  });
  const pGroups =
    reference.length < LEAST_REFERENCE ? undefined : groupsAsHigh(observed, group, reference, rng);
  return {
    meanCorrelation: observed,
    p: Math.max(pDays, pGroups ?? 0),
    pDays,
    pGroups,
    accounts: group.length,
    reference: reference.length,
    rhythm: period === 7 ? 'hour of week' : 'hour of day',
  };
}

function groupsAsHigh(
  observed: number,
  group: readonly Float64Array[],
  reference: readonly Float64Array[],
  rng: Rng,
): number {
  const all = [...group, ...reference];
  const total = sumOf(all);
  return sequentialP(MOST_DRAWS, () => {
    const drawn = Array.from(drawWithout(all.length, group.length, rng), (at) => all[at]);
    const own = sumOf(drawn);
    const factor = total.map((value, t) => value - own[t]);
    return meanCorrelation(drawn, factor) >= observed;
  });
}

function sumOf(series: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(series[0].length);
  for (const own of series) for (let t = 0; t < sum.length; t++) sum[t] += own[t];
  return sum;
}

function reorder(series: Float64Array, order: Uint32Array, perDay: number): Float64Array {
  const moved = new Float64Array(series.length);
  order.forEach((from, day) => {
    moved.set(series.subarray(from * perDay, (from + 1) * perDay), day * perDay);
  });
  return moved;
}

/** The days in random order, each only in the place of one that lies a multiple of `period` days away. */
function shuffledDays(days: number, period: number, rng: Rng): Uint32Array {
  const order = new Uint32Array(days);
  for (let first = 0; first < period; first++) {
    const own = Uint32Array.from(
      { length: Math.ceil((days - first) / period) },
      (_, k) => first + k * period,
    );
    shuffleInPlace(own, rng);
    own.forEach((day, k) => {
      order[first + k * period] = day;
    });
  }
  return order;
}
