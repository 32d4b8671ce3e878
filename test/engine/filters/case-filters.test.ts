import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { setReference } from '../../../electron/engine/cohorts/decide.ts';
import { Context } from '../../../electron/engine/context.ts';
import { loadHandlers } from '../../../electron/engine/dispatch.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { type Job, unwatched } from '../../../electron/engine/jobs/job.ts';
import { type Chip, type Filter, type FilterView, NO_FILTER } from '../../../shared/contract/filters.ts';
import type { FilteredActivity } from '../../../shared/contract/timeline.ts';
import { canonical, fileWith, importCsv, newCase } from '../support.ts';

const handlers = await loadHandlers();

/** Asks as the page does. */
async function ask<Result>(open: Case, name: string, args: unknown, job: Job = unwatched): Promise<Result> {
  const context = new Context();
  await context.setCase(open);
  const handler = handlers.get(name);
  if (!handler) throw new Error(`no ${name}`);
  return (await handler.run(context, handler.call.args.parse(args), job)) as Result;
}

const view = (open: Case, filter: Filter, job?: Job) =>
  ask<FilterView>(open, 'filters.view', { filter }, job);
const only = (field: Chip['field'], values: Chip['values'], negate = false): Filter => ({
  range: null,
  chips: [{ field, values, negate }],
});
const stored = (open: Case) =>
  ['filter_source', 'filter_account', 'filter_combination', 'filter_text'].map((table) =>
    open.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );

const LOG = `request_id,timestamp,account_id,model,prompt_text
1,2026-05-04T10:00:00Z,a,m-1,Explain the apple harvest
2,2026-05-04T10:20:00Z,b,m-1,explain THE apple harvest
3,2026-05-04T10:40:00Z,b,m-2,nothing to see
4,2026-05-04T11:00:00Z,c,m-2,
5,2026-05-04T11:00:00Z,c,m-2,Pears
`;
const MAPPING = canonical('request_id', 'timestamp', 'account_id', 'model', 'prompt_text');

test('words of prompts choose accounts with all their requests', async () => {
  const open = await newCase();
  await importCsv(open, LOG, MAPPING);
  const left = async (words: string[], negate = false) => {
    const { requests, accounts } = await view(open, only('text', words, negate));
    return [requests, accounts];
  };
  expect(await left(['apple'])).toEqual([3, 2]);
  expect(await left(['apple harv*', 'PEARS'])).toEqual([5, 3]);
  expect(await left(['"harvest apple"'])).toEqual([0, 0]);
  expect(await left(['apple'], true)).toEqual([2, 1]);
  await expect(left(['?!'])).rejects.toMatchObject({ code: 'BAD_ARGS' });
});

test('what is kept of a source goes with it, and is made anew with it', async () => {
  const open = await newCase();
  const { sha256 } = await importCsv(open, LOG, MAPPING);
  await importCsv(open, LOG.replaceAll('2026-05-04', '2026-05-05').replaceAll(/^(\d)/gm, 'x$1'), MAPPING);
  expect((await view(open, only('text', ['apple']))).requests).toBe(6);
  expect(stored(open)).toEqual([2, 6, 4, 2]);
  const second = open.db.prepare('SELECT sha256 FROM source WHERE sha256 <> ?').pluck().get(sha256) as string;
  await removeSource(open, second, unwatched);
  expect(stored(open)).toEqual([1, 3, 2, 1]);
  expect((await view(open, only('text', ['apple']))).requests).toBe(3);
});

test('a case that cannot be written to answers the same and stays as it is', async () => {
  const open = await newCase();
  await importCsv(open, LOG, MAPPING);
  await ask(open, 'texts.prepare', {});
  const snapshot = open.snapshot();
  try {
    expect((await view(snapshot, only('text', ['apple']))).requests).toBe(3);
    expect((await view(snapshot, only('model', ['m-2']))).requests).toBe(3);
    expect(stored(snapshot)).toEqual([0, 0, 0, 0]);
  } finally {
    snapshot.db.close();
  }
});

test('counting can be cancelled, and goes on when asked again', async () => {
  const open = await newCase();
  await importCsv(open, LOG, MAPPING);
  const stopped = new AbortController();
  const asked = view(open, NO_FILTER, { signal: stopped.signal, progress: () => {} });
  stopped.abort();
  await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
  expect((await view(open, NO_FILTER)).requests).toBe(5);
  expect(stored(open)[0]).toBe(1);
});

test('a first view waits for the counting, while other calls are answered', async () => {
  const open = await newCase();
  await importCsv(open, LOG, MAPPING);
  const order: string[] = [];
  const asked = view(open, NO_FILTER).then(() => order.push('view'));
  await ask(open, 'cases.info', {}).then(() => order.push('info'));
  await asked;
  expect(order).toEqual(['info', 'view']);
});

test('activity has what matches in front of all, whatever the range', async () => {
  const open = await newCase();
  await importCsv(open, LOG, MAPPING);
  const filter: Filter = {
    range: { fromUs: 0, toUs: 900_000_000, negate: false },
    chips: only('model', ['m-1']).chips,
  };
  const of = async (account: string | null) => {
    const { requests, matching } = await ask<FilteredActivity>(open, 'timeline.activity', {
      account,
      filter,
    });
    return [[...requests], [...(matching as Float64Array)]];
  };
  expect(await of('b')).toEqual([
    [1, 1],
    [1, 0],
  ]);
  expect(await of(null)).toEqual([
    [1, 1, 1, 2],
    [1, 1, 0, 0],
  ]);
  const bare = await ask<FilteredActivity>(open, 'timeline.activity', { account: 'b' });
  expect(bare.matching).toBeNull();
});

test('rows say how many of an account match', async () => {
  const open = await newCase();
  await importCsv(open, LOG, MAPPING);
  const filter = only('model', ['m-1']);
  const args = { sort: 'requests', descending: true, search: '', filter };
  const { ids, total } = await ask<{ ids: Uint32Array; total: number }>(open, 'accounts.order', args);
  const rows = await ask<{ account: string; requests: number; matching: number }[]>(open, 'accounts.rows', {
    ids: [...ids],
    filter,
  });
  expect(rows.map(({ account, requests, matching }) => [account, requests, matching])).toEqual([
    ['b', 2, 1],
    ['a', 1, 1],
  ]);
  expect(total).toBe(3);
});

test('counted stretches of time lie over the quarter hours as in the activity', async () => {
  const open = await newCase();
  const columns = ['timestamp', 'account_id', 'model', 'request_count', 'bucket_seconds'] as const;
  const lines = [
    '2026-05-04T10:07:00Z,a,m-1,10,3600',
    '2026-05-04T10:15:00Z,a,m-2,7,900',
    '2026-05-04T10:15:00Z,b,m-2,,900',
    'never,b,m-2,3,900',
  ];
  await importFile(
    open,
    fileWith(`${columns.join(',')}\n${lines.join('\n')}\n`),
    canonical(...columns),
    unwatched,
  );
  const all = await view(open, NO_FILTER);
  expect([all.requests, all.allRequests, all.untimed]).toEqual([20, 20, 3]);
  const activity = await ask<FilteredActivity>(open, 'timeline.activity', {
    account: null,
    filter: NO_FILTER,
  });
  expect([...(activity.matching as Float64Array)]).toEqual([...activity.requests]);
});

test('values are suggested by part, most requests first', async () => {
  const open = await newCase();
  await importCsv(open, LOG, MAPPING);
  const of = (field: string, part: string) => ask(open, 'filters.suggest', { field, part, limit: 10 });
  expect(await of('model', 'M-')).toEqual([
    { value: 'm-2', requests: 3, label: 'm-2' },
    { value: 'm-1', requests: 2, label: 'm-1' },
  ]);
  expect(await of('account', 'c')).toEqual([{ value: 'c', requests: 2, label: 'c' }]);
  expect(await of('text', '')).toEqual([]);
});

test('a range that lies on no quarter hour is refused', () => {
  const { args } = handlers.get('filters.view')!.call;
  const at = (fromUs: number) =>
    args.safeParse({ filter: { range: { fromUs, toUs: 900_000_000 }, chips: [] } });
  expect([at(-900_000_000).success, at(1).success]).toEqual([true, false]);
});

test('long values end a list early, and those no chip can name are not listed', async () => {
  const open = await newCase();
  const lines = Array.from(
    { length: 80 },
    (_, i) => `${i},2026-05-04T10:00:00Z,a,${String(i).padStart(950, 'v')},`,
  );
  lines.push(`x,2026-05-04T10:00:00Z,a,${'w'.repeat(1001)},`);
  await importCsv(open, `request_id,timestamp,account_id,model,prompt_text\n${lines.join('\n')}\n`, MAPPING);
  const { facets } = await view(open, NO_FILTER);
  const model = facets.find(({ field }) => field === 'model');
  expect(model?.entries.length).toBe(52);
  expect(model?.further).toEqual({ values: 29, requests: 29 });
});

test('accounts of a benign reference are counted in no view, as in the table of accounts, until the mark goes', async () => {
  const open = await newCase();
  await importCsv(open, LOG, MAPPING);
  const calm = LOG.replaceAll(/,([abc]),/g, ',calm_$1,')
    .replaceAll(/^(\d)/gm, 'x$1')
    .replaceAll('m-1', 'm-7');
  const { sha256 } = await importCsv(open, calm, MAPPING);
  const table = () =>
    ask<{ ids: Uint32Array; total: number }>(open, 'accounts.order', {
      sort: 'requests',
      descending: true,
      search: '',
      filter: NO_FILTER,
    });
  const counted = async (filter: Filter) => {
    const { requests, allRequests, accounts, allAccounts, activity, facets } = await view(open, filter);
    const sum = (counts: Float64Array) => counts.reduce((total, n) => total + n, 0);
    const models = facets.find(({ field }) => field === 'model')?.entries.map(({ value }) => value);
    return [requests, allRequests, accounts, allAccounts, sum(activity.matching), sum(activity.all), models];
  };
  expect(await counted(NO_FILTER)).toEqual([10, 10, 6, 6, 10, 10, ['m-2', 'm-1', 'm-7']]);
  setReference(open, sha256, true);
  expect(await counted(NO_FILTER)).toEqual([5, 5, 3, 3, 5, 5, ['m-2', 'm-1']]);
  expect(await counted(only('account', ['a'], true))).toEqual([4, 5, 2, 3, 4, 5, ['m-2', 'm-1']]);
  const { ids, total } = await table();
  expect([ids.length, total]).toEqual([3, 3]);
  const nothing = await view(open, only('model', ['m-7']));
  expect([nothing.requests, nothing.emptied]).toEqual([0, [0]]);
  expect(await ask(open, 'filters.suggest', { field: 'account', part: 'calm', limit: 10 })).toEqual([]);
  expect(await ask(open, 'filters.suggest', { field: 'model', part: 'm-7', limit: 10 })).toEqual([]);
  // Its own page shows what matches of it all the same.
  const own = await ask<FilteredActivity>(open, 'timeline.activity', {
    account: 'calm_a',
    filter: only('model', ['m-7']),
  });
  expect([...(own.matching as Float64Array)]).toEqual([1]);
  setReference(open, sha256, false);
  expect(await counted(NO_FILTER)).toEqual([10, 10, 6, 6, 10, 10, ['m-2', 'm-1', 'm-7']]);
});
