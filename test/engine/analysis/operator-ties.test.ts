import { expect, test } from 'vitest';
import type { NamedList } from '../../../electron/engine/analysis/identifier-values.ts';
import { listOfRecords } from '../../../electron/engine/analysis/links/identifier-list.ts';
import type { Links } from '../../../electron/engine/analysis/links/link-accounts.ts';
import { describeTies } from '../../../electron/engine/analysis/operator-ties.ts';

const NAMES = ['v', 'w', 'x', 'y', 'z'];
/** Accounts 1 to 4 are the operator; 0 and 1 share the card too. */
const LISTS: NamedList[] = [
  { list: listOfRecords('payment_fingerprint', Uint32Array.of(1, 1, 1, 0, 0), 1), values: ['p'] },
  { list: listOfRecords('ip', Uint32Array.of(0, 1, 1, 1, 2), 2), values: ['i1', 'i2'] },
];

type Item = readonly [list: number, value: number, bits: number, credit: number];

function linksOf(
  ...list: readonly (readonly [a: number, b: number, bits: number, items: readonly Item[]])[]
): Links {
  const items = list.flatMap(([, , , own]) => own);
  let end = 0;
  return {
    a: Uint32Array.from(list, ([a]) => a),
    b: Uint32Array.from(list, ([, b]) => b),
    bits: Float64Array.from(list, ([, , bits]) => bits),
    itemFrom: Uint32Array.from([0, ...list.map(([, , , own]) => (end += own.length))]),
    itemList: Uint8Array.from(items, ([of]) => of),
    itemValue: Uint32Array.from(items, ([, value]) => value),
    itemBits: Float64Array.from(items, ([, , bits]) => bits),
    itemCredit: Float64Array.from(items, ([, , , credit]) => credit),
    priorBits: -10,
    rates: [],
    software: [],
  };
}

const LINKS = linksOf(
  [
    1,
    2,
    15.5,
    [
      [1, 0, 10, 0.3],
      [0, 0, 22.5, 1],
      [1, 1, 4, 0],
    ],
  ],
  [1, 3, 4, [[1, 0, 14, 1]]],
  [2, 3, 6, [[1, 0, 16, 1]]],
  [3, 4, 3, [[1, 1, 13, 1]]],
);
const INSIDE = [0, 1, 2, 3];
const MEMBERS = Uint32Array.of(1, 2, 3, 4);
const ties = (most?: number) => describeTies('O-1', LINKS, LISTS, INSIDE, MEMBERS, NAMES, most);

test('all links strongest first, with what counts of their items, in the places of the operator', () => {
  const { accounts, a, b, bits, itemFrom, itemValue, itemBits, total, priorBits, values } = ties();
  expect(accounts).toEqual(['w', 'x', 'y', 'z']);
  expect(a.map((one, at) => [one, b[at], bits[at]])).toEqual([
    [0, 1, 15.5],
    [1, 2, 6],
    [0, 2, 4],
    [2, 3, 3],
  ]);
  expect([total, priorBits]).toEqual([4, -10]);
  expect(itemFrom).toEqual([0, 2, 3, 4, 5]);
  expect(itemBits).toEqual([22.5, 3, 16, 14, 13]);
  expect(itemValue.map((value) => values[value].value)).toEqual(['p', 'i1', 'i1', 'i1', 'i2']);
});

test('values have who shares them by a link, and how many carry them', () => {
  expect(
    ties().values.map(({ kind, family, value, accounts, holders }) => [
      kind,
      family,
      value,
      accounts,
      holders,
    ]),
  ).toEqual([
    ['ip', 'identity', 'i1', 3, [0, 1, 2]],
    ['payment_fingerprint', 'identity', 'p', 3, [0, 1]],
    ['ip', 'identity', 'i2', 1, [2, 3]],
  ]);
});

test('of too many links the strongest are kept and those that hold it together; holders are those of all', () => {
  const { a, b, total, values } = ties(1);
  expect(a.map((one, at) => [one, b[at]])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect(total).toBe(4);
  expect(values.map(({ holders }) => holders)).toEqual(ties().values.map(({ holders }) => holders));
});
