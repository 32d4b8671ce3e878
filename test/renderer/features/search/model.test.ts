import { expect, test } from 'vitest';
import { foundWords, maskedWords, unseenWords } from '../../../../renderer/features/search/model.ts';

test('a masked text tells its length and the head of its hash', () => {
  expect(maskedWords(1214, 'ab12cd34ef567890')).toBe('Prompt text, 1,214 characters, sha256 ab12cd34…');
  expect(maskedWords(1, '00ff00ff00ff')).toBe('Prompt text, 1 character, sha256 00ff00ff…');
});

const search = (total: number, more = false, searched = true) => ({ hits: [], total, more, searched });
const state = (texts: number, searchable: number) => ({ texts, searchable, olderSources: 0 });

test('a count names its denominator, and what could not be looked at', () => {
  expect(foundWords(search(3), state(5000, 5000))).toBe('3 of 5,000 texts');
  expect(foundWords(search(3), state(5000, 4000))).toBe('3 of 4,000 texts, 1,000 not searchable yet');
  expect(foundWords(search(100_000, true), state(1e6, 1e6))).toBe('the first 100,000 of 1,000,000 texts');
  expect(foundWords(search(0, false, false), state(1, 1))).toBe('Type a word or number to look for');
});

test('texts of an earlier version are said to be unseen', () => {
  expect(unseenWords(0)).toBeNull();
  expect(unseenWords(1)).toContain('1 file imported by an earlier version are not searched');
  expect(unseenWords(2)).toContain('those imports');
});
