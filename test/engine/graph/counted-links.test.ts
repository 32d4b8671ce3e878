import { expect, test } from 'vitest';
import { countedLinks, countsAll } from '../../../electron/engine/graph/counted-links.ts';
import { madeTies } from './ties.ts';

/** Three accounts: 0-1 by a card and a template, 1-2 by a template alone, 0-2 by an address. */
const TIES = madeTies(
  'O-1',
  ['x', 'y', 'z'],
  ['payment_fingerprint=p', 'template=t', 'ip=i'],
  [
    {
      a: 0,
      b: 1,
      items: [
        [0, 20],
        [1, 6],
      ],
    },
    { a: 1, b: 2, items: [[1, 14]] },
    { a: 0, b: 2, items: [[2, 13]] },
  ],
);

const counted = (withoutKinds: readonly string[], leastBits = 0) =>
  countedLinks(TIES, { withoutKinds, leastBits }).map(({ a, b, bits, values }) => [a, b, bits, ...values]);

test('links lose the bits of what is left out, and are none below the threshold of a link', () => {
  expect(counted([])).toEqual([
    [0, 1, 16, 0, 1],
    [1, 2, 4, 1],
    [0, 2, 3, 2],
  ]);
  expect(counted(['template'])).toEqual([
    [0, 1, 10, 0],
    [0, 2, 3, 2],
  ]);
  expect(counted(['payment_fingerprint'])).toEqual([
    [1, 2, 4, 1],
    [0, 2, 3, 2],
  ]);
  expect(counted(['payment_fingerprint', 'template', 'ip'])).toEqual([]);
});

test('a higher threshold leaves the stronger ones, a lower one than that of a link changes nothing', () => {
  expect(counted([], 4)).toHaveLength(2);
  expect(counted([], 16.5)).toEqual([]);
  expect(counted([], 1)).toHaveLength(3);
  expect(countsAll({ withoutKinds: [], leastBits: 3 })).toBe(true);
  expect(countsAll({ withoutKinds: ['ip'], leastBits: 0 })).toBe(false);
  expect(countsAll({ withoutKinds: [], leastBits: 4 })).toBe(false);
});
