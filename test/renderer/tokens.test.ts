import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../renderer/tokens.css', import.meta.url), 'utf8');

/** Custom colours of one theme's block. */
function colours(theme: string): Map<string, string> {
  const block = new RegExp(`data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(css)![1];
  return new Map(
    Array.from(block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g), (match) => [match[1], match[2]]),
  );
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['ground', 'surface', 'raised', 'accent-ground', 'subject-ground']],
  ['ink-soft', ['ground', 'surface', 'raised', 'subject-ground']],
  ['ink-faint', ['ground', 'surface']],
  ['accent', ['ground', 'surface', 'accent-ground']],
  ['on-accent', ['accent']],
  ['failed', ['ground', 'surface', 'subject-ground']],
];
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['subject', ['ground', 'surface', 'subject-ground']],
  ['focus', ['ground', 'surface', 'raised', 'accent-ground', 'subject-ground']],
];

test.each(['light', 'dark'])('text and shapes of the %s theme stand out enough', (theme) => {
  const of = colours(theme);
  const tooLow: string[] = [];
  const check = (pairs: typeof TEXT, least: number) => {
    for (const [front, grounds] of pairs) {
      for (const ground of grounds) {
        const ratio = contrast(of.get(front)!, of.get(ground)!);
        if (ratio < least) tooLow.push(`${front} on ${ground}: ${ratio.toFixed(2)} < ${least}`);
      }
    }
  };
  check(TEXT, 4.5);
  check(SHAPES, 3);
  expect(tooLow).toEqual([]);
});

test('the measure itself: black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#777777')).toBe(1);
});
