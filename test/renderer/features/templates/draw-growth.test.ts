import { expect, test } from 'vitest';
import { drawGrowth } from '../../../../renderer/features/templates/draw-growth.ts';
import { filledWith, PALETTE, svgOf, textsOf } from '../../drawn.ts';

const draw = (growth: readonly number[]) =>
  svgOf((context) => drawGrowth(context, { growth, requests: 800, fillings: growth[7] }, PALETTE));

test('the area ends at all fillings, and lies higher where they came early', () => {
  const heights = (svg: string) => {
    const [[path]] = filledWith(svg, PALETTE.subject);
    return [...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
  };
  const even = heights(draw([10, 20, 30, 40, 50, 60, 70, 80]));
  const early = heights(draw([70, 72, 74, 76, 77, 78, 79, 80]));
  expect([early[0], early[8]]).toEqual([even[0], even[8]]);
  for (let k = 1; k < 8; k++) expect(early[k]).toBeLessThan(even[k]);
});

test('the ends of both axes are said', () => {
  expect(textsOf(draw([1, 2, 3, 4, 5, 6, 7, 1234]))).toEqual(['1,234', '0', '800 requests']);
});
