import { expect, test } from 'vitest';
import { typedMention, withMention } from '../../../../renderer/features/annotations/mention-model.ts';
import { textParts } from '../../../../shared/mentions.ts';

test('a mention begins with an @ that begins a word, or with brackets, up to the caret', () => {
  expect(typedMention('see @ac_1 later', 9)).toEqual({ from: 4, part: 'ac_1' });
  expect(typedMention('@', 1)).toEqual({ from: 0, part: '' });
  expect(typedMention('(@O-3', 5)).toEqual({ from: 1, part: 'O-3' });
  expect(typedMention('see [[op', 8)).toEqual({ from: 4, part: 'op' });
  expect(typedMention('see[[', 5)).toEqual({ from: 3, part: '' });
  expect(typedMention('[[account:ac_1]] then', 21)).toBeNull();
  expect(typedMention('see @ac_1 later', 12)).toBeNull();
  expect(typedMention('write to a@b.example', 20)).toBeNull();
  expect(typedMention('see ac_1', 8)).toBeNull();
});

test('what was typed gives way to the mention, what follows the caret stays', () => {
  const reference = { kind: 'account', account: 'ac_17' } as const;
  const typed = { from: 4, part: 'ac' };
  expect(withMention('see @ac, then', 7, typed, reference, 'ac_17')).toEqual({
    text: 'see [[account:ac_17]] , then',
    caret: 22,
  });
  const spaced = withMention('see [[ac later', 8, typed, reference, 'ac_17');
  expect(spaced.text).toBe('see [[account:ac_17]] later');
  expect(spaced.text.slice(spaced.caret)).toBe('later');
  expect(textParts(spaced.text).some((part) => 'reference' in part)).toBe(true);
  // No mention can hold this name; it stands as text.
  const unfit = { kind: 'account', account: 'a]]b' } as const;
  expect(withMention('@a', 2, { from: 0, part: 'a' }, unfit, 'a]]b').text).toBe('a]]b ');
});
