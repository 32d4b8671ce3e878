import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runOrder } from '../../../electron/engine/import/run-order.ts';

test('rows come by the id of their account in the case, then by time, those without one last, then by row', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(5), fc.constant(Number.NaN))), { maxLength: 40 }),
      (drawn, ascending, rows) => {
        const ids = ascending ? drawn.toSorted((a, b) => a - b) : drawn;
        const account = Uint32Array.from(rows, ([pick]) => pick % ids.length);
        const timeUs = Float64Array.from(rows, ([, time]) => time);
        const last = (time: number) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time);
        const expected = [...rows.keys()].sort((a, b) => {
          const byId = ids[account[a]] - ids[account[b]];
          if (byId !== 0) return byId;
          const [left, right] = [last(timeUs[a]), last(timeUs[b])];
          return left === right ? a - b : left - right;
        });
        expect([...runOrder(account, timeUs, ids)]).toEqual(expected);
      },
    ),
    { numRuns: 500, seed: 9 },
  );
});
