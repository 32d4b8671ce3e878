import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ActivityLog } from '../../../electron/engine/import/activity-log.ts';
import { unpackActivity } from '../../../electron/engine/requests/activity-codec.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';

interface Row {
  readonly account: number;
  readonly bin: number;
  readonly failed: 0 | 1;
  readonly tokens: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  account: fc.integer({ min: 1, max: 4 }),
  bin: fc.integer({ min: 1_900_000, max: 1_900_012 }),
  failed: fc.constantFrom(0, 1),
  tokens: fc.nat(10_000),
});

function logOf(runs: readonly (readonly Row[])[]): ActivityLog {
  const log = new ActivityLog();
  for (const rows of runs) {
    const order = Uint32Array.from(rows.keys()).sort(
      (a, b) => rows[a].account - rows[b].account || rows[a].bin - rows[b].bin,
    );
    log.addRun(order, (i) => rows[i].account, {
      timeUs: Float64Array.from(rows, ({ bin }) => bin * BIN_US + 5),
      failed: Uint8Array.from(rows, ({ failed }) => failed),
      input: Float64Array.from(rows, ({ tokens }) => tokens),
      output: undefined,
    });
  }
  return log;
}

const contents = (log: ActivityLog) => ({
  total: [...log.total()],
  accounts: [...log.merged()].map(([account, packed]) => [account, [...packed]]),
});

test('however the rows are cut into runs, in order of time or not, the activities are those of one run', () => {
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 30 }), { maxLength: 6 }), (runs) => {
      expect(contents(logOf(runs))).toEqual(contents(logOf([runs.flat()])));
    }),
    { numRuns: 300, seed: 5 },
  );
});

test('an account has one entry, with the sums of each of its quarter hours', () => {
  const at = (account: number, bin: number, failed: 0 | 1, tokens: number): Row => ({
    account,
    bin,
    failed,
    tokens,
  });
  const log = logOf([
    [at(2, 100, 1, 5), at(1, 100, 0, 7)],
    [at(2, 100, 0, 6), at(2, 103, 0, 1)],
  ]);
  const merged = [...log.merged()];
  expect(merged.map(([account]) => account)).toEqual([1, 2]);
  expect(unpackActivity(merged[1][1])).toEqual({
    bin: Int32Array.of(100, 103),
    requests: Uint32Array.of(2, 1),
    failed: Uint32Array.of(1, 0),
    inputTokens: Float64Array.of(11, 1),
    outputTokens: Float64Array.of(0, 0),
  });
});
