import { expect, test } from 'vitest';
import { questionWords, scopeOf } from '../../../../renderer/features/findings/question-words.ts';
import { EXHIBIT_TITLES, type ExhibitQuestion } from '../../../../shared/contract/exhibits.ts';
import { parseReference } from '../../../../shared/reference.ts';

const QUESTIONS: readonly ExhibitQuestion[] = [
  { query: 'activity', args: { account: 'ac_1', range: null } },
  { query: 'profile', args: { account: 'ac_1' } },
  { query: 'signals', args: { account: 'ac_1', most: 6 } },
  { query: 'operator', args: { operator: 'op_1' } },
  { query: 'link', args: { a: 'ac_1', b: 'ac_2' } },
  { query: 'template', args: { template: 't_1' } },
  { query: 'synchrony', args: { accounts: ['ac_1', 'ac_2'] } },
  { query: 'partition', args: { of: { operator: 'op_1' } } },
  {
    query: 'filter',
    args: {
      filter: { range: null, chips: [{ field: 'model', values: ['m-1'], negate: false }] },
      facets: [],
    },
  },
  { query: 'sql', args: { sql: 'SELECT 1' } },
];

test('every question is said with its title and what it names', () => {
  expect(QUESTIONS.map(({ query }) => query).toSorted()).toEqual(Object.keys(EXHIBIT_TITLES).toSorted());
  for (const { query, args } of QUESTIONS) {
    const words = questionWords(query, args, 'UTC');
    expect(words.startsWith(`${EXHIBIT_TITLES[query]}: `)).toBe(true);
    expect(words).toMatch(/ac_1|op_1|t_1|m-1|SELECT 1/);
  }
  expect(questionWords('activity', QUESTIONS[0].args, 'UTC')).toContain('all of its time (UTC)');
});

test('a question of another version is said as it is kept', () => {
  expect(questionWords('weather', { day: 1 }, 'UTC')).toBe(
    'weather {"day":1}, which this version does not know',
  );
});

test('what a question is about are references', () => {
  for (const question of QUESTIONS)
    for (const reference of scopeOf(question)) expect(parseReference(reference)).toBeDefined();
  expect(scopeOf(QUESTIONS[0])).toEqual(['account:ac_1']);
  expect(scopeOf({ query: 'activity', args: { account: null, range: null } })).toEqual(['case:']);
});
