import { expect, test } from 'vitest';
import { HashTable } from '../../../electron/engine/import/hash-table.ts';
import { Rng } from '../../../electron/engine/rng.ts';

const COUNT = 60_000;

/** As many hashes as make the table grow, some of which differ in one half alone. */
function hashes(): (readonly [high: number, low: number])[] {
  const rng = new Rng(3);
  const half = () => rng.int(0, 2 ** 32 - 1);
  const random = Array.from({ length: COUNT }, () => [half(), half()] as const);
  return [
    ...random,
    ...random
      .slice(0, 100)
      .flatMap(([high, low]) => [[high, low ^ 1] as const, [(high ^ 1) >>> 0, low] as const]),
    [0, 0],
  ].map(([high, low]) => [high, low >>> 0]);
}

test('a hash is new once, and then there with the value it came with', () => {
  const table = new HashTable(true);
  const all = hashes();
  const found = (value: number) => new Set(all.map(([high, low], i) => table.add(high, low, i, value)));
  expect(found(7)).toEqual(new Set(['new']));
  expect(found(7)).toEqual(new Set(['same']));
  expect(found(8)).toEqual(new Set(['other']));
});

test('without values a hash is there or not', () => {
  const table = new HashTable(false);
  const all = hashes();
  const found = () => new Set(all.map(([high, low]) => table.add(high, low)));
  expect(found()).toEqual(new Set(['new']));
  expect(found()).toEqual(new Set(['same']));
});
