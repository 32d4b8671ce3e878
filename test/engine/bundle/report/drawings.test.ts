import { expect, it } from 'vitest';
import { bandSvg } from '../../../../electron/engine/bundle/report/band-svg.ts';
import { signed, waterfallSvg } from '../../../../electron/engine/bundle/report/waterfall-svg.ts';

const numbers = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`class="${kind}" x="([\\d.]+)" y="[\\d.]+" width="([\\d.]+)"`, 'g'))].map(
    ([, x, width]) => [Number(x), Number(width)],
  );

it('a waterfall goes from the prior over each step to the sum', () => {
  const svg = waterfallSvg(
    [
      { label: 'Before', bits: -10, base: true },
      { label: 'card', bits: 20 },
      { label: '<b>', bits: -4 },
    ],
    'a & b',
    640,
  );
  const [[baseX, baseWidth]] = numbers(svg, 'wf-base');
  const [[cardX, cardWidth]] = numbers(svg, 'wf-for');
  const [[lossX, lossWidth]] = numbers(svg, 'wf-against');
  const [[sumX, sumWidth]] = numbers(svg, 'wf-sum');
  // The prior goes left from zero; the card starts where it ended and is twice as long.
  expect(cardX).toBe(baseX);
  expect(cardWidth).toBeCloseTo(2 * baseWidth, 0);
  expect(lossX + lossWidth).toBeCloseTo(cardX + cardWidth, 0);
  // The sum of 6 bits starts at zero, where the prior began.
  expect(sumX).toBeCloseTo(baseX + baseWidth, 0);
  expect(sumWidth).toBeCloseTo(0.6 * baseWidth, 0);
  expect(svg).toContain('<title>a &#38; b</title>');
  expect(svg).toContain('&#60;b&#62;');
  for (const words of ['−10.0', '+20.0', '−4.0', '+6.0']) expect(svg).toContain(`>${words}<`);
});

it('a waterfall of nothing, and bits that round to nothing, have no sign', () => {
  expect(waterfallSvg([], '', 640)).not.toContain('NaN');
  expect([signed(0.04), signed(-0.04), signed(0.05)]).toEqual(['0.0', '0.0', '+0.1']);
});

it('a band keeps its order, and a value outside it in the picture', () => {
  const band = { id: 'S1' as const, accounts: 30, p5: 1, p25: 2, p50: 3, p75: 4, p95: 5 };
  const at = (value: number) => Number(/bd-value" d="M([\d.]+) /.exec(bandSvg(band, value))?.[1]);
  expect(at(1)).toBe(6);
  expect(at(5)).toBe(144);
  expect(at(3)).toBe(75);
  const [[wideX, wideWidth]] = numbers(bandSvg(band, 9), 'bd-wide');
  expect(at(9)).toBe(144);
  expect(wideX + wideWidth).toBeCloseTo(75, 0);
  expect(bandSvg({ ...band, p5: 0, p25: 0, p50: 0, p75: 0, p95: 0 }, 0)).not.toContain('NaN');
});
