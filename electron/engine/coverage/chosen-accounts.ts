import { type CoverageOf, MOST_ACCOUNTS, type TopicBasis } from '../../../shared/contract/coverage.ts';
import { type AccountTotal, accountId, allTotals, totalsOf } from '../accounts/totals.ts';
import { readOperator, readScores } from '../analysis/results.ts';
import type { Database } from '../case/database.ts';
import { referenceAccounts } from '../cohorts/reference-accounts.ts';
import { MatchingRequests } from '../filters/matching-requests.ts';
import { MatchingTopics } from './matching-topics.ts';
import { type TopicCounts, TopicReader, type Topics } from './topic-reader.ts';

/** Whose requests are looked at, and which of them. */
export interface AskedCoverage {
  readonly of: Exclude<CoverageOf, { filter: unknown }> | MatchingRequests;
  /** What the filter in force leaves. */
  readonly left?: MatchingRequests | undefined;
  /** Accounts that the filter does not leave are looked at too. */
  readonly outside?: boolean | undefined;
}

export interface ChosenAccounts {
  /** By requests, most first, then by id. */
  readonly accounts: readonly AccountTotal[];
  readonly ofAccounts: number;
  readonly unknown: number;
  readonly ranked: TopicBasis['ranked'];
  readonly matching: TopicBasis['matching'];
}

/**
 * The accounts asked for that the case holds, under a filter those that match.
 * @throws StillwatchError NOT_FOUND for an unknown operator
 */
export function chosenAccounts(db: Database, { of, left, outside = false }: AskedCoverage): ChosenAccounts {
  const asked = askedAccounts(db, of);
  if (!left) return { ...asked, matching: null };
  const matching = asked.accounts.filter(({ id }) => left.matches(id));
  return {
    ...asked,
    ...(!outside && { accounts: matching, ofAccounts: matching.length }),
    matching: { accounts: matching.length, ofAccounts: asked.accounts.length },
  };
}

function askedAccounts(db: Database, of: AskedCoverage['of']): Omit<ChosenAccounts, 'matching'> {
  if (of instanceof MatchingRequests) return first(of.accounts(), 0);
  if ('top' in of) return foremost(db, of.top);
  const asked =
    'operator' in of ? readOperator(db, of.operator).operator.accounts : [...new Set(of.accounts)];
  const found = asked.flatMap((account) => {
    const id = accountId(db, account);
    const total = id === undefined ? undefined : totalsOf(db, id);
    return total ? [total] : [];
  });
  return first(found, asked.length - found.length);
}

function first(found: AccountTotal[], unknown: number): Omit<ChosenAccounts, 'matching'> {
  return {
    accounts: found.sort(byRequests).slice(0, MOST_ACCOUNTS),
    ofAccounts: found.length,
    unknown,
    ranked: null,
  };
}

/** The accounts with the highest scores, or before an analysis with the most requests; none of the benign reference. */
function foremost(db: Database, most: number): Omit<ChosenAccounts, 'matching'> {
  const reference = referenceAccounts(db);
  const all = allTotals(db).filter(({ id, requests }) => requests > 0 && !reference.has(id));
  const scores = readScores(db);
  const score = ({ account }: AccountTotal) => scores.get(account) ?? -1;
  all.sort((a, b) => score(b) - score(a) || byRequests(a, b));
  return {
    accounts: all.slice(0, most).sort(byRequests),
    ofAccounts: all.length,
    unknown: 0,
    ranked: scores.size > 0 ? 'score' : 'requests',
  };
}

export interface CountedAccounts extends ChosenAccounts {
  readonly reader: Topics;
  /** One an account, in their order. */
  readonly counts: readonly TopicCounts[];
  readonly basis: TopicBasis;
}

/** The accounts with their topics. @throws StillwatchError NOT_FOUND for an unknown operator */
export function countedAccounts(db: Database, asked: AskedCoverage): CountedAccounts {
  const chosen = chosenAccounts(db, asked);
  const { left } = asked;
  const matching = left && new MatchingTopics(left);
  const reader = matching ?? new TopicReader(db);
  const counts = chosen.accounts.map(({ id }) => reader.read(id));
  const sum = (value: (counts: TopicCounts) => number) => counts.reduce((all, one) => all + value(one), 0);
  const other = sum((one) => one.other);
  const withTopic = sum((one) => one.requests) + other;
  const ofRequests = chosen.accounts.reduce((all, { requests }) => all + requests, 0);
  return {
    ...chosen,
    reader,
    counts,
    basis: {
      accounts: chosen.accounts.length,
      ofAccounts: chosen.ofAccounts,
      unknown: chosen.unknown,
      ranked: chosen.ranked,
      matching: chosen.matching,
      ofRequests,
      requests: matching
        ? chosen.accounts.reduce((all, { id }) => all + matching.requests(id), 0)
        : ofRequests,
      withTopic,
      other,
      // What is counted for filters is counted of every source.
      uncounted: left ? 0 : uncounted(db, chosen.accounts),
    },
  };
}

/** Requests of sources whose values were not counted while their rows passed. */
function uncounted(db: Database, accounts: readonly AccountTotal[]): number {
  const find = db
    .prepare(
      `SELECT total(t.requests) FROM account_total t JOIN source s ON s.id = t.source_id
       WHERE t.account_id = ? AND s.values_counted = 0`,
    )
    .pluck();
  return accounts.reduce((sum, { id }) => sum + (find.get(id) as number), 0);
}

function byRequests(a: AccountTotal, b: AccountTotal): number {
  return b.requests - a.requests || (a.account < b.account ? -1 : 1);
}
