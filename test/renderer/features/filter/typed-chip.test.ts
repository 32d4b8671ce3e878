import { expect, test } from 'vitest';
import { fieldsLike, readTypedChip } from '../../../../renderer/features/filter/typed-chip.ts';

test('field and value are typed at once, negated by a minus or in words', () => {
  expect(readTypedChip('model:kestrel')).toEqual({ field: 'model', part: 'kestrel', negate: false });
  expect(readTypedChip('-status: 429 ')).toEqual({ field: 'status', part: '429', negate: true });
  expect(readTypedChip('not tag:heavy')).toEqual({ field: 'tag', part: 'heavy', negate: true });
});

test('a value keeps its own colons', () => {
  expect(readTypedChip('identifier:ip:10.0.0.1')).toEqual({
    field: 'identifier',
    part: 'ip:10.0.0.1',
    negate: false,
  });
});

test('a field may be cut short as long as it is clear', () => {
  expect(readTypedChip('org:Acme').field).toBe('organisation');
  // template, text, tag and topic.
  expect(readTypedChip('t:x').field).toBeNull();
  expect(readTypedChip(':x')).toEqual({ field: null, part: ':x', negate: false });
});

test('without a field the text looks for one', () => {
  const about = (field: string) => (field === 'plan' ? 'of accounts on a plan' : '');
  expect(readTypedChip('pla')).toEqual({ field: null, part: 'pla', negate: false });
  expect(fieldsLike('pla', about)).toEqual(['plan', 'template']);
  expect(fieldsLike('on a PLAN', about)).toEqual(['plan']);
});
