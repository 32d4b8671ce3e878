import { expect, test } from 'vitest';
import { drawWaterfall } from '../../../../renderer/features/analysis/draw-waterfall.ts';
import { waterfallBars } from '../../../../renderer/features/analysis/waterfall-model.ts';
import { filledWith, PALETTE, svgOf, textsOf } from '../../drawn.ts';

const bars = waterfallBars({
  a: 'a',
  b: 'b',
  bits: 6,
  priorBits: -10,
  items: [
    { kind: 'payment_fingerprint', family: 'identity', bits: 16, value: 'pf_\u202e1', accountsWithValue: 2 },
  ],
});
const svg = svgOf((context) => drawWaterfall(context, bars, PALETTE));
/** Left and right end of a bar. */
const ends = (colour: string) => {
  const [[path]] = filledWith(svg, colour);
  const xs = [...path.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
  return [Math.min(...xs), Math.max(...xs)];
};

test('the sum reaches from even odds to where the last item ends', () => {
  const [prior, item, sum] = [PALETTE.contextStrong, PALETTE.subject, PALETTE.ink].map(ends);
  expect(item[0]).toBe(prior[0]);
  expect(sum).toEqual([prior[1], item[1]]);
  expect((item[1] - item[0]) / (prior[1] - prior[0])).toBeCloseTo(1.6, 2);
});

test('figures, kinds and values are said, hidden characters shown', () => {
  const texts = textsOf(svg);
  for (const text of ['prior', 'sum', '−10.0', '+16.0', '+6.0', 'payment fingerprint', 'pf_\\u{202e}1'])
    expect(texts).toContain(text);
});
