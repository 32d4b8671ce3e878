import { expect, test } from 'vitest';
import {
  buildCohorts,
  type CohortChoices,
  type CohortTraits,
  levelsOf,
  NO_CHOICES,
} from '../../../electron/engine/analysis/cohorts.ts';
import { DEFAULT_COHORT_RULE } from '../../../shared/contract/cohorts.ts';

const account = (by: Partial<CohortTraits> = {}): CohortTraits => ({
  plan: 'pro',
  endpoint: '/v1',
  declaredUse: 'chat',
  requests: 100,
  ...by,
});
const many = (n: number, by: Partial<CohortTraits> = {}) => Array.from({ length: n }, () => account(by));
const choices = (by: Partial<CohortChoices>): CohortChoices => ({ ...NO_CHOICES, ...by });

test('accounts alike in all traits are a cohort; with too few the least telling trait is given up', () => {
  const cohorts = buildCohorts([...many(30), ...many(29, { declaredUse: 'code' }), account({ requests: 0 })]);
  expect([...new Set(cohorts.of)].map((c) => cohorts.names[c])).toEqual([
    'plan pro, endpoint /v1, declared use chat, 64 to 255 requests',
    'plan pro, endpoint /v1, 64 to 255 requests',
    'all accounts',
  ]);
  expect(cohorts.members.map(({ length }) => length)).toEqual([30, 59, 60]);
  expect(cohorts.traits[1]).toEqual([
    { trait: 'plan', value: 'pro' },
    { trait: 'endpoint', value: '/v1' },
    { trait: 'activity', value: '64 to 255 requests' },
  ]);
  expect(cohorts.isOutside.some((flag) => flag === 1)).toBe(false);
});

test('traits are given up in one order, whichever are chosen', () => {
  expect(levelsOf(DEFAULT_COHORT_RULE)).toEqual([
    ['plan', 'endpoint', 'declaredUse', 'activity'],
    ['plan', 'endpoint', 'activity'],
    ['endpoint', 'activity'],
    ['activity'],
    [],
  ]);
  expect(levelsOf({ traits: ['activity', 'plan'], leastMembers: 5 })).toEqual([
    ['plan', 'activity'],
    ['activity'],
    [],
  ]);
  const rule = { traits: ['plan' as const], leastMembers: 5 };
  const { of, names } = buildCohorts([...many(5), ...many(4, { plan: '' })], choices({ rule }));
  expect(names).toEqual(['plan pro', 'all accounts']);
  expect([...of]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
});

test('a moved account belongs to the cohort of its name alone, an existing one or one of its own', () => {
  const traits = [...many(31), ...many(30, { plan: 'free' })];
  const free = 'plan free, endpoint /v1, declared use chat, 64 to 255 requests';
  const movedTo = new Map([
    [0, free],
    [31, 'call centres'],
    [32, 'call centres'],
  ]);
  // Two left the thirty on plan free, so those too give up a trait: nobody else makes the cohort that is asked for.
  const few = buildCohorts(traits, choices({ movedTo }));
  expect(few.kinds[few.names.indexOf(free)]).toBe('own');
  const cohorts = buildCohorts([...traits, ...many(2, { plan: 'free' })], choices({ movedTo }));
  const of = (a: number) => cohorts.of[a];
  expect(cohorts.names[of(0)]).toBe(free);
  expect(cohorts.kinds[of(0)]).toBe('traits');
  expect(cohorts.members[of(0)]).toHaveLength(31);
  expect(cohorts.members[of(0)][0]).toBe(0);
  expect(cohorts.members[of(1)]).toHaveLength(30);
  expect(cohorts.names[of(31)]).toBe('call centres');
  expect(cohorts.kinds[of(31)]).toBe('own');
  expect([...cohorts.members[of(31)]]).toEqual([31, 32]);
});

test('an account left out is compared as before and shapes nothing', () => {
  const cohorts = buildCohorts(many(31), choices({ leftOut: new Set([3]) }));
  expect(cohorts.of[3]).toBe(cohorts.of[4]);
  expect([...cohorts.members[cohorts.of[3]]]).not.toContain(3);
  expect(cohorts.members[cohorts.of[3]]).toHaveLength(30);
  expect([cohorts.isOutside[3], cohorts.isOutside[4]]).toEqual([1, 0]);
  const none = buildCohorts(many(1), choices({ leftOut: new Set([0]) }));
  expect([none.names[0], none.members[0].length]).toEqual(['all accounts', 0]);
});

test('names stay apart where what files say makes them alike', () => {
  // 'plan a, endpoint b, declared use c, …' of three traits, and the same words in two.
  const spoof = { plan: 'a', endpoint: 'b, declared use c', declaredUse: 'x' };
  const { names } = buildCohorts([
    ...many(30, { plan: 'a', endpoint: 'b', declaredUse: 'c' }),
    ...many(29, spoof),
    account({ ...spoof, declaredUse: 'y' }),
  ]);
  expect(names).toEqual([
    'plan a, endpoint b, declared use c, 64 to 255 requests',
    'plan a, endpoint b, declared use c, 64 to 255 requests (2)',
  ]);
});
