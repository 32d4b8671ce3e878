import { expect, test } from 'vitest';
import { PLAIN } from '../../../../renderer/features/lanes/arrangement.ts';
import { laneRows } from '../../../../renderer/features/lanes/lane-rows.ts';
import type { LaneInfo } from '../../../../shared/contract/lanes.ts';

const lane = (
  account: string,
  firstUs: number | null,
  lastUs: number | null,
  requests: number,
  plan: string | null,
): LaneInfo => ({
  account,
  requests,
  failed: 0,
  ofRequests: requests,
  matches: true,
  firstUs,
  lastUs,
  organisation: null,
  plan,
  operator: null,
  statuses: [],
});
const lanes = [
  lane('d', 10, 40, 5, 'pro'),
  lane('c', 20, 90, 50, null),
  lane('b', 20, 30, 50, 'pro'),
  lane('a', null, null, 2, 'free'),
];
const order = (change: Partial<typeof PLAIN>, similar: Uint32Array | null = null) =>
  laneRows(lanes, { ...PLAIN, ...change }, similar).map((row) =>
    row.kind === 'lane' ? lanes[row.lane].account : `${row.title} ${row.lanes} ${row.requests}`,
  );

test('lanes are sorted by each measure, those without it last, ties by account', () => {
  expect(order({})).toEqual(['d', 'b', 'c', 'a']);
  expect(order({ sort: 'last seen' })).toEqual(['c', 'd', 'b', 'a']);
  expect(order({ sort: 'volume' })).toEqual(['b', 'c', 'd', 'a']);
  expect(order({ sort: 'account' })).toEqual(['a', 'b', 'c', 'd']);
  expect(order({ sort: 'similarity' }, Uint32Array.of(3, 1, 0, 2))).toEqual(['a', 'c', 'd', 'b']);
  expect(order({ sort: 'similarity' })).toEqual(['d', 'c', 'b', 'a']);
});

test('pinned lanes come first in their own order, hidden ones not at all', () => {
  expect(order({ pinned: ['a', 'c', 'nobody'], hidden: ['d'] })).toEqual(['a', 'c', 'b']);
  expect(order({ pinned: ['a'], hidden: ['a'] })).toEqual(['d', 'b', 'c']);
});

test('groups have a heading with what is in them', () => {
  expect(order({ group: 'plan', pinned: ['c'] })).toEqual([
    'pinned 1 50',
    'c',
    'pro 2 55',
    'd',
    'b',
    'free 1 2',
    'a',
  ]);
  expect(order({ group: 'organisation' })[0]).toBe('no organisation given 4 107');
});

test('lanes outside the filter stand at the end under a heading of their own, sorted alike', () => {
  const some = lanes.map((one) => ({ ...one, matches: one.account !== 'd' && one.account !== 'c' }));
  const rows = laneRows(some, { ...PLAIN, group: 'plan' }, null).map((row) =>
    row.kind === 'lane' ? some[row.lane].account : `${row.title} ${row.lanes} ${row.requests}`,
  );
  expect(rows).toEqual(['pro 1 50', 'b', 'free 1 2', 'a', 'outside the filter 2 55', 'd', 'c']);
});
