import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriate } from '../../../electron/engine/lanes/seriation.ts';

test('alike courses stand beside each other, whatever order they come in', async () => {
  const wave = (at: number) => Array.from({ length: 24 }, (_, hour) => Math.max(0, 5 - Math.abs(hour - at)));
  const series = [wave(4), wave(18), wave(5), wave(19), wave(6), wave(17)];
  expect([...(await seriate(series))]).toEqual([0, 2, 4, 3, 1, 5]);
});

test('every series has one place, and equal input gives the same order', async () => {
  const input = fc.array(fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(input, async (series) => {
      const order = await seriate(series);
      expect([...order].sort((a, b) => a - b)).toEqual([...series.keys()]);
      expect([...(await seriate(series))]).toEqual([...order]);
      if (order.length > 1) expect(order[0]).toBeLessThan(order[order.length - 1]);
    }),
    { seed: 1 },
  );
});
