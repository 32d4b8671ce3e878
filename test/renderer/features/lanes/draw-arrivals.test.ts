import { expect, test } from 'vitest';
import { ARRIVALS_SIZE, drawArrivals } from '../../../../renderer/features/lanes/draw-arrivals.ts';
import { ARRIVAL_BINS, type ArrivalGaps } from '../../../../shared/contract/lanes.ts';
import { filledWith, PALETTE, svgOf, textsOf } from '../../drawn.ts';

function gapsIn(bins: Readonly<Record<number, number>>): ArrivalGaps {
  const gaps = new Float64Array(ARRIVAL_BINS);
  for (const [bin, n] of Object.entries(bins)) gaps[Number(bin)] = n;
  const total = gaps.reduce((sum, n) => sum + n, 0);
  const share = gaps.map((n) => (total === 0 ? 0 : n / total));
  return { gaps, share, total, accounts: 1, looked: 1, ofAccounts: 1 } as unknown as ArrivalGaps;
}
const draw = (subject: ArrivalGaps, others: ArrivalGaps) =>
  svgOf((context) => drawArrivals(context, subject, others, ARRIVALS_SIZE, PALETTE));
const top = (path: string) =>
  Math.min(...[...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y)));

test('subject and others are on one scale, and the median is said', () => {
  const svg = draw(gapsIn({ 31: 3, 35: 1 }), gapsIn({ 32: 1, 33: 1, 34: 1, 36: 1 }));
  const [[others]] = filledWith(svg, PALETTE.context);
  const [[subject, opacity]] = filledWith(svg, PALETTE.subject);
  const foot = ARRIVALS_SIZE.heightPx - 34;
  expect((foot - top(others)) / (foot - top(subject))).toBeCloseTo(1 / 3, 2);
  expect(opacity).toBeLessThan(1);
  const texts = textsOf(svg);
  expect(texts).toContain('75.0 %');
  expect(texts.some((text) => text.startsWith('half within '))).toBe(true);
});

test('without any gap nothing is drawn', () => {
  expect(draw(gapsIn({}), gapsIn({}))).not.toContain('<path');
});
