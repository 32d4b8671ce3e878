import { expect, test } from 'vitest';
import { RestartBudget } from '../../../electron/engine-host/restart-budget.ts';

test('three restarts within a minute, not a fourth', () => {
  const budget = new RestartBudget();
  expect([0, 1, 59_999, 59_999].map((ms) => budget.take(ms))).toEqual([true, true, true, false]);
});

test('a restart comes back a minute after it was taken', () => {
  const budget = new RestartBudget();
  for (const ms of [0, 10_000, 20_000]) budget.take(ms);
  expect(budget.take(59_999)).toBe(false);
  expect(budget.take(60_000)).toBe(true);
  expect(budget.take(60_001)).toBe(false);
  expect(budget.take(70_000)).toBe(true);
});

test('a refusal costs nothing', () => {
  const budget = new RestartBudget(1, 100);
  expect(budget.take(0)).toBe(true);
  for (let ms = 1; ms < 100; ms += 1) expect(budget.take(ms)).toBe(false);
  expect(budget.take(100)).toBe(true);
});
