import { expect, test } from 'vitest';
import {
  buildCohorts,
  type CohortChoices,
  type CohortTraits,
  NO_CHOICES,
} from '../../../electron/engine/analysis/cohorts.ts';
import { buildReferenceCohorts } from '../../../electron/engine/analysis/reference-cohorts.ts';

const many = (n: number, by: Partial<CohortTraits> = {}): CohortTraits[] =>
  Array.from({ length: n }, () => ({ plan: 'pro', endpoint: '/v1', declaredUse: '', requests: 10, ...by }));

function build(
  examined: readonly CohortTraits[],
  reference: readonly CohortTraits[],
  by: Partial<CohortChoices> = {},
) {
  const choices = { ...NO_CHOICES, ...by };
  const among = buildCohorts(examined, choices);
  const found = buildReferenceCohorts([...examined, ...reference], among, choices);
  const nameOf = (a: number) => found && found.fits[a] === 1 && found.cohorts.names[found.cohorts.of[a]];
  return { found, nameOf };
}

test('an account is compared with the cohort of the reference that shares most traits with it', () => {
  const { found, nameOf } = build(
    [
      ...many(1),
      ...many(1, { declaredUse: 'code' }),
      ...many(1, { plan: 'free' }),
      ...many(1, { requests: 5000 }),
    ],
    [...many(30), ...many(29, { plan: 'free' })],
  );
  expect(nameOf(0)).toBe('reference: plan pro, endpoint /v1, declared use not stated, 4 to 15 requests');
  expect(nameOf(1)).toBe('reference: plan pro, endpoint /v1, 4 to 15 requests');
  expect(nameOf(2)).toBe('reference: endpoint /v1, 4 to 15 requests');
  // It shares no trait, but has nobody better among those under examination either.
  expect(nameOf(3)).toBe('reference: all accounts');
  const sizes = found?.cohorts.members.map(({ length }) => length);
  expect(sizes).toEqual([30, 30, 59, 59, 59]);
  expect(Math.min(...(found?.cohorts.members.flatMap((members) => [...members]) ?? []))).toBe(4);
});

test('who shares no trait with the reference stays with its like, where there are enough', () => {
  const { nameOf } = build([...many(30, { requests: 5000 }), ...many(1)], many(30));
  expect(nameOf(0)).toBe(false);
  expect(nameOf(30)).toMatch(/^reference: plan pro/);
});

test('too small a reference makes no cohort; accounts left out of it do not count', () => {
  expect(build(many(5), many(29)).found).toBeUndefined();
  expect(build(many(5), many(30)).found).toBeDefined();
  expect(build(many(5), many(30), { leftOut: new Set([7]) }).found).toBeUndefined();
});

test('a person’s choice goes before: a cohort of the reference, or none of it', () => {
  const wide = 'reference: endpoint /v1, 4 to 15 requests';
  const movedTo = new Map([
    [0, wide],
    [1, 'call centres'],
    [2, 'reference: of old'],
  ]);
  const { nameOf } = build(many(4), many(30), { movedTo });
  expect([nameOf(0), nameOf(1), nameOf(2)]).toEqual([wide, false, false]);
  expect(nameOf(3)).toMatch(/^reference: plan pro, endpoint/);
});
