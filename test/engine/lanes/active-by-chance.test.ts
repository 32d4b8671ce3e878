import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activeByChance } from '../../../electron/engine/lanes/active-by-chance.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';

/** 1970-01-05, a Monday. */
const MONDAY = 4;

/** Activity with a request at each of the hours since 1970. */
function activeAt(hours: readonly number[]): Activity {
  const bins = [...new Set(hours)].sort((a, b) => a - b).map((hour) => hour * 4);
  return {
    bin: Int32Array.from(bins),
    requests: new Uint32Array(bins.length).fill(1),
    failed: new Uint32Array(bins.length),
    inputTokens: new Float64Array(bins.length),
    outputTokens: new Float64Array(bins.length),
  };
}

/** Mean and variance of the number of active accounts in an hour, every account turned in every way on its own. */
function byTurning(
  accounts: readonly (readonly number[])[],
  hour: number,
): { mean: number; variance: number } {
  let mean = 0;
  let variance = 0;
  for (const hours of accounts) {
    const days = hours.map((one) => Math.floor(one / 24));
    const life = Array.from(
      { length: Math.max(...days) - Math.min(...days) + 1 },
      (_, i) => Math.min(...days) + i,
    );
    const weekend = (day: number) => (((day - MONDAY) % 7) + 7) % 7 >= 5;
    const circle = life.filter((day) => weekend(day) === weekend(Math.floor(hour / 24)));
    const place = circle.indexOf(Math.floor(hour / 24));
    if (place < 0) continue;
    const set = new Set(hours);
    const turns = circle.filter((_, turn) =>
      set.has(circle[(place + turn) % circle.length] * 24 + (hour % 24)),
    ).length;
    const p = turns / circle.length;
    mean += p;
    variance += p * (1 - p);
  }
  return { mean, variance };
}

test('what chance gives is the mean over all turns of working days and of weekend days', () => {
  const first = MONDAY * 24;
  const account = fc.uniqueArray(fc.integer({ min: first, max: first + 20 * 24 - 1 }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      fc.array(account, { minLength: 1, maxLength: 4 }),
      fc.nat(20 * 24 - 1),
      (accounts, offset) => {
        const { active, expected, deviation } = activeByChance(accounts.map(activeAt), first, 20 * 24);
        const hour = first + offset;
        const { mean, variance } = byTurning(accounts, hour);
        expect(active[offset]).toBe(accounts.filter((hours) => hours.includes(hour)).length);
        expect(expected[offset]).toBeCloseTo(mean, 5);
        expect(deviation[offset]).toBeCloseTo(Math.sqrt(variance), 5);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

test('as many are expected as there are, over all hours', () => {
  const hours = [0, 1, 30, 31, 32, 77, 100, 101, 102, 170].map((hour) => MONDAY * 24 + hour);
  const { active, expected } = activeByChance([activeAt(hours), activeAt(hours.slice(3))], MONDAY * 24, 240);
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, one) => total + one, 0);
  expect(sum(active)).toBe(17);
  expect(sum(expected)).toBeCloseTo(17, 5);
});

test('accounts that keep office hours every day are no surprise; a shared odd hour is', () => {
  const office = (odd: readonly number[]) =>
    activeAt([
      ...Array.from({ length: 5 }, (_, day) => [9, 10, 11].map((hour) => (MONDAY + day) * 24 + hour)).flat(),
      ...odd,
    ]);
  const odd = (MONDAY + 2) * 24 + 3;
  const { active, expected, deviation } = activeByChance(
    [office([odd]), office([odd]), office([odd])],
    MONDAY * 24,
    120,
  );
  expect(active[9]).toBe(3);
  expect(expected[9]).toBe(3);
  expect(deviation[9]).toBe(0);
  expect(active[odd - MONDAY * 24]).toBe(3);
  expect(expected[odd - MONDAY * 24]).toBeCloseTo(0.6, 5);
});
