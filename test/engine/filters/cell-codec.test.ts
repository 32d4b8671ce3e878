import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellReader, countCells, NO_BIN } from '../../../electron/engine/filters/cell-codec.ts';
import { CellLog } from '../../../electron/engine/filters/cell-log.ts';

const cell = fc.record({
  account: fc.integer({ min: 1, max: 5 }),
  bin: fc.oneof(fc.integer({ min: -0x8000_0000, max: 0x7fff_fffe }), fc.constantFrom(0, 1, NO_BIN)),
  combination: fc.integer({ min: 0, max: 3000 }),
  requests: fc.constantFrom(0, 1, 127, 128, 2 ** 31, 2 ** 40),
});

test('cells come back by account, time and combination, equal ones added up', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
      const log = new CellLog();
      const sums = new Map<string, number>();
      for (const { account, bin, combination, requests } of cells) {
        log.add(account, bin, combination, requests);
        const key = [account, bin, combination].join();
        if (requests > 0) sums.set(key, (sums.get(key) ?? 0) + requests);
      }
      const { accounts, ends, bytes, most } = log.packed();
      const found: number[][] = [];
      const reader = new CellReader();
      accounts.forEach((account, i) => {
        const own = bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i]);
        expect(countCells(own)).toBeGreaterThan(0);
        for (reader.open(own); reader.left > 0; ) {
          reader.next();
          found.push([account, reader.bin, reader.combination, reader.requests]);
        }
      });
      const expected = [...sums].map(([key, requests]) => [...key.split(',').map(Number), requests]);
      expected.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
      expect(found).toEqual(expected);
      expect(most).toBe(Math.max(0, ...sums.values()));
    }),
    { numRuns: 300 },
  );
});
