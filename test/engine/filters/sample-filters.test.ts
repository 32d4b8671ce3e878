import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase } from '../../../electron/engine/case/open-case.ts';
import type { Context } from '../../../electron/engine/context.ts';
import { handlers as filters } from '../../../electron/engine/filters/handlers.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { writeSample } from '../../../electron/engine/sample/write-sample.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { handlers as timeline } from '../../../electron/engine/timeline/handlers.ts';
import type { Call } from '../../../shared/contract/define.ts';
import { type Filter, REQUEST_FIELDS, viewFilter } from '../../../shared/contract/filters.ts';
import { getRequests } from '../../../shared/contract/timeline.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { NEW_CASE } from '../support.ts';

let folder: string;
let open: Case;
let range: NonNullable<Filter['range']>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stillwatch-filters-'));
  await writeSample(folder, { size: 'S', seed: 4 });
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  const file = join(folder, 'requests.csv');
  await importFile(open, file, await completeMapping(open.db, file, null), unwatched);
  const [[first, last]] = sql<[number, number]>('SELECT min(time_us), max(time_us) FROM requests');
  const bin = (share: number) => Math.floor((first + (last - first) * share) / BIN_US) * BIN_US;
  range = { fromUs: bin(0.3), toUs: bin(0.7), negate: false };
}, 60_000);
afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

function sql<Row>(text: string): Row[] {
  const { rows } = querySql(open, text);
  return rows as Row[];
}

async function ask<Args, Result>(call: Call<Args, Result>, args: Args): Promise<Result> {
  const handler = [...filters, ...timeline].find((one) => one.call.name === call.name);
  return (await handler?.run({ case: open } as Context, call.args.parse(args), unwatched)) as Result;
}

/** A filter as a condition of SQL. */
function where({ range: time, chips }: Filter): string {
  const parts = chips.map(({ field, values, negate }) => {
    const list = values.filter((value) => value !== null).map((value) => `'${value}'`);
    const column = field === 'account' ? 'account_id' : field;
    const has = `(${column} IN (${list.join(', ')})${values.includes(null) ? ` OR ${column} IS NULL` : ''})`;
    return `ifnull(${has}, 0) = ${negate ? 0 : 1}`;
  });
  if (time) {
    const inside = `ifnull(time_us >= ${time.fromUs} AND time_us < ${time.toUs}, 0)`;
    parts.push(`${inside} = ${time.negate ? 0 : 1}`);
  }
  return parts.length === 0 ? '1' : parts.join(' AND ');
}

function someFilters(): Filter[] {
  const most = (column: string) =>
    sql<[string | null]>(`SELECT ${column} FROM requests GROUP BY 1 ORDER BY count(*) DESC LIMIT 4`).map(
      ([value]) => value,
    );
  const [models, topics, accounts] = [most('model'), most('topic'), most('account_id')];
  const outside = { ...range, negate: true };
  const model = { field: 'model', values: [models[1]], negate: false } as const;
  const failing = { field: 'status', values: ['200'], negate: true } as const;
  const topic = { field: 'topic', values: [topics[0], topics[2], null], negate: false } as const;
  const account = { field: 'account', values: accounts, negate: false } as const;
  return [
    { range: outside, chips: [] },
    { range, chips: [topic] },
    { range: outside, chips: [model, failing] },
    { range: outside, chips: [topic, { ...account, negate: true }] },
    { range, chips: [account, failing] },
  ].map((filter) => ({
    ...filter,
    chips: filter.chips.map((chip) => ({ ...chip, values: [...chip.values] })),
  }));
}

test('a view counts what SQL counts, inside and outside of a time', async () => {
  for (const filter of someFilters()) {
    const view = await ask(viewFilter, { filter });
    const [[requests, accounts]] = sql(
      `SELECT count(*), count(DISTINCT account_id) FROM requests WHERE ${where(filter)}`,
    ) as [number, number][];
    expect([view.requests, view.accounts]).toEqual([requests, accounts]);
    for (const field of REQUEST_FIELDS) {
      const chips = filter.chips.filter((chip) => chip.field !== field);
      const expected = sql<[string | null, number, number]>(
        `SELECT ${field}, count(*), count(DISTINCT account_id) FROM requests
         WHERE ${where({ ...filter, chips })} GROUP BY 1`,
      );
      const { entries } = view.facets.find((facet) => facet.field === field)!;
      expect(new Map(entries.map((entry) => [entry.value, [entry.requests, entry.accounts]]))).toEqual(
        new Map(expected.map(([value, ...counts]) => [value, counts])),
      );
    }
    const { activity } = view;
    const overTime = new Float64Array(activity.matching.length);
    for (const [us] of sql<[number]>(
      `SELECT time_us FROM requests
       WHERE time_us IS NOT NULL AND ${where({ ...filter, range: null })}`,
    ))
      overTime[Math.floor((us / BIN_US - activity.firstBin) / activity.stepBins)]++;
    expect(activity.matching).toEqual(overTime);
  }
});

test('single requests are those that SQL finds, and with others all of them, told apart', async () => {
  const all = { fromUs: 0, toUs: 2 ** 52, limit: 100_000 };
  const [[account]] = sql<[string]>(
    'SELECT account_id FROM requests GROUP BY 1 ORDER BY count(DISTINCT model) DESC, count(*) DESC LIMIT 1',
  );
  const of = `account_id = '${account}' AND time_us IS NOT NULL`;
  for (const filter of someFilters()) {
    const expected = sql<[number]>(
      `SELECT time_us FROM requests WHERE ${of} AND ${where(filter)} ORDER BY 1`,
    ).map(([us]) => us);
    const found = await ask(getRequests, { account, ...all, filter });
    expect([...found.timeUs]).toEqual(expected);
    const few = await ask(getRequests, { account, ...all, limit: 2, filter });
    expect([[...few.timeUs], few.truncated]).toEqual([expected.slice(0, 2), expected.length > 2]);
    const apart = await ask(getRequests, { account, ...all, filter, others: true });
    expect([...apart.timeUs].filter((_, i) => apart.matches?.[i] === 1)).toEqual(expected);
    expect(apart.timeUs).toEqual((await ask(getRequests, { account, ...all })).timeUs);
  }
});
