import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteStatements, readersOfRequests } from '../../../electron/dev/bench/views/statements.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase } from '../../../electron/engine/case/open-case.ts';
import type { Context } from '../../../electron/engine/context.ts';
import { handlers as coverage } from '../../../electron/engine/coverage/handlers.ts';
import { handlers as graph } from '../../../electron/engine/graph/handlers.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { handlers as lanes } from '../../../electron/engine/lanes/handlers.ts';
import { writeSample } from '../../../electron/engine/sample/write-sample.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import {
  accountContent,
  coverageCell,
  coverageGrowth,
  coverageMatrix,
  coveragePartition,
  coverageRarefaction,
} from '../../../shared/contract/coverage.ts';
import type { Call } from '../../../shared/contract/define.ts';
import type { Filter } from '../../../shared/contract/filters.ts';
import { graphOverview, graphPicture } from '../../../shared/contract/graph.ts';
import {
  laneActivity,
  laneArrivals,
  lanesTogether,
  openLanes,
  readSide,
} from '../../../shared/contract/lanes.ts';
import { isFailedStatus } from '../../../shared/status.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { NEW_CASE } from '../support.ts';

const MOST_BYTES = 2_000_000;
const ACCOUNTS = 60;

let folder: string;
let open: Case;
/** Some accounts of the sample, and every request of theirs as SQL reads them. */
let names: string[];
let all: { account: string; us: number; model: string; status: string; topic: string }[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stillwatch-filtered-'));
  await writeSample(folder, { size: 'S', seed: 4 });
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  for (const name of ['requests.csv', 'accounts.csv']) {
    const file = join(folder, name);
    await importFile(open, file, await completeMapping(open.db, file, null), unwatched);
  }
  names = open.db
    .prepare('SELECT external_id FROM account ORDER BY external_id LIMIT ?')
    .pluck()
    .all(ACCOUNTS) as string[];
  const { rows } = querySql(
    open,
    `SELECT account_id, time_us, model, status, topic FROM requests
     WHERE account_id IN (${names.map((name) => `'${name}'`).join(', ')})`,
  );
  all = (rows as [string, number, string, string, string][]).map(([account, us, model, status, topic]) => ({
    account,
    us,
    model,
    status,
    topic,
  }));
}, 60_000);
afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks as the page does; an answer has to fit what may cross the port. */
async function ask<Args, Result>(call: Call<Args, Result>, args: Args): Promise<Result> {
  const handler = [...lanes, ...coverage, ...graph].find((one) => one.call.name === call.name);
  const answer = await handler?.run({ case: open } as Context, call.args.parse(args), unwatched);
  expect(serialize(answer).byteLength).toBeLessThanOrEqual(MOST_BYTES);
  return answer as Result;
}

const countBy = <T>(items: readonly T[], key: (item: T) => string | number) => {
  const counts = new Map<string | number, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The account with the most of the requests. */
const mostFrequent = (rows: typeof all) =>
  String([...countBy(rows, ({ account }) => account)].sort(([, a], [, b]) => b - a)[0][0]);

/** The requests to a model that failed, in the middle third of the time. */
function someFilter(): Filter {
  const models = [...countBy(all, ({ model }) => model)].sort(([, a], [, b]) => b - a);
  const times = all.map(({ us }) => us).sort((a, b) => a - b);
  const bin = (share: number) => Math.floor(times[Math.floor(times.length * share)] / BIN_US) * BIN_US;
  return {
    range: { fromUs: bin(1 / 3), toUs: bin(2 / 3), negate: false },
    chips: [
      { field: 'model', values: [String(models[1][0])], negate: false },
      { field: 'status', values: ['200'], negate: true },
      { field: 'account', values: names.slice(0, 50), negate: false },
    ],
  };
}

const meets = ({ chips }: Filter, { model, status }: (typeof all)[number]) =>
  chips[0].values.includes(model) && !chips[1].values.includes(status);

test('lanes count what SQL counts of the requests that meet a filter, at any time, quarter hour by quarter hour', async () => {
  const filter = { ...someFilter(), range: null };
  const set = await ask(openLanes, { of: { accounts: names }, filter });
  const wanted = all.filter((row) => meets(filter, row) && names.indexOf(row.account) < 50);
  const expected = countBy(wanted, ({ account }) => account);
  expect(expected.size).toBeGreaterThan(5);
  expect(expected.size).toBeLessThan(50);
  expect(set).toMatchObject({ asked: ACCOUNTS, matching: expected.size, unknown: [] });
  const sum = (value: (lane: (typeof set.lanes)[number]) => number) =>
    new Map(
      set.lanes.map((lane) => [lane.account, value(lane)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  expect(sum(({ requests }) => requests)).toEqual(expected);
  const ofAll = countBy(
    all.filter(({ account }) => expected.has(account)),
    ({ account }) => account,
  );
  expect(sum(({ ofRequests }) => ofRequests)).toEqual(ofAll);
  const accounts = set.lanes.map(({ account }) => account);
  const { from, bin, requests, failed } = await ask(laneActivity, { accounts, filter });
  accounts.forEach((account, i) => {
    const own = wanted.filter((row) => row.account === account);
    const bins = countBy(own, ({ us }) => Math.floor(us / BIN_US));
    expect([...bin.subarray(from[i], from[i + 1])]).toEqual([...bins.keys()]);
    expect([...requests.subarray(from[i], from[i + 1])]).toEqual([...bins.values()]);
    const bad = own.filter(({ status }) => isFailedStatus(status)).length;
    expect(failed.subarray(from[i], from[i + 1]).reduce((one, more) => one + more, 0)).toBe(bad);
  });
  const together = await ask(lanesTogether, { accounts, filter });
  const hour = 3_600_000_000;
  const active = countBy(wanted, ({ us }) => Math.floor(us / hour));
  const [first] = active.keys();
  expect(together?.firstHour).toBe(first);
  const inFirst = wanted.filter(({ us }) => Math.floor(us / hour) === first);
  expect(together?.active[0]).toBe(new Set(inFirst.map(({ account }) => account)).size);
});

test('accounts that do not match are left out and said, or shown by the conditions on requests alone', async () => {
  const filter = { ...someFilter(), range: null };
  const left = await ask(openLanes, { of: { accounts: names }, filter });
  const whole = await ask(openLanes, { of: { accounts: names }, filter, outside: true });
  expect(whole.lanes).toHaveLength(ACCOUNTS);
  expect(whole.lanes.filter(({ matches }) => matches).map(({ account }) => account)).toEqual(
    left.lanes.map(({ account }) => account),
  );
  const beyond = whole.lanes.find(({ account, requests }) => requests > 0 && names.indexOf(account) >= 50);
  expect(beyond).toMatchObject({ matches: false });
  expect(beyond?.requests).toBe(
    all.filter((row) => row.account === beyond?.account && meets(filter, row)).length,
  );
  const plain = await ask(openLanes, { of: { accounts: names } });
  expect(plain.lanes.every(({ matches, requests, ofRequests }) => matches && requests === ofRequests)).toBe(
    true,
  );
});

test('accounts of a filter are those that it leaves, its time with the rest', async () => {
  const filter = someFilter();
  const { fromUs, toUs } = filter.range as { fromUs: number; toUs: number };
  const inTime = all.filter(
    (row) => meets(filter, row) && row.us >= fromUs && row.us < toUs && names.indexOf(row.account) < 50,
  );
  const set = await ask(openLanes, { of: { filter } });
  expect(set.lanes.map(({ account }) => account).sort()).toEqual(
    [...new Set(inTime.map(({ account }) => account))].sort(),
  );
});

test('a side counts what SQL counts in the quarter hours of its range, by value', async () => {
  const filter = someFilter();
  const account = mostFrequent(all);
  const own = all.filter((row) => row.account === account);
  const range = { fromUs: own[10].us + 1, toUs: own[10].us + 86_400_000_000 };
  const rest = { ...filter, chips: filter.chips.slice(0, 2) };
  const side = await ask(readSide, { side: { of: { account }, range }, filter: rest });
  const [first, end] = [Math.floor(range.fromUs / BIN_US) * BIN_US, Math.ceil(range.toUs / BIN_US) * BIN_US];
  const wanted = own.filter((row) => meets(rest, row) && row.us >= first && row.us < end);
  expect(side).toMatchObject({ accounts: 1, ofAccounts: 1, requests: wanted.length, ofRequests: own.length });
  expect(side.perBin.reduce((sum, n) => sum + n, 0)).toBe(wanted.length);
  for (const field of ['model', 'topic', 'status'] as const) {
    const { entries } = side.values.find((one) => one.field === field) ?? { entries: [] };
    const found = new Map(entries.map(({ value, requests }) => [value ?? '', requests]));
    expect(new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(
      countBy(wanted, (row) => row[field] ?? ''),
    );
  }
  const outside = { ...filter, chips: [{ field: 'account' as const, values: ['nobody'], negate: false }] };
  expect(await ask(readSide, { side: { of: { account }, range: null }, filter: outside })).toMatchObject({
    accounts: 0,
    ofAccounts: 1,
    requests: 0,
    ofRequests: own.length,
  });
});

test('coverage counts topics of the requests that meet the filter in its time, of accounts as of cohorts', async () => {
  const filter = someFilter();
  const { fromUs, toUs } = filter.range as { fromUs: number; toUs: number };
  const matrix = await ask(coverageMatrix, { of: { accounts: names }, filter });
  const inTime = all.filter((row) => meets(filter, row) && row.us >= fromUs && row.us < toUs);
  const wanted = inTime.filter(({ account }) => names.indexOf(account) < 50);
  const matching = new Set(wanted.map(({ account }) => account));
  expect(matrix).toMatchObject({
    accounts: matching.size,
    matching: { accounts: matching.size, ofAccounts: ACCOUNTS },
    requests: wanted.length,
    ofRequests: all.filter(({ account }) => matching.has(account)).length,
    withTopic: wanted.filter(({ topic }) => topic).length,
    other: 0,
    uncounted: 0,
  });
  const { rows, topics, counts } = matrix;
  const cells = countBy(
    wanted.filter(({ topic }) => topic),
    ({ account, topic }) => `${account} ${topic}`,
  );
  const found = new Map<string, number>();
  rows.forEach(({ account }, row) => {
    topics.forEach(({ topic }, column) => {
      const requests = counts[row * topics.length + column];
      if (requests > 0) found.set(`${account} ${topic}`, requests);
    });
  });
  expect(new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(cells);
  const { rows: ofCase } = querySql(
    open,
    `SELECT count(*) FROM requests WHERE time_us >= ${fromUs} AND time_us < ${toUs} AND topic IS NOT NULL
     AND model = '${filter.chips[0].values[0]}' AND status <> '200'`,
  );
  const shown = matrix.cohorts[0].withShown ? 0 : rows.reduce((sum, { requests }) => sum + requests, 0);
  expect(matrix.cohorts[0].requests).toBe((ofCase[0][0] as number) - shown);
  const outside = await ask(coverageMatrix, { of: { accounts: names }, filter, outside: true });
  expect(outside.requests).toBe(inTime.length);
  expect(outside.accounts).toBe(ACCOUNTS);
});

test('single requests that are read count the same: gaps, cells, growth and capabilities', async () => {
  const filter = someFilter();
  const { fromUs, toUs } = filter.range as { fromUs: number; toUs: number };
  const wanted = all.filter((row) => meets(filter, row) && row.us >= fromUs && row.us < toUs);
  const account = mostFrequent(wanted);
  const own = wanted.filter((row) => row.account === account);
  const arrivals = await ask(laneArrivals, { accounts: [account], filter });
  expect(arrivals.subject.total).toBe(own.length - 1);
  const { topic } = own[0];
  const cell = await ask(coverageCell, { account, topic, filter });
  expect(cell.total).toBe(own.filter((row) => row.topic === topic).length);
  const growth = await ask(coverageGrowth, {
    of: { accounts: [account] },
    by: 'topic',
    filter,
    outside: true,
  });
  expect(growth.counted + growth.left).toBe(own.length);
  expect(growth.members[0].distinct.at(-1)).toBe(new Set(own.flatMap((row) => row.topic || [])).size);
  const content = await ask(accountContent, { account, filter });
  expect([content.requests, content.ofRequests]).toEqual([
    own.length,
    all.filter((row) => row.account === account).length,
  ]);
});

test('a time that is left out takes its requests away, also of the range of a side', async () => {
  const filter = someFilter();
  const range = { ...(filter.range as { fromUs: number; toUs: number }), negate: true };
  const outside = { ...filter, range };
  const account = mostFrequent(all.filter((row) => meets(filter, row)));
  const own = all.filter((row) => row.account === account && meets(filter, row));
  const left = own.filter(({ us }) => us < range.fromUs || us >= range.toUs);
  const set = await ask(openLanes, { of: { accounts: [account] }, filter: outside, outside: true });
  expect(set.lanes[0].requests).toBe(left.length);
  const { requests } = await ask(laneActivity, { accounts: [account], filter: outside });
  expect(requests.reduce((sum, n) => sum + n, 0)).toBe(left.length);
  const span = { fromUs: range.fromUs - 40 * BIN_US, toUs: range.fromUs + 40 * BIN_US };
  const side = await ask(readSide, { side: { of: { account }, range: span }, filter: outside });
  expect(side.requests).toBe(left.filter(({ us }) => us >= span.fromUs && us < span.toUs).length);
  expect(side.perBin.reduce((sum, n) => sum + n, 0)).toBe(side.requests);
});

test('none of it opens the request store', async () => {
  const filter = someFilter();
  await ask(openLanes, { of: { filter } });
  const statements = noteStatements(open.db);
  const of = { accounts: names };
  const { fromUs, toUs } = filter.range as { fromUs: number; toUs: number };
  const range = { fromUs, toUs };
  const other = { ...filter, chips: filter.chips.slice(0, 2) };
  await ask(openLanes, { of: { filter: other }, filter: other, outside: true });
  await ask(laneActivity, { accounts: names, filter: other });
  await ask(lanesTogether, { accounts: names, filter: other });
  await ask(readSide, { side: { of: { filter: other }, range }, filter: other });
  await ask(coverageMatrix, { of, filter: other });
  await ask(coveragePartition, { of, filter: other });
  await ask(coverageRarefaction, { of: { filter: other }, filter: other });
  await ask(graphOverview, { limit: 60, also: [], filter: other });
  const counting = { withoutKinds: [], leastBits: 0 };
  await ask(graphPicture, { operators: [], accounts: [], filter: other, ofFilter: true, ...counting });
  expect(statements.size).toBeGreaterThan(3);
  expect(readersOfRequests(open.db, statements)).toEqual([]);
});
