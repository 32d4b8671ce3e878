import { expect, test } from 'vitest';
import { expansionWords, keptWords, partsWords } from '../../../../renderer/features/graph/graph-words.ts';
import { tooMuch } from '../../../../renderer/features/graph/size-guard.ts';

test('an expansion says what it brings', () => {
  const one = {
    kind: 'payment_fingerprint',
    family: 'identity',
    values: 1,
    accounts: ['a', 'b', 'c'],
  } as const;
  expect(expansionWords(one, new Set(['a']))).toBe('payment fingerprint: 1 value, 3 accounts, 2 not shown');
  expect(expansionWords(one, new Set(['a', 'b', 'c']))).toBe(
    'payment fingerprint: 1 value, 3 accounts, all shown',
  );
});

const parts = (...sizes: number[]) => ({
  operator: 'O-1',
  accounts: sizes.reduce((sum, size) => sum + size, 0),
  parts: sizes,
  kept: 10,
  total: 10,
  counted: 10,
  weakest: null,
});

test('parts by letter, accounts alone together', () => {
  expect(partsWords(parts(50))).toBe('All 50 accounts in one part');
  expect(partsWords(parts(40, 7, 1, 1))).toBe('2 parts: A 40, B 7, 2 alone');
  expect(partsWords(parts(1, 1, 1))).toBe('All 3 accounts alone');
});

test('links kept are said against all there are', () => {
  expect(keptWords(parts(2))).toBe('10 links, all kept');
  expect(keptWords({ ...parts(2), total: 44_850, counted: 4 })).toBe('10 of 44,850 links kept; 4 count');
});

test('too much for a picture is said with what to do', () => {
  const of = (nodes: number, edges: number) =>
    tooMuch({ nodes: { length: nodes } as never, edges: { length: edges } as never });
  expect(of(2000, 8000)).toBeNull();
  expect(of(2001, 0)).toContain('2,001 nodes');
  expect(of(10, 8001)).toContain('8,001 lines');
});
