import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATEGORY_COUNT } from '../../renderer/draw/palette.ts';
import { COLOUR_BLINDNESS, coloursOf, contrast, difference, seenWith } from './colour.ts';

const read = (path: string) => readFileSync(new URL(`../../renderer/${path}`, import.meta.url), 'utf8');
const tokens = read('tokens.css');
const categories = read('draw/categories.css');

/** What must lie between two categories that stand side by side, in each kind of sight; 1 can just be seen. */
const LEAST_APART = 10;
/** WCAG 2.2, 1.4.11: graphics against what is next to them. */
const LEAST_CONTRAST = 3;

const SIGHTS: readonly (readonly [string, (colour: string) => string])[] = [
  ['full sight', (colour) => colour],
  ...Object.entries(COLOUR_BLINDNESS).map(
    ([name, matrix]) => [name, (colour: string) => seenWith(colour, matrix)] as const,
  ),
];

const pairs = (colours: readonly string[]) =>
  colours.flatMap((one, at) => colours.slice(at + 1).map((other) => [one, other] as const));

for (const theme of ['light', 'dark']) {
  const hues = [...coloursOf(categories, theme).values()];
  const named = coloursOf(tokens, theme);

  test.each(SIGHTS)(`the categories of the ${theme} theme are told apart by %s`, (_name, sight) => {
    expect(hues).toHaveLength(CATEGORY_COUNT);
    const close = pairs(hues).flatMap(([one, other]) => {
      const apart = difference(sight(one), sight(other));
      return apart < LEAST_APART ? [`${one} and ${other}: ${apart.toFixed(1)}`] : [];
    });
    expect(close).toEqual([]);
  });

  test(`the categories of the ${theme} theme stand out from every ground`, () => {
    const faint = hues.flatMap((hue) =>
      ['ground', 'surface', 'raised'].flatMap((ground) => {
        const ratio = contrast(hue, named.get(ground)!);
        return ratio < LEAST_CONTRAST ? [`${hue} on ${ground}: ${ratio.toFixed(2)}`] : [];
      }),
    );
    expect(faint).toEqual([]);
  });

  test(`no category of the ${theme} theme is taken for what needs a decision or has failed`, () => {
    for (const hue of hues) {
      expect(difference(hue, named.get('accent')!)).toBeGreaterThan(LEAST_APART);
      expect(difference(hue, named.get('failed')!)).toBeGreaterThan(LEAST_APART);
    }
  });
}

test('the measures themselves: published pairs of CIEDE2000, and what colour blindness does to red and green', () => {
  expect(difference('#ffffff', '#000000')).toBeCloseTo(100, 1);
  expect(difference('#4a5fb0', '#4a5fb0')).toBe(0);
  const { deuteranopia, tritanopia } = COLOUR_BLINDNESS;
  const [red, green] = ['#c0392b', '#6b7d1e'];
  const apart = difference(red, green);
  expect(difference(seenWith(red, deuteranopia), seenWith(green, deuteranopia))).toBeLessThan(apart / 3);
  expect(difference(seenWith(red, tritanopia), seenWith(green, tritanopia))).toBeGreaterThan(apart / 2);
  for (const matrix of Object.values(COLOUR_BLINDNESS)) expect(seenWith('#808080', matrix)).toBe('#808080');
});
