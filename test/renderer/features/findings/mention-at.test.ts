import { expect, test } from 'vitest';
import { completed, mentionAt } from '../../../../renderer/features/findings/mention-at.ts';
import { textParts } from '../../../../shared/mentions.ts';

test('a mention begins with @ after a space or with brackets, and is not seen in an address', () => {
  const at = (text: string) => mentionAt(text, text.length);
  expect(at('see @ac_1')).toEqual({ from: 4, query: 'ac_1' });
  expect(at('@')).toEqual({ from: 0, query: '' });
  expect(at('see [[op')).toEqual({ from: 4, query: 'op' });
  expect(at('mail a@example.org')).toBeNull();
  expect(at('see @ac_1 and')).toBeNull();
  expect(at('[[account:ac_1]] then')).toBeNull();
});

test('only what stands before the caret is looked at', () => {
  expect(mentionAt('see @ac_1 later', 6)).toEqual({ from: 4, query: 'a' });
});

test('what is picked stands in place of what was begun, and reads as a mention', () => {
  const text = 'see @ac_ later';
  const next = completed(text, 8, mentionAt(text, 8)!, '[[account:ac_1]]');
  expect(next.text).toBe('see [[account:ac_1]] later');
  expect(next.text.slice(next.caret)).toBe('later');
  expect(textParts(next.text).some((part) => 'reference' in part)).toBe(true);
});
