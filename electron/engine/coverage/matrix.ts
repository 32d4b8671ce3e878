import {
  type CoverageMatrix,
  MOST_MATRIX_ACCOUNTS,
  MOST_MATRIX_TOPICS,
} from '../../../shared/contract/coverage.ts';
import { scoreReader } from '../analysis/results.ts';
import type { Database } from '../case/database.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { seriate } from '../lanes/seriation.ts';
import { type AskedCoverage, countedAccounts } from './chosen-accounts.ts';
import { cohortsOf } from './cohorts-of.ts';

/** With fewer others left in a cohort the accounts shown stay among those they are compared with. */
const LEAST_OTHERS = 10;

/** Topics by accounts beside their cohorts. @throws StillwatchError NOT_FOUND, CANCELLED */
export async function readMatrix(db: Database, asked: AskedCoverage, job: Job): Promise<CoverageMatrix> {
  const pause = pacer(job);
  const giveWay = (done: number, total: number) =>
    pause({ stage: 'ordering accounts and topics', done, total, unit: 'entries' });
  const { accounts, counts, reader, basis } = countedAccounts(db, asked);
  const sums = new Map<number, { requests: number; accounts: number }>();
  for (const one of counts) {
    for (const [topic, requests] of one.of) {
      const sum = sums.get(topic);
      if (sum) {
        sum.requests += requests;
        sum.accounts++;
      } else sums.set(topic, { requests, accounts: 1 });
    }
  }
  const name = (topic: number) => reader.topics[topic];
  const topics = [...sums]
    .sort(([a, one], [b, other]) => other.requests - one.requests || (name(a) < name(b) ? -1 : 1))
    .slice(0, MOST_MATRIX_TOPICS)
    .map(([topic]) => topic);
  // Accounts without any topic have nothing to be drawn, nor a place among others.
  const rows = [...accounts.keys()].filter((i) => counts[i].requests > 0).slice(0, MOST_MATRIX_ACCOUNTS);

  const tables = rows.map((i) => Float64Array.from(topics, (topic) => counts[i].of.get(topic) ?? 0));
  const rowOrder = await seriate(
    tables.map((table, at) => hellinger(table, counts[rows[at]].requests)),
    giveWay,
  );
  const columnOrder = await seriate(
    topics.map((topic, j) => {
      const { requests } = sums.get(topic) as { requests: number };
      return Float64Array.from(tables, (table) => Math.sqrt(table[j] / requests));
    }),
    giveWay,
  );

  const { cohorts, of: cohortOf } = cohortsOf(
    db,
    rows.map((i) => accounts[i]),
  );
  const place = new Map(Array.from(columnOrder, (column, at) => [topics[column], at]));
  const cohortCounts = new Float64Array(cohorts.length * topics.length);
  const cohortRows: CoverageMatrix['cohorts'][number][] = [];
  for (const [c, { name: cohortName, members, all }] of cohorts.entries()) {
    const withShown = members.length < LEAST_OTHERS;
    const shaping = withShown ? all : members;
    let requests = 0;
    let asking = 0;
    for (const [done, id] of shaping.entries()) {
      const one = reader.read(id);
      requests += one.requests;
      if (one.requests > 0) asking++;
      for (const [topic, more] of one.of) {
        const at = place.get(topic);
        if (at !== undefined) cohortCounts[c * topics.length + at] += more;
      }
      await pause({ stage: 'reading cohorts', done, total: shaping.length, unit: 'entries' });
    }
    cohortRows.push({ name: cohortName, accounts: asking, requests, withShown });
  }

  const analysisOf = scoreReader(db);
  return {
    ...basis,
    rows: Array.from(rowOrder, (at) => ({
      account: accounts[rows[at]].account,
      requests: counts[rows[at]].requests,
      operator: analysisOf(accounts[rows[at]].account)?.operator ?? null,
      cohort: cohortOf[at],
    })),
    topics: Array.from(columnOrder, (column) => ({
      topic: name(topics[column]),
      ...(sums.get(topics[column]) as { requests: number; accounts: number }),
    })),
    ofTopics: sums.size,
    cohorts: cohortRows,
    counts: ordered(tables, rowOrder, columnOrder),
    cohortCounts,
  };
}

/**
 * Square roots of shares: their inner product is the Bhattacharyya coefficient, so 1 - cosine, which `seriate` joins
 * by, is the squared Hellinger distance of two accounts' topics.
 */
function hellinger(table: Float64Array, requests: number): Float64Array {
  return table.map((count) => Math.sqrt(count / requests));
}

function ordered(
  tables: readonly Float64Array[],
  rowOrder: Uint32Array,
  columnOrder: Uint32Array,
): Float64Array {
  const columns = columnOrder.length;
  const counts = new Float64Array(rowOrder.length * columns);
  rowOrder.forEach((row, i) => {
    columnOrder.forEach((column, j) => {
      counts[i * columns + j] = tables[row][column];
    });
  });
  return counts;
}
