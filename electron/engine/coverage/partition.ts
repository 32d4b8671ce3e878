import type { TopicPartition } from '../../../shared/contract/coverage.ts';
import { quantileOf } from '../analysis/statistics/percentile.ts';
import type { Database } from '../case/database.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { Rng } from '../rng.ts';
import { type AskedCoverage, countedAccounts } from './chosen-accounts.ts';
import { type CohortOfAccounts, cohortsOf } from './cohorts-of.ts';
import { groupsAlike } from './groups-alike.ts';
import type { TopicCounts, Topics } from './topic-reader.ts';
import {
  byDealing,
  type SplitOverTopics,
  splitBesideChance,
  splitOverTopics,
  type TopicTable,
} from './topic-split.ts';

const SEED = 1;
/** Deals: as many as this many moves of single requests allow, between the two numbers. */
const MOST_MOVES = 4e7;
const LEAST_DRAWS = 99;
const MOST_DRAWS = 999;
const GROUP_DRAWS = 99;
/** Larger groups would take minutes to compare. */
const MOST_GROUP = 300;
const MOST_TOPICS = 500;
const MOST_PARTS = 12;

/** Who covers which topic, beside chance. null for fewer than two accounts. @throws StillwatchError NOT_FOUND, CANCELLED */
export async function readPartition(
  db: Database,
  asked: AskedCoverage,
  job: Job,
): Promise<TopicPartition | null> {
  const pause = pacer(job);
  const { accounts, counts, reader, basis } = countedAccounts(db, asked);
  const asking = [...accounts.keys()]
    .filter((i) => counts[i].requests > 0)
    .sort((a, b) => counts[b].requests - counts[a].requests || a - b);
  if (asking.length < 2) return null;
  const { table, numbers } = tableOf(asking.map((i) => counts[i]));
  const n = table.volumes.reduce((sum, volume) => sum + volume, 0);
  const draws = Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, Math.floor(MOST_MOVES / n)));
  const rng = new Rng(SEED).fork('partition');
  const beside = await splitBesideChance(table, draws, rng, (done) =>
    pause({ stage: 'dealing requests at random', done, total: draws, unit: 'entries' }),
  );
  const { cohorts, of: cohortOf } = cohortsOf(
    db,
    asking.map((i) => accounts[i]),
  );
  const topics = table.topics
    .map((parts, t) => {
      const requests = parts.reduce((sum, part) => sum + part.requests, 0);
      return {
        topic: reader.topics[numbers[t]],
        requests,
        accounts: parts.length,
        expected: byDealing(table.volumes, requests).holders,
        parts: parts
          .toSorted((a, b) => b.requests - a.requests || a.account - b.account)
          .slice(0, MOST_PARTS)
          .map((part) => ({ member: part.account, requests: part.requests })),
      };
    })
    .sort((a, b) => a.accounts - b.accounts || b.requests - a.requests || (a.topic < b.topic ? -1 : 1));
  const own = splitOverTopics(table);
  return {
    ...basis,
    members: asking.map((i) => ({ account: accounts[i].account, requests: counts[i].requests })),
    topics: topics.slice(0, MOST_TOPICS),
    ofTopics: topics.length,
    ...beside,
    holders: own.holders,
    groups: await ordinaryGroups(reader, cohorts, cohortOf, own, rng, (done) =>
      pause({ stage: 'drawing ordinary groups', done, total: GROUP_DRAWS, unit: 'entries' }),
    ),
    draws,
    seed: SEED,
  };
}

/** @returns the table, and the number that each of its topics has in the reader. */
export function tableOf(counts: readonly TopicCounts[]): { table: TopicTable; numbers: number[] } {
  const topics = new Map<number, { account: number; requests: number }[]>();
  counts.forEach(({ of }, account) => {
    for (const [topic, requests] of of) {
      const parts = topics.get(topic);
      if (parts) parts.push({ account, requests });
      else topics.set(topic, [{ account, requests }]);
    }
  });
  return {
    table: { volumes: counts.map(({ requests }) => requests), topics: [...topics.values()] },
    numbers: [...topics.keys()],
  };
}

/** The same in random groups of ordinary accounts, for unrelated people have topics of their own as well. */
async function ordinaryGroups(
  reader: Topics,
  cohorts: readonly CohortOfAccounts[],
  of: Uint32Array,
  own: SplitOverTopics,
  rng: Rng,
  pause: (draw: number) => Promise<void>,
): Promise<TopicPartition['groups']> {
  if (of.length > MOST_GROUP) return null;
  const read = remembering(reader);
  const draw = groupsAlike(cohorts, of, (id) => read(id).requests > 0, rng);
  if (!draw) return null;
  const drawn: SplitOverTopics[] = [];
  for (let k = 0; k < GROUP_DRAWS; k++) {
    drawn.push(splitOverTopics(tableOf(draw().map(read)).table));
    await pause(k);
  }
  const among = (value: (split: SplitOverTopics) => number, asSplit: (split: SplitOverTopics) => boolean) => {
    const values = Float64Array.from(drawn, value).sort();
    return {
      low: quantileOf(values, 0.05),
      high: quantileOf(values, 0.95),
      asSplit: drawn.filter(asSplit).length,
    };
  };
  const ratio = ({ holders }: SplitOverTopics) => holders.observed / holders.expected;
  const excess = ({ alone }: SplitOverTopics) => alone.observed - alone.expected;
  return {
    draws: GROUP_DRAWS,
    holders: among(ratio, (split) => ratio(split) <= ratio(own)),
    alone: among(
      ({ alone }) => alone.observed,
      (split) => excess(split) >= excess(own),
    ),
  };
}

/** Each account is read once. */
export function remembering(reader: Topics): (id: number) => TopicCounts {
  const known = new Map<number, TopicCounts>();
  return (id) => {
    let counts = known.get(id);
    if (!counts) {
      counts = reader.read(id);
      known.set(id, counts);
    }
    return counts;
  };
}
