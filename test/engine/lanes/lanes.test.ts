import { expect, test } from 'vitest';
import { mustFindAccount } from '../../../electron/engine/accounts/totals.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { matchingRequests } from '../../../electron/engine/filters/matching-requests.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { readArrivals } from '../../../electron/engine/lanes/arrivals.ts';
import { readLaneActivity } from '../../../electron/engine/lanes/lane-activity.ts';
import { openLanes } from '../../../electron/engine/lanes/lane-set.ts';
import { readSide } from '../../../electron/engine/lanes/side.ts';
import { similarOrder } from '../../../electron/engine/lanes/similar-order.ts';
import { readSuccessions } from '../../../electron/engine/lanes/successions.ts';
import { runLaneTests } from '../../../electron/engine/lanes/tests.ts';
import { readTogether } from '../../../electron/engine/lanes/together.ts';
import { readActivity } from '../../../electron/engine/timeline/activity.ts';
import { NO_FILTER } from '../../../shared/contract/filters.ts';
import { canonical, importCsv, newCase, pauseAlways } from '../support.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 4, 4);

/** Fourteen days: `a` stops after the sixth, `b` begins a quarter of a day later, `c` works every day. */
async function threeAccounts(): Promise<Case> {
  const open = await newCase();
  const rows: string[] = [];
  const work = (account: string, fromDay: number, toDay: number) => {
    for (let day = fromDay; day < toDay; day++) {
      for (let hour = 6; hour < 18; hour++) {
        const time = new Date(START_MS + day * DAY_MS + hour * 3_600_000).toISOString();
        rows.push(`${time},${account},${hour === 6 ? 500 : 200}`);
      }
    }
  };
  work('a', 0, 6);
  work('b', 6, 14);
  work('c', 0, 14);
  await importCsv(
    open,
    `timestamp,account_id,status\n${rows.join('\n')}\n`,
    canonical('timestamp', 'account_id', 'status'),
  );
  return open;
}

/** Puts a template in the place of an analysis, used by the accounts. */
function shareTemplate(open: Case, accounts: readonly string[]): void {
  open.db
    .prepare("INSERT INTO analysis_template (rank, id, text, body) VALUES (0, 'T-1', 'rate', '{}')")
    .run();
  accounts.forEach((account, place) => {
    open.db
      .prepare(
        "INSERT INTO analysis_template_account (template, place, account, requests, body) VALUES (0, ?, ?, 70, '{}')",
      )
      .run(place, account);
  });
}

test('lanes of a list are in order of their first request, unknown ids are said', async () => {
  const open = await threeAccounts();
  const set = openLanes(open.db, { accounts: ['b', 'nobody', 'a', 'a'] });
  expect(set.lanes.map(({ account }) => account)).toEqual(['a', 'b']);
  expect(set.unknown).toEqual(['nobody']);
  expect(set.lanes[0]).toMatchObject({ requests: 72, failed: 6, organisation: null, statuses: [] });
  expect(set.lanes[0].firstUs).toBe((START_MS + 6 * 3_600_000) * 1000);
  expect(() => openLanes(open.db, { operator: 'O-9' })).toThrow(/no such operator/);
});

test('work on many lanes is cancelled where it gives way', async () => {
  const open = await threeAccounts();
  pauseAlways();
  const gone = { signal: AbortSignal.abort(), progress: () => {} };
  await expect(similarOrder(open.db, ['a', 'b', 'c'], gone)).rejects.toMatchObject({ code: 'CANCELLED' });
  shareTemplate(open, ['a', 'b']);
  await expect(readSuccessions(open.db, ['a', 'b', 'c'], gone)).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('activity is that of each account, as many as fit one answer, and the rest when asked again', async () => {
  const open = await threeAccounts();
  const { from, bin, requests, failed } = readLaneActivity(open.db, ['c', 'a']);
  const own = readActivity(open.db, mustFindAccount(open.db, 'a'));
  expect([...from]).toEqual([0, 168, 240]);
  expect([...bin.subarray(from[1], from[2])]).toEqual([...own.bin]);
  expect([...requests.subarray(from[1], from[2])]).toEqual([...own.requests]);
  expect([...failed.subarray(from[1], from[2])]).toEqual([...own.failed]);
  // 168 bins of 12 bytes: with a thousand such lanes 2 MB are full before the last.
  const many = readLaneActivity(open.db, new Array<string>(1200).fill('c'));
  expect(many.from.length - 1).toBeLessThan(1200);
  expect(many.from.length - 1).toBeGreaterThan(900);
  const bytes = 4 * (many.from.length + 3 * many.bin.length);
  expect(bytes).toBeLessThanOrEqual(2_000_000);
  expect(() => readLaneActivity(open.db, ['nobody'])).toThrow(/no such account/);
});

test('hours in which lanes work together are counted beside chance', async () => {
  const open = await threeAccounts();
  const together = await readTogether(open.db, ['a', 'b', 'c'], undefined, unwatched);
  expect(together?.firstHour).toBe(START_MS / 3_600_000 + 6);
  expect(together?.active[0]).toBe(2);
  expect(together?.expected[0]).toBeCloseTo(2, 5);
  const tests = await runLaneTests(open.db, ['a', 'b', 'c'], unwatched);
  expect(tests).toMatchObject({ load: null, testedDays: null });
  expect(tests?.synchrony?.ofAccounts).toBe(3);
  const empty = await newCase();
  await importCsv(empty, 'timestamp,account_id\nnever,x\n', canonical('timestamp', 'account_id'));
  expect(await readTogether(empty.db, ['x'], undefined, unwatched)).toBeNull();
  expect(await runLaneTests(empty.db, ['x'], unwatched)).toBeNull();
});

test('the account that begins after another stopped is its successor only with its templates', async () => {
  const open = await threeAccounts();
  expect((await readSuccessions(open.db, ['a', 'b', 'c'], unwatched)).missing).toMatch(/^Who goes on/);
  shareTemplate(open, ['a', 'b']);
  const found = await readSuccessions(open.db, ['a', 'b', 'c'], unwatched);
  expect(found.stops).toBe(1);
  expect(found.handOvers).toEqual([
    {
      from: 'a',
      to: 'b',
      stopUs: (START_MS + 5 * DAY_MS + 17 * 3_600_000) * 1000,
      onsetUs: (START_MS + 6 * DAY_MS + 6 * 3_600_000) * 1000,
      stopped: 'silence',
      onset: 'first',
      likeness: 1,
      rivals: [],
    },
  ]);
  const other = await threeAccounts();
  shareTemplate(other, ['a', 'c']);
  expect((await readSuccessions(other.db, ['a', 'b', 'c'], unwatched)).handOvers).toEqual([]);
});

test('of more stops than the sample of the case has, all stops of the case are what chance draws from', async () => {
  const open = await newCase();
  const rows: string[] = [];
  const at = (account: string, hour: number) =>
    rows.push(`${new Date(START_MS + hour * 3_600_000).toISOString()},${account}`);
  const many = Array.from({ length: 310 }, (_, i) => `s${String(i).padStart(3, '0')}`);
  for (const account of many) for (let hour = 0; hour < 10; hour++) at(account, hour);
  for (let day = 0; day < 10; day++) at('c', day * 24);
  await importCsv(open, `timestamp,account_id\n${rows.join('\n')}\n`, canonical('timestamp', 'account_id'));
  shareTemplate(open, ['s000', 'c']);
  const found = await readSuccessions(open.db, [...many, 'c'], unwatched);
  expect(found).toMatchObject({ stops: 310, handOvers: [], expected: 0, p: 1 });
});

test('an order by similarity and gaps between requests can be had of any selection', async () => {
  const open = await threeAccounts();
  expect([...(await similarOrder(open.db, ['a', 'b', 'c'], unwatched))].sort()).toEqual([0, 1, 2]);
  const { subject, others } = readArrivals(open.db, ['a']);
  expect(subject.total).toBe(71);
  expect(subject.accounts).toBe(1);
  expect(others.looked).toBe(2);
  expect(others.ofAccounts).toBe(2);
  expect(subject.share.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('a side counts all time, or the quarter hours that touch a range', async () => {
  const open = await threeAccounts();
  const all = await matchingRequests(open, NO_FILTER, unwatched);
  const whole = readSide(open.db, { account: 'a' }, null, all);
  expect(whole).toMatchObject({ accounts: 1, ofAccounts: 1, requests: 72, ofRequests: 72 });
  const status = (values: typeof whole.values) => values.find(({ field }) => field === 'status');
  expect(status(whole.values)).toEqual({
    field: 'status',
    counted: 72,
    entries: [
      { value: '200', requests: 66 },
      { value: '500', requests: 6 },
    ],
  });
  expect(whole.values.find(({ field }) => field === 'model')?.entries).toEqual([
    { value: null, requests: 72 },
  ]);
  const fromUs = (START_MS + DAY_MS) * 1000;
  const ranged = readSide(open.db, { account: 'a' }, { fromUs, toUs: fromUs + DAY_MS * 1000 }, all);
  expect(ranged).toMatchObject({ requests: 12, ofRequests: 72 });
  expect(status(ranged.values)).toEqual({
    field: 'status',
    counted: 12,
    entries: [
      { value: '200', requests: 11 },
      { value: '500', requests: 1 },
    ],
  });
  expect(ranged.values.find(({ field }) => field === 'model')?.entries).toEqual([
    { value: null, requests: 12 },
  ]);
  expect(() => readSide(open.db, { account: 'nobody' }, null, all)).toThrow(/no such account/);
});
