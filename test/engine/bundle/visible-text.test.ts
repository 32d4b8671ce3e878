import { describe, expect, it } from 'vitest';
import { grouped, visible, visibleLines } from '../../../electron/engine/bundle/visible-text.ts';

describe('visible', () => {
  it.each([
    ['a\u202Eb', 'a⟨U+202E⟩b'],
    ['\u200B\u200D\u2060\uFEFF', '⟨U+200B⟩⟨U+200D⟩⟨U+2060⟩⟨U+FEFF⟩'],
    ['\u0000\u0007\u007F\u0085', '⟨U+0000⟩⟨U+0007⟩⟨U+007F⟩⟨U+0085⟩'],
    ['\n\r\t\u2028', '⟨U+000A⟩⟨U+000D⟩⟨U+0009⟩⟨U+2028⟩'],
    ['\uD800x\uDC00', '⟨U+D800⟩x⟨U+DC00⟩'],
    ['\u{E0041}\uFE0F\u3164\u2800', '⟨U+E0041⟩⟨U+FE0F⟩⟨U+3164⟩⟨U+2800⟩'],
    ['a\u00A0b c', 'a⟨U+00A0⟩b c'],
    ['\uFFFE', '⟨U+FFFE⟩'],
    ['e\u0301', 'e\u0301'],
    ['a\u0300\u0301\u0302\u0303\u0304', 'a\u0300\u0301\u0302\u0303⟨U+0304⟩'],
    ['日本語 😀 عربي', '日本語 😀 عربي'],
  ])('shows %j as %j', (text, expected) => {
    expect(visible(text, 1000)).toBe(expected);
  });

  it('cuts long text with its length, never inside a character', () => {
    expect(visible('x'.repeat(1234), 10)).toBe(`${'x'.repeat(10)}… (1,234 characters)`);
    expect(visible('ab😀cd', 3)).toBe('ab… (6 characters)');
    expect(visible('ab\u202E', 5)).toBe('ab… (3 characters)');
    expect(visible('x'.repeat(10), 10)).toBe('x'.repeat(10));
  });

  it('keeps line feeds where asked and bounds all lines together', () => {
    expect(visibleLines('a\r\nb\u202E\nc', 100)).toBe('a\nb⟨U+202E⟩\nc');
    expect(visibleLines('\n'.repeat(50_000), 100).length).toBeLessThan(200);
    expect(visibleLines(`${'x'.repeat(80)}\n`.repeat(9), 100)).toContain('(729 characters in all)');
  });
});

it('groups digits', () => {
  expect([0, 999, 1000, 1234567.4, -12345].map(grouped)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-12,345',
  ]);
});
