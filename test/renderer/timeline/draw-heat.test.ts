import { expect, test } from 'vitest';
import { drawHeat } from '../../../renderer/features/timeline/draw-heat.ts';
import { heatThresholds } from '../../../renderer/features/timeline/heat.ts';
import { filledWith, PALETTE, svgOf, textsOf } from '../drawn.ts';

test('cells are shaded by their count, hours without any are outlines, sums stand at the right', () => {
  const requests = new Float64Array(168);
  requests[0] = 1;
  requests[25] = 36;
  const heat = { requests, hours: new Float64Array(168).fill(1), total: 37, range: { fromUs: 0, toUs: 1 } };
  const svg = svgOf((context) => drawHeat(context, heat, heatThresholds(36), PALETTE));
  const opacities = filledWith(svg, PALETTE.subject).map(([, opacity]) => opacity);
  // Two cells, and the six shades of the key.
  expect(opacities).toEqual([0.18, 1, 0.18, 0.34, 0.5, 0.67, 0.84, 1]);
  expect(svg.split(`stroke="${PALETTE.hairline}"`).length - 1).toBe(166 + 1);
  const texts = textsOf(svg);
  expect(texts.slice(0, 4)).toEqual(['Mon', '1', 'Tue', '36']);
  expect(texts).toContain('26 – 36');
});
