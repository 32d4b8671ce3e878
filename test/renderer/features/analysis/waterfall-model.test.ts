import { expect, test } from 'vitest';
import {
  linkBetween,
  otherEnd,
  partnersOf,
  sharedKinds,
  waterfallBars,
  waterfallDomain,
} from '../../../../renderer/features/analysis/waterfall-model.ts';
import type { Link } from '../../../../shared/contract/analysis.ts';

const LINK: Link = {
  a: 'a',
  b: 'b',
  bits: 4,
  priorBits: -10,
  items: [
    { kind: 'payment_fingerprint', family: 'identity', bits: 16, value: 'pf_1', accountsWithValue: 2 },
    { kind: 'template', family: 'content', bits: -2, value: '\u202eevil', accountsWithValue: 3 },
  ],
};
const link = (a: string, b: string, bits: number): Link => ({ ...LINK, a, b, bits });

test('each bar begins where the one before ends, and the sum begins at even odds', () => {
  const bars = waterfallBars(LINK);
  expect(bars.map(({ role, from, to }) => [role, from, to])).toEqual([
    ['prior', 0, -10],
    ['item', -10, 6],
    ['item', 6, 4],
    ['sum', 0, 4],
  ]);
  expect(bars.map(({ label }) => label)).toEqual(['prior', 'payment fingerprint', 'prompt template', 'sum']);
  expect(bars.map(({ value, accounts }) => [value, accounts])).toEqual([
    [null, null],
    ['pf_1', 2],
    ['\u202eevil', 3],
    [null, null],
  ]);
  expect(new Set(bars.map(({ key }) => key)).size).toBe(4);
});

test('even odds lie in the domain, whatever the bars', () => {
  expect(waterfallDomain(waterfallBars(LINK))).toEqual([-10, 6]);
  const weak = { ...LINK, bits: -10, items: [] };
  expect(waterfallDomain(waterfallBars(weak))).toEqual([-10, 0]);
});

test('a link has no direction', () => {
  const links = [link('a', 'b', 1), link('b', 'c', 2)];
  expect(linkBetween(links, 'c', 'b')).toBe(links[1]);
  expect(linkBetween(links, 'a', 'c')).toBeUndefined();
  expect([otherEnd(links[1], 'b'), otherEnd(links[1], 'c')]).toEqual(['c', 'b']);
});

test('partners: linked ones first, strongest first, then the others in their order, never the account itself', () => {
  const links = [link('b', 'a', 1), link('a', 'd', 9), link('b', 'd', 20)];
  expect(partnersOf(['a', 'b', 'c', 'd', 'e'], links, 'a')).toEqual([
    { account: 'd', bits: 9 },
    { account: 'b', bits: 1 },
    { account: 'c', bits: null },
    { account: 'e', bits: null },
  ]);
});

test('kinds of evidence are named once', () => {
  const { items } = LINK;
  expect(sharedKinds({ ...LINK, items: [...items, items[0]] })).toBe('payment fingerprint, prompt template');
});
