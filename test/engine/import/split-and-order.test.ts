import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase } from '../../../electron/engine/case/open-case.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { readActivity } from '../../../electron/engine/timeline/activity.ts';
import type { Source } from '../../../shared/contract/imports.ts';
import { canonical, fileWith, NEW_CASE, tempFolder } from '../support.ts';

const COLUMNS = [
  'request_id',
  'timestamp',
  'account_id',
  'model',
  'status',
  'input_tokens',
  'output_tokens',
  'prompt_text',
  'note',
] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** A row for each of a few request ids, rejected ones and such without a time among them. */
const row: fc.Arbitrary<Omit<Row, 'request_id'>> = fc.record({
  timestamp: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 * 86_400 }).map(timeText) },
    fc.constantFrom('', 'yesterday'),
  ),
  account_id: fc.constantFrom('ac_1', 'ac_2', 'ac_ü', 'ac_1 ', ''),
  model: fc.constantFrom('m-1', 'm-2', ''),
  status: fc.constantFrom('ok', 'error', '429', ''),
  input_tokens: fc.constantFrom('0', '17', '1e3', 'many', ''),
  output_tokens: fc.constantFrom('5', '9007199254740993', ''),
  prompt_text: fc.constantFrom('', 'Hello', 'two\nlines, "quoted"'),
  note: fc.constantFrom('', 'x', '=1+1'),
});

function timeText(second: number): string {
  return new Date(Date.UTC(2026, 4, 4) + second * 1000).toISOString().replace('.000', '');
}

/** A log, and into which of up to three files each of its rows goes. */
const withIds = fc.array(row, { minLength: 1, maxLength: 12 }).chain((kinds) =>
  fc.array(fc.tuple(fc.nat(kinds.length - 1), fc.nat(2)), { minLength: 1, maxLength: 40 }).map((picks) => ({
    rows: picks.map(([kind]): Row => ({ request_id: `req_${kind}`, ...kinds[kind] })),
    files: picks.map(([, file]) => file),
  })),
);
const withoutIds = fc.array(fc.tuple(row, fc.nat(2)), { minLength: 1, maxLength: 40 }).map((picks) => ({
  rows: picks.map(([kind]): Row => ({ request_id: '', ...kind })),
  files: picks.map(([, file]) => file),
}));
const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** `blank` lines at the end tell files apart that hold the same rows: the same file again would change nothing. */
function csv(rows: readonly Row[], columns: readonly (keyof Row)[], blank: number): string {
  const lines = [columns.join(','), ...rows.map((each) => columns.map((name) => cell(each[name])).join(','))];
  return `${lines.join('\n')}\n${'\n'.repeat(blank)}`;
}

/** Everything about the requests but from which file they are. */
function content(open: Case) {
  const { counts, firstUs, lastUs } = open.info();
  const requests = querySql(
    open,
    `SELECT account_id, time_us, request_id, model, status, input_tokens, output_tokens, prompt_text, extra FROM requests`,
  ).rows;
  return {
    accounts: counts.accounts,
    requests: requests.map((values) => JSON.stringify(values)).sort(),
    withoutTime: counts.requestsWithoutTime,
    span: [firstUs, lastUs],
    totals: querySql(open, 'SELECT * FROM accounts ORDER BY account_id').rows,
    activity: readActivity(open.db, null),
  };
}

const opened: Case[] = [];
afterEach(async () => {
  for (const open of opened.splice(0)) await open.close();
});

async function importAll(logs: readonly string[], columns: readonly (keyof Row)[]) {
  const open = await createCase(`${tempFolder()}/case.swcase`, 'tester', null, NEW_CASE);
  opened.push(open);
  const mapping = canonical(...columns.filter((name) => name !== 'note'));
  const sources: Source[] = [];
  for (const log of logs) {
    const result = await importFile(open, fileWith(log), mapping, unwatched);
    sources.push(...result.sources);
  }
  for (const { rowsRead, stored, duplicates, conflicts, rejected } of sources) {
    expect(rowsRead).toBe(stored + duplicates + conflicts + rejected);
  }
  const sum = (name: 'rowsRead' | 'stored' | 'duplicates' | 'conflicts' | 'rejected') =>
    sources.reduce((total, source) => total + source[name], 0);
  const sums = [sum('rowsRead'), sum('stored'), sum('duplicates'), sum('conflicts'), sum('rejected')];
  return { content: content(open), sums };
}

/** The log in one file, and split among several that are imported in some order. */
async function importBoth(
  { rows, files }: { readonly rows: readonly Row[]; readonly files: readonly number[] },
  fileOrder: readonly number[],
  columns: readonly (keyof Row)[],
) {
  const split = fileOrder.flatMap((file) => {
    const own = rows.filter((_, i) => files[i] === file);
    return own.length === 0 ? [] : [csv(own, columns, file)];
  });
  const whole = await importAll([csv(rows, columns, 0)], columns);
  return { whole, split: await importAll(split, columns) };
}

/*
 * Which of two rows with one request id and different values stands depends on the order by definition: the first
 * does. So rows with the same id are the same here.
 */
test('with request ids any split of a log and any order of its files give the same case', async () => {
  const property = fc.asyncProperty(withIds, order, async (log, fileOrder) => {
    const { whole, split } = await importBoth(log, fileOrder, COLUMNS);
    expect(split).toEqual(whole);
    expect(whole.sums[3]).toBe(0);
    const stored = new Set(
      log.rows.filter(({ account_id }) => account_id !== '').map((each) => each.request_id),
    );
    expect(whole.sums[1]).toBe(stored.size);
  });
  await fc.assert(property, { numRuns: 6, seed: 5 });
});

/** How many rows repeat another is told within a file, so it is not compared. */
test('without request ids every row that can be read is stored, however the log is split', async () => {
  const property = fc.asyncProperty(withoutIds, order, async (log, fileOrder) => {
    const { whole, split } = await importBoth(log, fileOrder, COLUMNS.slice(1));
    expect(split).toEqual(whole);
    expect(whole.sums).toEqual([
      log.rows.length,
      log.rows.filter(({ account_id }) => account_id !== '').length,
      0,
      0,
      log.rows.filter(({ account_id }) => account_id === '').length,
    ]);
  });
  await fc.assert(property, { numRuns: 6, seed: 5 });
});

test('of rows with one id and other values the first stands, whichever file it is in', async () => {
  const base: Row = {
    request_id: 'req_1',
    timestamp: timeText(5),
    account_id: 'ac_1',
    model: 'm-1',
    status: 'ok',
    input_tokens: '1',
    output_tokens: '2',
    prompt_text: '',
    note: '',
  };
  const logs = [csv([base], COLUMNS, 0), csv([{ ...base, model: 'm-2' }], COLUMNS, 0)];
  for (const [first, second, model] of [
    [0, 1, 'm-1'],
    [1, 0, 'm-2'],
  ] as const) {
    const { content: held, sums } = await importAll([logs[first], logs[second]], COLUMNS);
    expect(sums).toEqual([2, 1, 0, 1, 0]);
    expect(held.requests).toEqual([expect.stringContaining(`"${model}"`)]);
  }
});
