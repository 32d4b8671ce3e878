import type { BesideChance } from '../../../shared/contract/coverage.ts';
import { chanceOfNone } from '../analysis/coverage/frequency-counts.ts';
import { quantileOf } from '../analysis/statistics/percentile.ts';
import { resamplingP, shuffleInPlace } from '../analysis/statistics/resampling.ts';
import type { Rng } from '../rng.ts';

/** How requests of some accounts lie over topics. */
export interface TopicTable {
  /** Requests of each account; all above 0. */
  readonly volumes: readonly number[];
  /** Of each topic the accounts that ask about it, with their requests. */
  readonly topics: readonly (readonly { readonly account: number; readonly requests: number }[])[];
}

/** How far accounts keep their topics apart. */
export interface Split {
  /** Topics that one account alone asks about. */
  readonly alone: number;
  /** Topics that two accounts have in common, mean over all pairs of accounts. */
  readonly shared: number;
}

export function splitOf(holders: ArrayLike<number>, accounts: number): Split {
  let alone = 0;
  let pairs = 0;
  for (let t = 0; t < holders.length; t++) {
    if (holders[t] === 1) alone++;
    pairs += (holders[t] * (holders[t] - 1)) / 2;
  }
  return { alone, shared: pairs / ((accounts * (accounts - 1)) / 2) };
}

/**
 * Accounts expected to ask about a topic of k requests, and the chance that one alone does, when all requests are dealt
 * to the accounts at random, each keeping its volume and each topic its requests. Hypergeometric: the sums over i of
 * 1 - C(N - n_i, k) / C(N, k) and of C(n_i, k) / C(N, k).
 */
export function byDealing(volumes: readonly number[], requests: number): { holders: number; alone: number } {
  const n = volumes.reduce((sum, volume) => sum + volume, 0);
  let holders = 0;
  let alone = 0;
  for (const volume of volumes) {
    holders += 1 - chanceOfNone(n, volume, requests);
    // All k lie with this account when none of them is among the others' requests.
    alone += chanceOfNone(n, n - volume, requests);
  }
  return { holders, alone };
}

/** What is seen of a table beside the exact expectations of dealing, as means over topics. */
export interface SplitOverTopics {
  /** Accounts that ask about a topic. */
  readonly holders: { readonly observed: number; readonly expected: number };
  /** Share of topics that one account alone asks about. */
  readonly alone: { readonly observed: number; readonly expected: number };
}

export function splitOverTopics({ volumes, topics }: TopicTable): SplitOverTopics {
  const holders = { observed: 0, expected: 0 };
  const alone = { observed: 0, expected: 0 };
  for (const parts of topics) {
    const dealt = byDealing(
      volumes,
      parts.reduce((sum, { requests }) => sum + requests, 0),
    );
    holders.observed += parts.length / topics.length;
    holders.expected += dealt.holders / topics.length;
    if (parts.length === 1) alone.observed += 1 / topics.length;
    alone.expected += dealt.alone / topics.length;
  }
  return { holders, alone };
}

/**
 * The split beside dealing the same requests to the same accounts at random `draws` times (a permutation test with both
 * margins kept); `alone` is tested for so many or more, `shared` for so few or fewer.
 * @param pause called once a draw. O(draws * requests).
 */
export async function splitBesideChance(
  { volumes, topics }: TopicTable,
  draws: number,
  rng: Rng,
  pause: (draw: number) => Promise<void>,
): Promise<{ alone: BesideChance; shared: BesideChance }> {
  const observed = splitOf(
    topics.map((parts) => parts.length),
    volumes.length,
  );
  const dealt = new Uint32Array(volumes.reduce((sum, volume) => sum + volume, 0));
  let at = 0;
  volumes.forEach((volume, account) => {
    dealt.fill(account, at, at + volume);
    at += volume;
  });
  const sizes = topics.map((parts) => parts.reduce((sum, { requests }) => sum + requests, 0));
  const alone = new Float64Array(draws);
  const shared = new Float64Array(draws);
  const seen = new Uint32Array(volumes.length);
  let epoch = 0;
  for (let draw = 0; draw < draws; draw++) {
    shuffleInPlace(dealt, rng);
    let from = 0;
    const holders = sizes.map((size) => {
      epoch++;
      let count = 0;
      for (const end = from + size; from < end; from++) {
        if (seen[dealt[from]] === epoch) continue;
        seen[dealt[from]] = epoch;
        count++;
      }
      return count;
    });
    const split = splitOf(holders, volumes.length);
    alone[draw] = split.alone;
    shared[draw] = split.shared;
    await pause(draw);
  }
  return {
    alone: beside(observed.alone, alone, (drawn) => drawn >= observed.alone),
    // Equal sums may round apart.
    shared: beside(observed.shared, shared, (drawn) => drawn <= observed.shared + 1e-12),
  };
}

function beside(observed: number, drawn: Float64Array, isAsFar: (drawn: number) => boolean): BesideChance {
  const sorted = drawn.toSorted();
  return {
    observed,
    expected: drawn.reduce((sum, one) => sum + one, 0) / drawn.length,
    low: quantileOf(sorted, 0.05),
    high: quantileOf(sorted, 0.95),
    p: resamplingP(drawn.filter(isAsFar).length, drawn.length),
  };
}
