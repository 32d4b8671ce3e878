import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBands } from '../../../electron/engine/bands/count-bands.ts';
import { handlers } from '../../../electron/engine/bands/handlers.ts';
import type { Context } from '../../../electron/engine/context.ts';
import { answerFilter } from '../../../electron/engine/filters/answer.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { type Band, getBands, MOST_BAND_STEPS, MOST_BANDS } from '../../../shared/contract/bands.ts';
import {
  type Filter,
  NO_FILTER,
  REQUEST_FIELDS,
  type RequestChipField,
} from '../../../shared/contract/filters.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { importRows, introduce, PEOPLE } from '../filters/population.ts';
import { filters, meets, type Row, rows, START_US } from '../filters/reference.ts';
import { newCase } from '../support.ts';

const START = START_US / BIN_US;

/** Every row looked at by itself. */
function expected(
  all: readonly Row[],
  account: string,
  field: RequestChipField,
  edges: readonly number[],
  filter: Filter,
) {
  const own = all.filter((row) => row.account === account);
  const asked = { range: null, chips: filter.chips.filter((chip) => chip.field !== field) };
  const left = own.filter((row) => meets(row, PEOPLE, asked));
  const steps = edges.length - 1;
  const stated = [...new Set(left.flatMap((row) => row[field] ?? []))];
  const having = (value: string | null) => left.filter((row) => row[field] === value);
  stated.sort((a, b) => having(b).length - having(a).length || (a < b ? -1 : 1));
  const groups: { band: Band; rows: Row[] }[] = stated.slice(0, MOST_BANDS).map((value) => {
    const found = having(value);
    return { band: { kind: 'value', value, values: 1, requests: found.length }, rows: found };
  });
  const others = stated.slice(MOST_BANDS);
  if (others.length > 0) {
    const found = others.flatMap(having);
    const band = { kind: 'others', value: null, values: others.length, requests: found.length } as const;
    groups.push({ band, rows: found });
  }
  const none = having(null);
  if (none.length > 0)
    groups.push({ band: { kind: 'none', value: null, values: 0, requests: none.length }, rows: none });
  const counts = new Float64Array(groups.length * steps);
  groups.forEach(({ rows: found }, b) => {
    for (const { us } of found) {
      const step = edges.findIndex(
        (edge, s) => s < steps && us !== null && us >= edge * BIN_US && us < edges[s + 1] * BIN_US,
      );
      if (step >= 0) counts[b * steps + step]++;
    }
  });
  return {
    bands: groups.map(({ band }) => band),
    counts,
    values: stated.length,
    requests: left.length,
    untimed: left.filter(({ us }) => us === null).length,
    ofRequests: own.length,
    imported: all.some((row) => row[field] !== null),
  };
}

const someEdges = fc
  .uniqueArray(fc.integer({ min: -3, max: 14 }), { minLength: 2, maxLength: 8 })
  .map((list) => list.sort((a, b) => a - b).map((bin) => START + bin));

test('every count is what looking at each row gives, over several sources, untimed rows and missing values', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rows, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(filters, someEdges), { minLength: 8, maxLength: 8 }),
      async (sources, asked) => {
        const open = await newCase();
        await introduce(open);
        for (const source of sources) await importRows(open, source);
        const idOf = open.db.prepare('SELECT id FROM account WHERE external_id = ?').pluck();
        for (const [filter, edges] of [[NO_FILTER, [START, START + 11]] as const, ...asked]) {
          const answer = await answerFilter(open, filter, unwatched);
          for (const account of ['a', 'b', 'c'])
            for (const field of REQUEST_FIELDS)
              expect(countBands(answer, idOf.get(account) as number, field, edges)).toEqual(
                expected(sources.flat(), account, field, edges, filter),
              );
        }
        await open.close();
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
}, 120_000);

test('values beyond the foremost are one band, and so are values that no chip can name', async () => {
  const open = await newCase();
  const row = (topic: string | null, k: number): Row => ({
    account: 'b',
    us: k === 7 ? null : START_US + k * 1_000_000,
    model: 'm',
    endpoint: null,
    status: null,
    topic,
  });
  const long = 'x'.repeat(1001);
  const all: Row[] = [];
  for (let value = 0; value < 15; value++)
    for (let k = 0; k <= value; k++) all.push(row(`t ${String(value).padStart(2, '0')}`, k));
  for (let k = 0; k < 40; k++) all.push(row(long, k));
  all.push(row(null, 1));
  await importRows(open, all);
  const id = open.db.prepare('SELECT id FROM account').pluck().get() as number;
  const found = countBands(await answerFilter(open, NO_FILTER, unwatched), id, 'topic', [START, START + 1]);
  expect(found.bands).toHaveLength(14);
  expect(found.bands[0]).toEqual({ kind: 'value', value: 't 14', values: 1, requests: 15 });
  // t 00 to t 02 and the long one.
  expect(found.bands[12]).toEqual({ kind: 'others', value: null, values: 4, requests: 1 + 2 + 3 + 40 });
  expect(found.bands[13]).toEqual({ kind: 'none', value: null, values: 0, requests: 1 });
  expect(found.values).toBe(16);
  // Eight values and the long one have a row numbered 7, which has no time.
  expect(found.untimed).toBe(9);
  expect([...found.counts].reduce((sum, n) => sum + n, 0)).toBe(found.requests - found.untimed);
});

test('an account that the case does not hold is said so, one without requests has no bands', async () => {
  const open = await newCase();
  await introduce(open);
  const [{ run }] = handlers;
  const asked = (account: string) =>
    run({ case: open } as Context, { account, field: 'model', edges: [0, 1] }, unwatched);
  await expect(asked('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await asked('a')).toMatchObject({ bands: [], values: 0, ofRequests: 0, imported: false });
});

test('edges that do not ascend, or are too many, are refused', () => {
  const asked = (edges: number[]) => getBands.args.safeParse({ account: 'b', field: 'model', edges }).success;
  expect(asked([1, 2, 3])).toBe(true);
  expect(asked([1, 1])).toBe(false);
  expect(asked([2, 1])).toBe(false);
  expect(asked([1])).toBe(false);
  expect(asked(Array.from({ length: MOST_BAND_STEPS + 1 }, (_, i) => i))).toBe(true);
  expect(asked(Array.from({ length: MOST_BAND_STEPS + 2 }, (_, i) => i))).toBe(false);
});
