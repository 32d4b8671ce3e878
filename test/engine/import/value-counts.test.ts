import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Run } from '../../../electron/engine/import/run.ts';
import { ValueCounts } from '../../../electron/engine/import/value-counts.ts';
import { columnOf } from '../../../electron/engine/requests/columns.ts';
import { NumberWriter } from '../../../electron/engine/requests/packed-numbers.ts';
import { eachValue } from '../../../electron/engine/requests/value-codec.ts';
import type { ValueField } from '../../../shared/contract/accounts.ts';

/** One row: its account's id, what it states, and what it counts. */
interface Row {
  readonly account: number;
  readonly model: string;
  readonly topic: string;
  readonly requests: number;
  readonly input: number;
  readonly output: number;
}

const FIELDS = ['model', 'topic'] as const;
const MOST = 5;
const SEED = [11, 12] as const;
const encoder = new TextEncoder();

/**
 * A run as the reading thread hands it on: a text may stand in the dictionary twice, as where reading gave up looking,
 * and a text may be there that no row has, as of a row that was not stored.
 */
function runOf(rows: readonly Row[], twice: boolean): Run {
  const texts = FIELDS.flatMap((field) => {
    const texts = ['of a row not stored', ...rows.map((row) => row[field])];
    const distinct = twice ? texts : [...new Set(texts)];
    const encoded = distinct.map((text) => encoder.encode(text));
    const ends: number[] = [];
    for (const { length } of encoded) ends.push((ends.at(-1) ?? 0) + length);
    const codes = rows.map((row, i) =>
      row[field] === '' ? 0 : 1 + (twice ? i + 1 : distinct.indexOf(row[field])),
    );
    if (codes.every((code) => code === 0)) return [];
    return [
      {
        number: columnOf(field).number,
        bytes: Uint8Array.from(encoded.flatMap((bytes) => [...bytes])),
        ends: Uint32Array.from(ends),
        codes: Uint32Array.from(codes),
      },
    ];
  });
  const none = new Float64Array(rows.length);
  return {
    rows: rows.length,
    account: Uint32Array.from(rows, ({ account }) => account),
    timeUs: none,
    row: none,
    idHash: [none, none],
    rowHash: [none, none],
    texts,
    numbers: [],
    newAccounts: [],
  };
}

interface Options {
  readonly weighted: boolean;
  readonly twice: boolean;
  readonly logBytes?: number;
}

function counted(runs: readonly (readonly Row[])[], { weighted, twice, logBytes }: Options): ValueCounts {
  const counts = new ValueCounts(SEED, MOST, logBytes);
  for (const rows of runs) {
    const order = Uint32Array.from(rows.keys()).sort((a, b) => rows[a].account - rows[b].account || a - b);
    counts.addRun(runOf(rows, twice), order, (row) => rows[row].account, {
      requests: weighted ? Float64Array.from(rows, ({ requests }) => requests) : undefined,
      input: Float64Array.from(rows, ({ input }) => input),
      output: Float64Array.from(rows, ({ output }) => output),
      mostTokens: weighted ? 1e12 : undefined,
    });
  }
  return counts;
}

type Sums = Record<string, readonly [requests: number, input: number, output: number]>;

/** The same by one look at each row: the first five values of a field by name, all others under null. */
function naive(runs: readonly (readonly Row[])[], { weighted }: Options): { accounts: Sums; totals: Sums } {
  const most = weighted ? 1e12 : 1e9;
  const tokens = (value: number) => (value >= 0 && value <= most && Number.isInteger(value) ? value : 0);
  const known: Record<ValueField, string[]> = { model: [], topic: [], status: [], endpoint: [] };
  const accounts: Record<string, [number, number, number]> = {};
  const totals: Record<string, [number, number, number]> = {};
  for (const field of FIELDS) {
    for (const row of runs.flat()) {
      const value = row[field];
      if (value === '') continue;
      if (
        !known[field].includes(value) &&
        known[field].length < MOST &&
        encoder.encode(value).length <= 1000
      ) {
        known[field].push(value);
      }
      const name = known[field].includes(value) ? value : null;
      for (const [into, key] of [
        [accounts, JSON.stringify([row.account, field, name])],
        [totals, JSON.stringify([field, name])],
      ] as const) {
        into[key] ??= [0, 0, 0];
        into[key][0] += weighted ? row.requests : 1;
        into[key][1] += tokens(row.input);
        into[key][2] += tokens(row.output);
      }
    }
  }
  return { accounts, totals };
}

function told(counts: ValueCounts): { accounts: Sums; totals: Sums } {
  const names = new Map<string, string | null>();
  const totals: Record<string, readonly [number, number, number]> = {};
  for (const { field, number, value, requests, inputTokens, outputTokens } of counts.totals()) {
    names.set(`${columnOf(field).number} ${number}`, value);
    totals[JSON.stringify([field, value])] = [requests, inputTokens, outputTokens];
  }
  const accounts: Record<string, readonly [number, number, number]> = {};
  let last = 0;
  for (const [account, packed] of counts.merged()) {
    expect(account).toBeGreaterThan(last);
    last = account;
    eachValue(packed, (column, number, requests, input, output) => {
      const field = FIELDS.find((name) => columnOf(name).number === column);
      const key = JSON.stringify([account, field, names.get(`${column} ${number}`)]);
      expect(accounts[key]).toBeUndefined();
      accounts[key] = [requests, input, output];
    });
  }
  return { accounts, totals };
}

const value = fc.constantFrom(
  '',
  'm-9',
  'm-9-mini',
  '(other)',
  'naïve',
  '\u0000',
  'x'.repeat(1000),
  'x'.repeat(1001),
);
const tokenCount = fc.oneof(
  fc.nat(9000),
  fc.constantFrom(Number.NaN, -1, 0.5, 1e9, 1e9 + 1, 1e12, 2 ** 40, Number.POSITIVE_INFINITY),
);
const row: fc.Arbitrary<Row> = fc.record({
  account: fc.integer({ min: 1, max: 5 }),
  model: value,
  topic: fc.oneof(
    value,
    fc.nat(20).map((n) => `topic ${n}`),
  ),
  requests: fc.nat(1000),
  input: tokenCount,
  output: tokenCount,
});
const runs = fc.array(fc.array(row, { minLength: 1, maxLength: 30 }), { maxLength: 6 });

test('counts per account and value are those of a look at every row, however rows are cut into runs', () => {
  fc.assert(
    fc.property(
      runs,
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(undefined, 0, 40),
      (all, weighted, twice, logBytes) => {
        const options = { weighted, twice, logBytes };
        expect(told(counted(all, options))).toEqual(naive(all, options));
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});

test('packed counts are the same however often the runs are merged on the way, and reading them changes nothing', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const options = { weighted: false, twice: false };
      const counts = counted(all, options);
      const once = [...counts.merged()].map(([account, packed]) => [account, [...packed]]);
      expect([...counts.merged()].map(([account, packed]) => [account, [...packed]])).toEqual(once);
      const eager = counted(all, { ...options, logBytes: 0 });
      expect([...eager.merged()].map(([account, packed]) => [account, [...packed]])).toEqual(once);
    }),
    { seed: 1 },
  );
});

test('a log of 20,000 rows with as many texts tells 10,000 of them apart', () => {
  const counts = new ValueCounts(SEED);
  const rows = 5000;
  for (let run = 0; run < 4; run++) {
    const all = Array.from({ length: rows }, (_, i) => ({
      account: 1 + (i % 7),
      model: `m ${run * rows + i}`,
      topic: 'one',
      requests: 1,
      input: 1,
      output: 2,
    }));
    const order = Uint32Array.from(all.keys()).sort((a, b) => all[a].account - all[b].account || a - b);
    const input = new Float64Array(rows).fill(1);
    counts.addRun(runOf(all, true), order, (i) => all[i].account, {
      requests: undefined,
      input,
      output: undefined,
      mostTokens: undefined,
    });
  }
  const models = [...counts.totals()].filter(({ field }) => field === 'model');
  expect(models).toHaveLength(10_001);
  expect(models[0]).toEqual({
    field: 'model',
    number: 0,
    value: null,
    requests: 10_000,
    inputTokens: 10_000,
    outputTokens: 0,
  });
  expect(models[10_000].value).toBe('m 9999');
});

test('numbers come back from their bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.maxSafeNat(), fc.maxSafeNat(), fc.maxSafeNat(), fc.maxSafeNat())),
      (values) => {
        const writer = new NumberWriter();
        writer.put(21);
        writer.put(values.length);
        for (const numbers of values) for (const number of numbers) writer.put(number);
        const back: number[][] = [];
        eachValue(writer.take(), (column, ...numbers) => {
          expect(column).toBe(21);
          back.push(numbers);
        });
        expect(back).toEqual(values);
        expect(writer.take()).toHaveLength(0);
      },
    ),
    { seed: 1 },
  );
});
