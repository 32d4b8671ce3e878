import { expect, it } from 'vitest';
import { Holders } from '../../../../electron/engine/analysis/templates/holders.ts';
import { TextPairs } from '../../../../electron/engine/analysis/templates/text-pairs.ts';

it('finds the first texts of a list that hold each pair', () => {
  const store = new TextPairs();
  for (const pairs of [[1, 2], [2], [0, 2, 3], [1, 3], [2, 3]]) {
    for (const pair of pairs) store.push(pair, 1);
    store.endText();
  }
  const holders = new Holders(4, store, 2);
  holders.read([0, 2, 3, 4], [3, 2, 0]);
  expect([0, 1, 2].map((k) => holders.of(k))).toEqual([[2, 3], [0, 2], [2]]);
  holders.read([1, 4], [3, 1]);
  expect([0, 1].map((k) => holders.of(k))).toEqual([[4], []]);
});
