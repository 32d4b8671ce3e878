import type { BesideChance, CoverageOf } from '../../../../shared/contract/coverage.ts';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { ExhibitCell } from '../../../../shared/contract/exhibits.ts';
import { readPartition } from '../../coverage/partition.ts';
import { matchingRequests } from '../../filters/matching-requests.ts';
import { accountIds } from '../account-ids.ts';
import { allRequestsOf, defineQuery, figure } from '../query.ts';

/**
 * Who among some accounts covers which topic, beside requests dealt at random. Ordinary groups are left out: which are
 * drawn depends on the order in which a copy of the case met its accounts.
 */
export const partition = defineQuery('partition', {
  version: 1,
  // As in the view of topic coverage.
  seed: 1,
  async run(open, { of }, job) {
    const { db } = open;
    const chosen = 'filter' in of ? await matchingRequests(open, of.filter, job) : sorted(of);
    const found = await readPartition(db, { of: chosen }, job);
    if (!found)
      throw new StillwatchError('NOT_FOUND', 'Fewer than two of these accounts have a request with a topic.');
    const { alone, shared, holders } = found;
    const beside = (name: string, { observed, expected, low, high, p }: BesideChance): ExhibitCell[] => [
      name,
      null,
      observed,
      expected,
      low,
      high,
      p,
    ];
    const counted = (name: string, of: string | null, number: number, expected: number | null = null) => [
      name,
      of,
      number,
      expected,
      null,
      null,
      null,
    ];
    return {
      columns: ['what', 'of', 'seen', 'expected by chance', 'chance, 5th percentile', 'chance, 95th', 'p'],
      rows: [
        beside('topics that one account alone asks about', alone),
        beside('topics that two accounts share, mean', shared),
        counted('accounts a topic, mean', null, holders.observed, holders.expected),
        counted('topics', null, found.ofTopics),
        counted('accounts', null, found.members.length),
        counted('requests with a topic', null, found.withTopic),
        ...found.members.map(({ account, requests }) => counted('account: requests', account, requests)),
        ...found.topics.flatMap(({ topic, requests, accounts, expected }) => [
          counted('topic: accounts', topic, accounts, expected),
          counted('topic: requests', topic, requests),
        ]),
      ],
      figures: [
        figure('topics that one account alone asks about', alone.observed),
        figure('such topics by chance', alone.expected),
        figure('p of such topics', alone.p),
        figure('topics that two accounts share, mean', shared.observed),
        figure('shared topics by chance', shared.expected),
        figure('p of shared topics', shared.p),
        figure('topics', found.ofTopics),
        figure('accounts', found.members.length),
        figure('requests with a topic', found.withTopic),
      ],
      behind: allRequestsOf(
        accountIds(
          db,
          found.members.map(({ account }) => account),
        ),
      ),
    };
  },
});

type NamedAccounts = Exclude<CoverageOf, { filter: unknown }>;

/** The same accounts are the same question, in whatever order they were named. */
function sorted(of: NamedAccounts): NamedAccounts {
  return 'accounts' in of ? { accounts: [...new Set(of.accounts)].sort() } : of;
}
