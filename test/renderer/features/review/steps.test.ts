import { expect, test } from 'vitest';
import {
  placeOf,
  placeOfFinding,
  progressWords,
  stepsOf,
  stepTitle,
} from '../../../../renderer/features/review/steps.ts';
import type { FindingDetail } from '../../../../shared/contract/findings.ts';

const finding = (id: string, exhibits: readonly string[] = [], reasoning = 'because'): FindingDetail =>
  ({
    id,
    claim: `claim ${id}`,
    reasoning,
    status: 'draft',
    exhibits: exhibits.map((key) => ({ id: key, title: `chart ${key}` })),
  }) as unknown as FindingDetail;

const keys = (findings: readonly FindingDetail[]) => stepsOf(findings).map(({ key }) => key);

test('a review goes from a title over each finding in its order, exhibit by exhibit, to an end', () => {
  expect(keys([finding('b', ['x', 'y']), finding('a')])).toEqual([
    'title',
    'b claim',
    'b reasoning',
    'b x',
    'b y',
    'b weighing',
    'a claim',
    'a reasoning',
    'a weighing',
    'end',
  ]);
  expect(keys([])).toEqual(['title', 'end']);
});

test('reasoning that nobody wrote is no step', () => {
  expect(keys([finding('a', ['x'], '')])).toEqual(['title', 'a claim', 'a x', 'a weighing', 'end']);
});

test('findings and exhibits are counted from one, and steps say of how many they are', () => {
  const steps = stepsOf([finding('b', ['x', 'y']), finding('a', ['z'], '')]);
  expect(
    steps.flatMap((step) => (step.kind === 'exhibit' ? [[step.number, step.exhibitNumber]] : [])),
  ).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
  ]);
  expect(progressWords(steps, 0)).toBe('Step 1 of 10');
  expect(progressWords(steps, 4)).toBe('Step 5 of 10, finding 1 of 2');
  expect(progressWords(steps, 7)).toBe('Step 8 of 10, finding 2 of 2');
  expect(steps.map((step) => stepTitle(step))).toContain('Exhibit 2: chart y');
});

test('a step that goes away leaves its finding shown, and a finding that goes away the title', () => {
  const steps = stepsOf([finding('b', ['x']), finding('a', ['z'])]);
  expect(steps[placeOf(steps, 'a z')].key).toBe('a z');
  expect(steps[placeOf(steps, 'a gone')].key).toBe('a claim');
  expect(steps[placeOf(steps, 'c claim')].key).toBe('title');
  expect(steps[placeOf(steps, 'end')].kind).toBe('end');
});

test('a digit leads to the claim of that finding, where there are so many', () => {
  const steps = stepsOf([finding('b', ['x']), finding('a')]);
  expect(steps[placeOfFinding(steps, 2)].key).toBe('a claim');
  expect(placeOfFinding(steps, 3)).toBe(-1);
});
