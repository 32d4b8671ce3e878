import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceCells } from '../../../electron/engine/filters/build-cells.ts';
import { NO_BIN } from '../../../electron/engine/filters/cell-codec.ts';
import { indexCells } from '../../../electron/engine/filters/cell-index.ts';
import { CellLog } from '../../../electron/engine/filters/cell-log.ts';
import { count } from '../../../electron/engine/filters/count.ts';
import { type Failures, findFailures, MET } from '../../../electron/engine/filters/failures.ts';
import { overSteps, stepTable } from '../../../electron/engine/filters/step-table.ts';
import { type Chip, REQUEST_FIELDS } from '../../../shared/contract/filters.ts';

/** Requests of account `account` in bin `bin`, null for none, with a value of each field, null for none. */
interface Row {
  readonly account: number;
  readonly bin: number | null;
  readonly values: readonly (string | null)[];
  readonly requests: number;
}

const ACCOUNTS = 4;
const rows = fc.array(
  fc.record<Row>({
    account: fc.integer({ min: 0, max: ACCOUNTS - 1 }),
    // Before 1970 too; a large number makes cells wide.
    bin: fc.option(fc.integer({ min: -3, max: 9 }), { freq: 5 }),
    values: fc.tuple(...REQUEST_FIELDS.map(() => fc.constantFrom(null, 'x', 'y'))),
    requests: fc.constantFrom(0, 1, 1, 2, 300, 70_000, 2 ** 33),
  }),
  { maxLength: 30 },
);
const chips = fc.array(
  fc.record<Chip>({
    field: fc.constantFrom(...REQUEST_FIELDS),
    values: fc.array(fc.constantFrom(null, 'x', 'y', 'z'), { minLength: 1, maxLength: 2 }),
    negate: fc.boolean(),
  }),
  { maxLength: 3 },
);
/** Groups of conditions on accounts that each account fails. */
const failing = fc.array(fc.constantFrom(0, 0, 5, 6, 255), { minLength: ACCOUNTS, maxLength: ACCOUNTS });
const range = fc.option(
  fc
    .tuple(fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 14 }), fc.boolean())
    .map(([from, to, negate]) => ({ from, to, negate })),
);

/** Ids in the case are the place plus 10. */
function sourceOf(own: readonly Row[]): SourceCells {
  const log = new CellLog();
  const combinations: (readonly (string | null)[])[] = [];
  for (const { account, bin, values, requests } of own) {
    let number = combinations.findIndex((known) => known.join() === values.join());
    if (number < 0) number = combinations.push(values) - 1;
    log.add(account + 10, bin ?? NO_BIN, number, requests);
  }
  return { combinations, ...log.packed() };
}

const groupOf = (field: Chip['field']) => 1 + (REQUEST_FIELDS as readonly string[]).indexOf(field);

/** The groups of conditions that a row fails. */
function failedBy(row: Row, asked: readonly Chip[], fails: readonly number[]): Set<number> {
  const failed = asked.filter(
    ({ field, values, negate }) => values.includes(row.values[groupOf(field) - 1]) === negate,
  );
  return new Set([
    ...failed.map(({ field }) => groupOf(field)),
    ...(fails[row.account] ? [fails[row.account]] : []),
  ]);
}

const sum = (list: readonly Row[]) => list.reduce((total, { requests }) => total + requests, 0);

test('counts are what looking at each row gives, for several sources', () => {
  fc.assert(
    fc.property(
      fc.array(rows, { maxLength: 3 }),
      chips,
      failing,
      range,
      fc.integer({ min: 1, max: 5 }),
      (sources, asked, fails, within, blockBins) => {
        const index = indexCells(sources.map(sourceOf), ACCOUNTS, (id) => id - 10, blockBins);
        const all = sources.flat().filter(({ requests }) => requests > 0);
        const failures: Failures = {
          ofCombination: findFailures(index, asked, [], (place) => groupOf(asked[place].field)).ofCombination,
          ofAccount: Uint8Array.from(fails),
        };
        const counts = count(index, failures, within);
        const everyone = new Uint8Array(ACCOUNTS).fill(1);
        const at = ({ bin }: Row) => (bin as number) - index.firstBin;
        const inRange = all.filter(
          (row) =>
            within === null ||
            (row.bin !== null && at(row) >= within.from && at(row) < within.to) !== within.negate,
        );
        const failed = (row: Row) => [...failedBy(row, asked, fails)];
        expect(counts.requests).toBe(sum(inRange.filter((row) => failed(row).length === 0)));
        for (let account = 0; account < ACCOUNTS; account++) {
          const own = inRange.filter((row) => row.account === account && fails[account] !== 255);
          const left = own.filter((row) => failed(row).every((group) => group === fails[account]));
          expect(counts.ofAccount[account]).toBe(sum(left));
        }
        REQUEST_FIELDS.forEach((field, f) => {
          for (const value of [null, 'x', 'y']) {
            const left = inRange.filter(
              (row) => row.values[f] === value && failed(row).every((group) => group === groupOf(field)),
            );
            const number = index.values[f].find(value) ?? -1;
            expect(counts.ofValue[f].requests[number] ?? 0).toBe(sum(left));
            expect(counts.ofValue[f].accounts[number] ?? 0).toBe(
              new Set(left.map(({ account }) => account)).size,
            );
          }
        });
        for (const stepBins of [1, 3]) {
          const expected = new Float64Array(Math.ceil(index.bins / stepBins));
          for (const row of all) {
            if (row.bin !== null && failed(row).length === 0)
              expected[Math.floor(at(row) / stepBins)] += row.requests;
          }
          expect(overSteps(index, stepTable(index, stepBins, everyone), failures, everyone)).toEqual(
            expected,
          );
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('without requests nothing is counted and time has no length', () => {
  const index = indexCells([], 2, () => undefined);
  const nobody = { ofCombination: new Uint8Array(0), ofAccount: new Uint8Array(2).fill(MET) };
  expect(count(index, nobody, null).requests).toBe(0);
  expect([index.bins, stepTable(index, 1, new Uint8Array(2).fill(1)).all.length]).toEqual([0, 0]);
});

test('fields of many values, more than an account has requests, are counted the same', () => {
  const own: Row[] = Array.from({ length: 1500 }, (_, i) => ({
    account: i % ACCOUNTS,
    bin: (i * 7) % 40,
    values: [`m${i % 40}`, `e${(i * 3) % 35}`, `s${(i * 5) % 33}`, `t${(i * 11) % 700}`],
    requests: 1 + (i % 3),
  }));
  const index = indexCells([sourceOf(own)], ACCOUNTS, (id) => id - 10, 4);
  const chip: Chip = { field: 'model', values: ['m4', 'm7', 'm21'], negate: false };
  const failures = findFailures(index, [chip], [undefined], () => 1);
  for (const within of [
    { from: 9, to: 10, negate: false },
    { from: 3, to: 31, negate: false },
    { from: 3, to: 31, negate: true },
  ]) {
    const counts = count(index, failures, within);
    const inRange = own.filter(
      ({ bin }) => (Number(bin) >= within.from && Number(bin) < within.to) !== within.negate,
    );
    REQUEST_FIELDS.forEach((field, f) => {
      const left = inRange.filter(({ values }) => field === 'model' || chip.values.includes(values[0]));
      for (const value of new Set(own.map(({ values }) => values[f]))) {
        const having = left.filter(({ values }) => values[f] === value);
        const number = index.values[f].find(value) as number;
        expect([counts.ofValue[f].requests[number], counts.ofValue[f].accounts[number]]).toEqual([
          sum(having),
          new Set(having.map(({ account }) => account)).size,
        ]);
      }
    });
  }
});
