import { expect, test } from 'vitest';
import { conflictRows, conflictTitle } from '../../../../renderer/features/merge/conflict-model.ts';
import { bringsNothing, planLines } from '../../../../renderer/features/merge/merge-words.ts';
import type { ListedConflict } from '../../../../shared/contract/merge.ts';

const comment = (text: string, changedUs: number) => ({
  on: 'account:ac_1',
  kind: 'comment',
  text,
  author: 'Ada',
  changedUs,
});
const conflict = (one: unknown, other: unknown, more: Partial<ListedConflict> = {}): ListedConflict => ({
  conflict: 'c1',
  kind: 'annotation',
  id: '01890000-0000-7000-8000-000000000000',
  field: null,
  before: comment('seen', 1),
  sides: [
    { author: 'Ada', value: one },
    { author: 'Bob', value: other },
  ],
  stands: 0,
  now: one,
  ...more,
});

test('a changed record is told by the fields that differ', () => {
  const changed = conflict(comment('seen twice', 2), comment('not seen', 3));
  expect(conflictTitle(changed, 'UTC')).toBe('Annotation on account ac_1');
  expect(conflictRows(changed, 'UTC')).toEqual([
    { name: 'Text', before: 'seen', sides: ['seen twice', 'not seen'], now: 'seen twice' },
  ]);
});

test('a record that one side took away still shows what the other wrote', () => {
  const rows = conflictRows(conflict(null, comment('not seen', 3), { now: null }), 'UTC');
  expect(rows).toContainEqual({ name: 'Text', before: 'seen', sides: [null, 'not seen'], now: null });
});

test('a field alone is one line, a time in the zone of the case', () => {
  const field = conflict('very', 'hardly', {
    kind: 'finding',
    field: 'changeMind',
    before: '',
    now: 'hardly',
  });
  expect(conflictRows(field, 'UTC')).toEqual([
    { name: 'Change mind', before: '', sides: ['very', 'hardly'], now: 'hardly' },
  ]);
  const time = conflict(0, 60_000_000, { field: 'createdUs', before: null, now: 0 });
  expect(conflictRows(time, 'UTC')[0].sides).toEqual(['1970-01-01 00:00 UTC', '1970-01-01 00:01 UTC']);
});

test('what a merge would do, in words', () => {
  const nothing = { added: 0, changed: 0, removed: 0, conflicts: 0, sourcesOnlyThere: [] };
  expect(bringsNothing(nothing)).toBe(true);
  expect(bringsNothing({ ...nothing, conflicts: 1 })).toBe(false);
  expect(planLines({ ...nothing, added: 1 })).toEqual([
    '1 entry would be added',
    '0 changed',
    '0 taken away',
    'No conflicts',
  ]);
});
