import { expect, test } from 'vitest';
import {
  bandRows,
  isSmall,
  isUsed,
  listSummary,
  ruleWords,
  sameRule,
  standingWords,
  typedLeast,
} from '../../../../renderer/features/cohorts/model.ts';
import type { SignalInfo } from '../../../../shared/contract/analysis.ts';
import {
  type CohortMember,
  type CohortRow,
  DEFAULT_COHORT_RULE,
} from '../../../../shared/contract/cohorts.ts';

const row = (by: Partial<CohortRow>): CohortRow => ({
  name: 'all accounts',
  kind: 'traits',
  traits: [],
  accounts: 40,
  requests: 400,
  compared: 10,
  fallback: 0,
  ...by,
});
const member = (by: Partial<CohortMember>): CohortMember => ({
  account: 'ac_1',
  requests: 1,
  shapes: true,
  compared: false,
  fallback: false,
  ...by,
});

test('a rule is said in words, whichever order its traits come in', () => {
  expect(ruleWords({ traits: ['activity', 'plan'], leastMembers: 20 })).toBe(
    'plan, range of activity; at least 20 accounts',
  );
  expect(ruleWords({ traits: [], leastMembers: 5 })).toBe('no trait; at least 5 accounts');
  const turned = { ...DEFAULT_COHORT_RULE, traits: [...DEFAULT_COHORT_RULE.traits].reverse() };
  expect(sameRule(turned, DEFAULT_COHORT_RULE)).toBe(true);
  expect(sameRule({ ...turned, leastMembers: 31 }, DEFAULT_COHORT_RULE)).toBe(false);
});

test('the least number of accounts is a whole number from 5 to 1000', () => {
  expect(['5', ' 30 ', '1000'].map(typedLeast)).toEqual([5, 30, 1000]);
  expect(['4', '1001', '', '7.5', '-9', '1e2', 'ten'].map(typedLeast)).toEqual(Array(7).fill(null));
});

test('the summary says how many of those under examination are compared, and what stands apart', () => {
  const list = {
    decisions: { rule: DEFAULT_COHORT_RULE, moved: [], leftOut: [], reference: [] },
    used: null,
    examined: 300,
    reference: 0,
    both: 0,
    cohorts: [row({ compared: 280 }), row({ name: 'own', compared: 20 })],
  };
  expect(listSummary(list)).toBe('2 cohorts · 300 of 300 accounts under examination compared');
  expect(listSummary({ ...list, reference: 1200, cohorts: null })).toBe(
    '0 of 300 accounts under examination compared · 1,200 accounts of the benign reference',
  );
});

test('how an account stands to a cohort is said in words', () => {
  const words = [
    member({ compared: true }),
    member({ compared: true, shapes: false }),
    member({}),
    member({ fallback: true }),
  ].map((one) => standingWords(one, 'traits'));
  expect(words).toEqual([
    'compared with it, shapes the bands',
    'compared with it, left out of the bands',
    'shapes the bands; compared with another cohort',
    'shapes the bands; compared where the reference cannot tell',
  ]);
  expect(standingWords(member({ compared: true, shapes: false }), 'reference')).toBe('compared with it');
});

test('few are fewer than the rule asks for; a cohort of the reference is of use when somebody is compared', () => {
  expect([29, 30].map((accounts) => isSmall(row({ accounts }), DEFAULT_COHORT_RULE))).toEqual([true, false]);
  expect(isUsed(row({ kind: 'reference', compared: 0 }))).toBe(false);
  expect(isUsed(row({ compared: 0 }))).toBe(true);
});

test('bands come in the order of the signals, the middle placed between the outer percentiles', () => {
  const info = (id: 'S1' | 'S7', unit: string) => ({ id, unit, title: id }) as SignalInfo;
  const band = { accounts: 9, p5: 0.1, p25: 0.2, p50: 0.3, p75: 0.4, p95: 0.5 };
  const rows = bandRows(
    [
      { id: 'S7', ...band, p5: 0, p25: 0, p50: 0, p75: 0, p95: 0 },
      { id: 'S1', ...band },
    ],
    [info('S1', 'share of requests'), info('S7', 'bits')],
  );
  expect(rows.map((one) => one.info.id)).toEqual(['S1', 'S7']);
  expect(rows[0]).toMatchObject({ values: ['10 %', '20 %', '30 %', '40 %', '50 %'], unit: 'of requests' });
  for (const [at, place] of [0.25, 0.5, 0.75].entries()) expect(rows[0].places?.[at]).toBeCloseTo(place, 12);
  expect(rows[1].places).toBeNull();
});
