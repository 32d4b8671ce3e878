import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawStratified } from '../../../electron/engine/coding/stratified-sample.ts';

const names = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);

test('half of each stratum, each account once, all of a stratum that has fewer', () => {
  fc.assert(
    fc.property(
      fc.record({
        operator: fc.integer({ min: 1, max: 30 }),
        cohort: fc.integer({ min: 1, max: 30 }),
        size: fc.integer({ min: 2, max: 50 }),
        seed: fc.integer({ min: 0, max: 0xffff_ffff }),
      }),
      ({ operator, cohort, size, seed }) => {
        const frame = { operator: names('o', operator), cohort: names('c', cohort) };
        const drawn = drawStratified(frame, size, seed);
        const of = (stratum: string) => drawn.filter((one) => one.stratum === stratum).length;
        expect(of('operator')).toBe(Math.min(operator, Math.ceil(size / 2)));
        expect(of('cohort')).toBe(Math.min(cohort, Math.floor(size / 2)));
        expect(new Set(drawn.map(({ account }) => account)).size).toBe(drawn.length);
        for (const { account, stratum } of drawn) expect(frame[stratum]).toContain(account);
        const turned = { operator: [...frame.operator].reverse(), cohort: [...frame.cohort].reverse() };
        expect(drawStratified(turned, size, seed)).toEqual(drawn);
      },
    ),
    { numRuns: 200, seed: 3 },
  );
});

test('every account is as likely as another, and so is every place in the order', () => {
  const frame = { operator: names('o', 10), cohort: names('c', 20) };
  const draws = 4000;
  const times = new Map<string, number>();
  let operatorFirst = 0;
  for (let seed = 0; seed < draws; seed++) {
    const drawn = drawStratified(frame, 10, seed);
    for (const { account } of drawn) times.set(account, (times.get(account) ?? 0) + 1);
    if (drawn[0].stratum === 'operator') operatorFirst++;
  }
  // Five of ten and five of twenty; five standard errors of a share of a half in 4,000 are .04.
  for (const account of frame.operator)
    expect(Math.abs((times.get(account) ?? 0) / draws - 0.5)).toBeLessThan(0.04);
  for (const account of frame.cohort)
    expect(Math.abs((times.get(account) ?? 0) / draws - 0.25)).toBeLessThan(0.035);
  expect(Math.abs(operatorFirst / draws - 0.5)).toBeLessThan(0.04);
});
