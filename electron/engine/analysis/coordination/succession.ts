import type { Rng } from '../../rng.ts';
import { drawWithout, resamplingP } from '../statistics/resampling.ts';

export interface SuccessionInput {
  /** Accounts of the group that stopped, and when. */
  readonly stops: readonly AccountEvent[];
  /** Accounts of the group that started or surged, and when; an account may do so several times. */
  readonly onsets: readonly AccountEvent[];
  /** Longest time from a stop to the onset that takes over. */
  readonly withinUs: number;
  /** When accounts of the whole cohort stopped, the group's own among them: what stop times are drawn from. */
  readonly cohortStopsUs: ArrayLike<number>;
  /** Whether two accounts' work is alike (skeleton cosine above 0.8, say); symmetric, asked for pairs close in time. */
  readonly alike: (one: number, other: number) => boolean;
}

export interface AccountEvent {
  readonly account: number;
  readonly timeUs: number;
}

export interface Succession {
  /** Each stop with the first alike onset that followed in time. */
  readonly handOvers: readonly HandOver[];
  /** Stops that were followed so, and what random stop times give on average. */
  readonly followed: number;
  readonly expected: number;
  /** followed / expected; infinite where random stop times never are. */
  readonly lift: number;
  readonly p: number;
  /** Accounts of the longest chain of hand-overs; 0 without any. */
  readonly chainLength: number;
}

export interface HandOver {
  readonly from: number;
  readonly to: number;
  readonly stopUs: number;
  readonly onsetUs: number;
}

const DRAWS = 499;

/**
 * Whether stopped accounts are replaced by alike ones shortly after (S17). The null gives the group's stops times
 * drawn from all stops of the cohort without replacement, so that waves of blocking, which stop strangers too, are no
 * evidence. O(draws * stops * onsets within the time).
 */
export function succession(input: SuccessionInput, rng: Rng): Succession {
  const onsets = [...input.onsets].sort(
    (one, other) => one.timeUs - other.timeUs || one.account - other.account,
  );
  const stops = [...input.stops].sort(
    (one, other) => one.timeUs - other.timeUs || one.account - other.account,
  );
  const alike = remember(input.alike);
  const follower = (account: number, stopUs: number): AccountEvent | undefined => {
    for (let at = firstAfter(onsets, stopUs); at < onsets.length; at++) {
      const onset = onsets[at];
      if (onset.timeUs > stopUs + input.withinUs) return undefined;
      if (onset.account !== account && alike(account, onset.account)) return onset;
    }
    return undefined;
  };
  const handOvers: HandOver[] = [];
  for (const { account, timeUs } of stops) {
    const onset = follower(account, timeUs);
    if (onset) handOvers.push({ from: account, to: onset.account, stopUs: timeUs, onsetUs: onset.timeUs });
  }
  const { cohortStopsUs } = input;
  let asMany = 0;
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = drawWithout(cohortStopsUs.length, stops.length, rng);
    let followed = 0;
    stops.forEach(({ account }, k) => {
      if (follower(account, cohortStopsUs[drawn[k]])) followed++;
    });
    sum += followed;
    if (followed >= handOvers.length) asMany++;
  }
  const expected = sum / DRAWS;
  return {
    handOvers,
    followed: handOvers.length,
    expected,
    lift: handOvers.length === 0 ? 0 : handOvers.length / expected,
    p: resamplingP(asMany, DRAWS),
    chainLength: longestChain(handOvers),
  };
}

/** Index of the first event after a time. */
function firstAfter(events: readonly AccountEvent[], timeUs: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (events[middle].timeUs <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function remember(alike: (one: number, other: number) => boolean): (one: number, other: number) => boolean {
  const known = new Map<number, Map<number, boolean>>();
  return (one, other) => {
    const low = Math.min(one, other);
    const high = Math.max(one, other);
    let row = known.get(low);
    if (!row) {
      row = new Map();
      known.set(low, row);
    }
    let answer = row.get(high);
    if (answer === undefined) {
      answer = alike(low, high);
      row.set(high, answer);
    }
    return answer;
  };
}

/** Hand-overs ascend by stop time; a chain goes on where the account taken over to stops later than it began. */
function longestChain(handOvers: readonly HandOver[]): number {
  /** For each account taken over to: when, and the accounts of the longest chain up to it. */
  const reached = new Map<number, { onsetUs: number; length: number }[]>();
  let longest = 0;
  for (const { from, to, stopUs, onsetUs } of handOvers) {
    let length = 2;
    for (const before of reached.get(from) ?? []) {
      if (before.onsetUs < stopUs) length = Math.max(length, before.length + 1);
    }
    const list = reached.get(to);
    if (list) list.push({ onsetUs, length });
    else reached.set(to, [{ onsetUs, length }]);
    longest = Math.max(longest, length);
  }
  return longest;
}
