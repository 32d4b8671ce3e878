import { quantileOf } from '../statistics/percentile.ts';
import { drawWithout, resamplingP } from '../statistics/resampling.ts';
import type { CoverageReader, Missed } from './cells.ts';
import { groupsLike } from './groups-like.ts';
import { operatorRng } from './operator-rng.ts';
import type { SignalContext } from './signal.ts';

/** Random unions drawn for an operator. */
export const UNION_DRAWS = 511;
/** Ends of the band that the middle 90 % lie in, as shares. */
export const BAND: readonly number[] = [0.05, 0.95];
/** More members than this are represented by so many of them. */
const MOST_MEMBERS = 64;

/** What an operator's accounts cover together, among random unions of as many accounts. */
export interface UnionBreadth {
  /** Cells expected when 50 requests are drawn from each account. */
  readonly cells: number;
  /** 5th and 95th percentile of the random unions. */
  readonly low: number;
  readonly high: number;
  /** Random unions with at least, and with at most, as many cells. */
  readonly asBroad: number;
  readonly asNarrow: number;
  /** Of so broad a union. */
  readonly p: number;
}

/**
 * The cells of a union of accounts against unions of others drawn one for one from the members' cohorts, each account
 * at 50 requests; `missed` has what each account covers at that. Undefined where fewer than two members have 50, or
 * the cohorts are too small to draw from.
 */
export function unionBreadth(
  context: SignalContext,
  members: Uint32Array,
  reader: CoverageReader,
  missed: readonly (Missed | undefined)[],
): UnionBreadth | undefined {
  const rng = operatorRng(context, 'S6', members);
  const usable = members.filter((a) => missed[a] !== undefined);
  if (usable.length < 2) return undefined;
  const taken =
    usable.length <= MOST_MEMBERS
      ? usable
      : Uint32Array.from(drawWithout(usable.length, MOST_MEMBERS, rng), (at) => usable[at]);
  const draw = groupsLike(context, members, taken, (a) => missed[a] !== undefined, rng);
  if (!draw) return undefined;
  const unionOf = (accounts: Uint32Array) =>
    reader.union(Array.from(accounts, (a) => missed[a]).filter((found) => found !== undefined));
  const cells = unionOf(taken);
  const random = Float64Array.from({ length: UNION_DRAWS }, () => unionOf(draw())).sort();
  const asBroad = random.filter((drawn) => drawn >= cells).length;
  return {
    cells,
    low: quantileOf(random, BAND[0]),
    high: quantileOf(random, BAND[1]),
    asBroad,
    asNarrow: random.filter((drawn) => drawn <= cells).length,
    p: resamplingP(asBroad, UNION_DRAWS),
  };
}
