import { describe, expect, it } from 'vitest';
import type { Size } from '../../../../renderer/draw/canvas.ts';
import type { CurveScene } from '../../../../renderer/features/coverage/curve-scene.ts';
import { drawCurves } from '../../../../renderer/features/coverage/draw-curves.ts';
import { drawMatrix, drawStep } from '../../../../renderer/features/coverage/draw-matrix.ts';
import { drawStrips } from '../../../../renderer/features/coverage/draw-strips.ts';
import { drawTreemap } from '../../../../renderer/features/coverage/draw-treemap.ts';
import { matrixLayout } from '../../../../renderer/features/coverage/matrix-layout.ts';
import { stripLayout } from '../../../../renderer/features/coverage/strip-layout.ts';
import { treemapTiles } from '../../../../renderer/features/coverage/treemap-layout.ts';
import type { CoverageMatrix, TopicPartition } from '../../../../shared/contract/coverage.ts';
import { PALETTE, svgOf } from '../../drawn.ts';

const SIZE: Size = { widthPx: 900, heightPx: 400 };

const count = (svg: string, part: string) => svg.split(part).length - 1;
const BASIS = {
  accounts: 2,
  ofAccounts: 2,
  unknown: 0,
  ranked: null,
  matching: null,
  ofRequests: 40,
  requests: 40,
  withTopic: 40,
  other: 0,
  uncounted: 0,
};
const HOSTILE = '<script>alert(1)</script>';

describe('the matrix', () => {
  const matrix: CoverageMatrix = {
    ...BASIS,
    rows: Array.from({ length: 40 }, (_, row) => ({
      account: row === 0 ? HOSTILE : `ac_${row}`,
      requests: 20,
      operator: null,
      cohort: 0,
    })),
    topics: [
      { topic: 'law', requests: 400, accounts: 40 },
      { topic: 'art', requests: 0, accounts: 0 },
    ],
    ofTopics: 2,
    cohorts: [{ name: 'all', accounts: 20, requests: 100, withShown: false }],
    counts: Float64Array.from({ length: 80 }, (_, at) => (at % 2 === 0 ? 20 : 0)),
    cohortCounts: Float64Array.of(10, 90),
  };
  const layout = matrixLayout(40, 2, SIZE.widthPx, 128);
  const draw = (scrollY: number, marked: readonly [number, number] | null = null) =>
    svgOf((context) =>
      drawMatrix(context, matrix, layout, { scroll: { x: 0, y: scrollY }, marked }, SIZE, PALETTE),
    );

  it('is the same for the same data, with labels as text', () => {
    expect(draw(0)).toBe(draw(0));
    expect(draw(0)).not.toContain('<script>');
    expect(draw(0)).toContain('&#60;script');
  });

  it('draws what is in view alone, and marks the cell looked at', () => {
    expect(draw(0)).toContain('>ac_1<');
    expect(draw(0)).not.toContain('>ac_39<');
    expect(draw(30 * layout.cellHeight)).toContain('>ac_39<');
    expect(count(draw(0, [1, 0]), 'stroke="#ink"')).toBe(1);
    expect(count(draw(0), 'stroke="#ink"')).toBe(0);
  });

  it('tells above and below apart by form, not by colour alone', () => {
    const step = (value: number, isAsked = true) =>
      svgOf((context) => drawStep(context, value, isAsked, 0, 0, 20, 14, PALETTE));
    const height = (svg: string) => Number(/V?0 0L19 0L19 (\d+)/.exec(svg)?.[1] ?? Number.NaN);
    expect(height(step(3))).toBe(13);
    expect(height(step(-3))).toBeNaN();
    expect(new Set([-3, -2, -1, 0, 1, 2, 3].map((value) => step(value))).size).toBe(7);
    expect(count(step(0, false), '<path')).toBe(0);
  });
});

describe('the strips', () => {
  const partition: TopicPartition = {
    ...BASIS,
    members: [
      { account: HOSTILE, requests: 30 },
      { account: 'ac_2', requests: 10 },
    ],
    topics: [
      { topic: 'law', requests: 20, accounts: 1, expected: 1.9, parts: [{ member: 0, requests: 20 }] },
      {
        topic: 'art',
        requests: 20,
        accounts: 2,
        expected: 1.9,
        parts: [
          { member: 0, requests: 10 },
          { member: 1, requests: 10 },
        ],
      },
    ],
    ofTopics: 2,
    alone: { observed: 1, expected: 0.1, low: 0, high: 1, p: 0.1 },
    shared: { observed: 1, expected: 1.9, low: 1, high: 2, p: 0.1 },
    holders: { observed: 1.5, expected: 1.9 },
    groups: null,
    draws: 999,
    seed: 1,
  };

  it('part each topic among its accounts, the largest named, with seen and expected as two forms', () => {
    const svg = svgOf((context) =>
      drawStrips(context, partition, stripLayout(2, SIZE.widthPx), 0, -1, SIZE, PALETTE),
    );
    expect(svg).toContain('&#60;script');
    expect(svg).not.toContain('<script>');
    expect(count(svg, 'opacity="0.62"')).toBe(1);
    expect(count(svg, 'stroke="#inkSoft"')).toBe(2);
  });
});

describe('curves', () => {
  const scene: CurveScene = {
    lines: [
      { label: HOSTILE, x: [1, 4, 9], y: [1, 3, 4], isMain: true },
      { label: 'ac_2', x: [1, 2], y: [1, 2], isMain: false },
    ],
    bands: [
      {
        label: 'cohort accounts',
        isUnion: false,
        m: Float64Array.of(1, 4),
        low: Float64Array.of(1, 1),
        middle: Float64Array.of(1, 2),
        high: Float64Array.of(1, 4),
        curves: 12,
        ofCurves: 20,
      },
    ],
    stepped: true,
    beside: 'others',
    xTitle: 'requests',
    yTitle: 'topics',
  };
  const draw = (shown: CurveScene, cursor: number | null = null) =>
    svgOf((context) => drawCurves(context, shown, cursor, SIZE, PALETTE));

  it('carry their labels at their ends, axes their titles, the cursor a line', () => {
    const svg = draw(scene);
    expect(svg).toContain('>cohort accounts<');
    expect(svg).toContain('>requests<');
    expect(svg).not.toContain('<script>');
    expect(count(draw(scene, 4), 'stroke-dasharray="2 3"')).toBe(1);
    expect(count(svg, 'stroke-dasharray="2 3"')).toBe(0);
  });

  it('show where nothing is asked twice only where that is the measure', () => {
    expect(draw({ ...scene, beside: 'every request' })).toContain('>nothing asked twice<');
    expect(draw(scene)).not.toContain('>nothing asked twice<');
  });
});

describe('the treemap', () => {
  it('names classes in headings and topics only where the name fits', () => {
    const content = {
      classes: [
        {
          capability: 'data_analysis',
          requests: 1000,
          topics: [
            { topic: HOSTILE, requests: 999 },
            { topic: 'hardly-there', requests: 1 },
          ],
        },
      ],
      requests: 1000,
      ofRequests: 1000,
    };
    const svg = svgOf((context) =>
      drawTreemap(context, content, treemapTiles(content, SIZE), undefined, PALETTE),
    );
    expect(svg).toContain('data analysis 1,000 (100 %)');
    expect(svg).toContain('&#60;script');
    expect(svg).not.toMatch(/<script|hardly|>h…/);
  });
});
