import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownParts, shownText } from '../../shared/shown-text.ts';

test('ordinary text of any script stays as it is', () => {
  for (const text of [
    'ac_4cc58a8264',
    'a b',
    'Zürich',
    'запрос',
    '請求',
    'שלום',
    'e\u0301',
    '👍🏽',
    '❤\ufe0f',
  ]) {
    expect(shownText(text)).toBe(text);
  }
});

test.each([
  ['right-to-left override', 'gpj\u202eexe', 'gpj\\u{202e}exe'],
  ['isolate', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
  ['zero-width space and joiner', 'a\u200bb\u200dc', 'a\\u{200b}b\\u{200d}c'],
  ['byte order mark', '\ufeffid', '\\u{feff}id'],
  ['soft hyphen', 'pass\u00adword', 'pass\\u{ad}word'],
  ['no-break space', 'a\u00a0b', 'a\\u{a0}b'],
  ['line separator', 'a\u2028b', 'a\\u{2028}b'],
  ['null and escape', '\0\u001b[31m', '\\u{0}\\u{1b}[31m'],
  ['tab, line feed, carriage return', 'a\tb\nc\rd', 'a\\tb\\nc\\rd'],
  ['Hangul filler', '\u3164x', '\\u{3164}x'],
  ['tag characters', 'a\u{e0041}', 'a\\u{e0041}'],
  ['selector that follows no pictograph', 'a\ufe0f', 'a\\u{fe0f}'],
  ['variation selector supplement', '👍\u{e0100}', '👍\\u{e0100}'],
  ['lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
  ['private use', '\ue000', '\\u{e000}'],
])('%s is shown as an escape', (_, text, shown) => {
  expect(shownText(text)).toBe(shown);
});

test('line feeds stay where comments are shown, other controls do not', () => {
  expect(shownText('a\nb\tc', { lines: true })).toBe('a\nb\\tc');
});

test('a written backslash sequence is plain, an escape is not', () => {
  expect(shownParts('\\u{202e}')).toEqual([{ text: '\\u{202e}', escape: false }]);
  expect(shownParts('\u202e')).toEqual([{ text: '\\u{202e}', escape: true }]);
});

test('combining marks are stacked three high at most', () => {
  expect(shownText(`a${'\u0301'.repeat(5)}b`)).toBe(`a${'\u0301'.repeat(3)}\\u{301}\\u{301}b`);
});

test('long text is cut with what is left said', () => {
  expect(shownText('x'.repeat(1300), { max: 10 })).toBe(`${'x'.repeat(10)} … 1,290 more`);
  expect(shownText('x'.repeat(10), { max: 10 })).toBe('x'.repeat(10));
});

test('no input leaves an invisible or reordering character in the output', () => {
  const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(shownText(text)).not.toMatch(hidden);
    }),
    { seed: 1 },
  );
});
