import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coloursOf, contrast } from './colour.ts';

const renderer = new URL('../../renderer/', import.meta.url);
const css = readFileSync(new URL('tokens.css', renderer), 'utf8');
const THEMES = ['light', 'dark'];

/** Every rule of every style sheet, as its declarations. */
const rules = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .flatMap(
    (path) => readFileSync(new URL(path.replaceAll('\\', '/'), renderer), 'utf8').match(/\{[^{}]*\}/g) ?? [],
  );

const used = (property: string, rule: string) =>
  Array.from(
    rule.matchAll(new RegExp(`[{;\\s]${property}:\\s*var\\(--([\\w-]+)\\)`, 'g')),
    (match) => match[1],
  );

/** Text on the grounds it stands on: WCAG 2.2, 1.4.3 (AA). */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  ink: ['ground', 'surface', 'raised', 'accent-ground', 'subject-ground'],
  'ink-soft': ['ground', 'surface', 'raised', 'accent-ground', 'subject-ground'],
  'ink-faint': ['ground', 'surface'],
  accent: ['ground', 'surface', 'raised', 'accent-ground', 'subject-ground'],
  subject: ['ground', 'surface', 'raised', 'subject-ground'],
  failed: ['ground', 'surface', 'raised', 'subject-ground'],
  'on-accent': ['accent'],
};
/** Marks that carry meaning, against what is next to them: WCAG 2.2, 1.4.11. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  subject: ['ground', 'surface', 'raised', 'subject-ground'],
  accent: ['ground', 'surface', 'raised', 'accent-ground'],
  failed: ['ground', 'surface', 'raised'],
  focus: ['ground', 'surface', 'raised', 'accent-ground', 'subject-ground'],
};
/** Grounds that nothing is written on: bars, tracks and lines. */
const NOT_WRITTEN_ON = new Set([
  'subject',
  'hairline',
  'hairline-strong',
  'context',
  'context-strong',
  'row-ground',
]);

test.each(THEMES)('text and shapes of the %s theme stand out enough', (theme) => {
  const of = coloursOf(css, theme);
  const tooLow: string[] = [];
  const check = (pairs: typeof TEXT, least: number) => {
    for (const [front, grounds] of Object.entries(pairs)) {
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

test('every colour of text and every ground that a style sheet uses is among the pairs checked', () => {
  const fronts = new Set(rules.flatMap((rule) => used('color', rule)));
  const grounds = new Set(rules.flatMap((rule) => used('background(?:-color)?', rule)));
  expect(fronts.size).toBeGreaterThan(5);
  expect([...fronts].filter((front) => !Object.hasOwn(TEXT, front))).toEqual([]);
  const written = new Set(Object.values(TEXT).flat());
  expect([...grounds].filter((ground) => !written.has(ground) && !NOT_WRITTEN_ON.has(ground))).toEqual([]);
});

test('a rule that sets both its text and its ground sets a pair that is checked', () => {
  const unchecked = rules.flatMap((rule) =>
    used('color', rule).flatMap((front) =>
      used('background(?:-color)?', rule).flatMap((ground) =>
        TEXT[front]?.includes(ground) ? [] : [`${front} on ${ground}`],
      ),
    ),
  );
  expect(unchecked).toEqual([]);
});

test('both themes give every colour token', () => {
  const [light, dark] = THEMES.map((theme) => [...coloursOf(css, theme).keys()].sort());
  expect(light.length).toBeGreaterThan(15);
  expect(dark).toEqual(light);
});

test('the measure itself: black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#777777')).toBe(1);
});
