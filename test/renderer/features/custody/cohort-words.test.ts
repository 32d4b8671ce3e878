import { expect, test } from 'vitest';
import { entryWords } from '../../../../renderer/features/custody/entry-words.ts';
import { DEFAULT_COHORT_RULE } from '../../../../shared/contract/cohorts.ts';

const words = (action: string, payload: unknown, undoes?: string) =>
  entryWords(action, JSON.stringify({ command: 'c', payload, ...(undoes && { undoes }) }), 'UTC');

test('what was decided about cohorts is said in words', () => {
  expect(words('cohorts.setRule', { rule: { traits: ['plan'], leastMembers: 20 } })).toEqual({
    title: 'What makes cohorts changed',
    about: 'plan; at least 20 accounts',
  });
  expect(words('cohorts.setRule', { rule: null }, 'x')).toEqual({
    title: 'What makes cohorts changed, by undo or redo',
    about: 'back to the default',
  });
  const moves = ['a', 'b', 'c', 'd', 'e'].map((account) => ({ account, cohort: 'mine' }));
  expect(words('cohorts.move', { moves })).toEqual({
    title: 'Accounts moved to another cohort',
    about: 'a, b, c and 2 others: mine',
  });
  expect(words('cohorts.move', { moves: [{ account: 'a', cohort: null }] }).about).toBe('a: by traits');
  expect(words('cohorts.leaveOut', { changes: [{ account: 'a', leftOut: true }] })).toEqual({
    title: 'Accounts left out of comparisons',
    about: 'a',
  });
  expect(words('cohorts.leaveOut', { changes: [{ account: 'a', leftOut: false }] }).title).toBe(
    'Accounts taken into comparisons',
  );
  expect(words('source.markReference', { file: 'x.csv', reference: true })).toEqual({
    title: 'Marked as benign reference',
    about: 'x.csv',
  });
  expect(words('source.markReference', { file: 'x.csv', reference: false }).title).toBe(
    'No longer benign reference',
  );
});

test('what was recorded otherwise than expected says no more than its title', () => {
  expect(words('cohorts.setRule', { rule: { ...DEFAULT_COHORT_RULE, traits: ['shoe size'] } }).about).toBe(
    '',
  );
  expect(words('cohorts.move', { moves: 'all' }).about).toBe('');
});
