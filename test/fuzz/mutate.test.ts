import { expect, test } from 'vitest';
import { Rng } from '../../electron/engine/rng.ts';
import { inputOf } from './input.ts';
import { mutateBytes } from './mutate/bytes.ts';
import { mutateJson } from './mutate/json.ts';
import { mutateText } from './mutate/words.ts';
import { planCases } from './plan.ts';
import { TARGETS } from './targets.ts';

test('the same seed gives the same inputs, another gives others', async () => {
  const of = (seed: number) =>
    Promise.all(
      ['csv', 'json', 'packed', 'parquet', 'signatures', 'typed'].map((target) =>
        inputOf({ target, seed, number: 17 }),
      ),
    );
  const [one, again, other] = await Promise.all([of(1), of(1), of(2)]);
  expect(again).toEqual(one);
  for (const [i, input] of other.entries()) expect(input).not.toEqual(one[i]);
});

test('what is changed differs, and what it was changed from does not', () => {
  const seed = Buffer.from('timestamp,account_id\n2026-05-04T10:00:00Z,ac_1\n');
  const before = Buffer.from(seed);
  const changed = Array.from({ length: 200 }, (_, i) => mutateBytes(new Rng(i), seed));
  expect(seed).toEqual(before);
  expect(changed.filter((bytes) => !bytes.equals(before)).length).toBeGreaterThan(150);
  expect(
    new Set(Array.from({ length: 200 }, (_, i) => mutateText(new Rng(i), 'account:ac_1', ['x']))).size,
  ).toBeGreaterThan(100);
  const json = Array.from({ length: 300 }, (_, i) =>
    mutateJson(new Rng(i), { a: [1, 'b', null], c: { d: true } }),
  );
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  // Of both: what is no JSON stops at the first check, what is goes deeper.
  expect(json.filter(isJson).length).toBeGreaterThan(150);
  expect(json.some((text) => !isJson(text))).toBe(true);
});

test('cases are shared out over all targets, one at least each', () => {
  const plan = planCases(TARGETS, 100_000);
  expect(plan.map(({ target }) => target)).toEqual(TARGETS.map(({ name }) => name));
  expect(plan.reduce((sum, { from, to }) => sum + to - from, 0)).toBeGreaterThanOrEqual(100_000);
  expect(planCases(TARGETS, 1).every(({ from, to }) => to - from === 1)).toBe(true);
});
