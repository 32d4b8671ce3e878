import { describe, expect, it } from 'vitest';
import { type TimelineDrawing, timelineSvg } from '../../../../electron/engine/bundle/report/timeline-svg.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';
import { activity, DAY_US, START_US } from '../content-fixture.ts';

const drawing: TimelineDrawing = {
  activity: activity(1, 5, 12, true),
  zone: zoneOf('Europe/Berlin'),
  marks: [{ fromUs: START_US + 6 * DAY_US, toUs: START_US + 8 * DAY_US, label: '2' }],
  dataSet: { firstUs: START_US, lastUs: START_US + 45 * DAY_US },
  caption: 'ac_1: 1,207 of 26,823 requests',
  widthPx: 740,
  standalone: true,
};
const count = (svg: string, part: string) => svg.split(part).length - 1;

describe('timelineSvg', () => {
  it('prints zone, caption, scale and calendar, and is the same each time', () => {
    const svg = timelineSvg(drawing);
    expect(timelineSvg(drawing)).toBe(svg);
    for (const text of [
      'Times in Europe/Berlin (UTC+02:00)',
      'ac_1: 1,207 of 26,823 requests',
      'Requests per 2 hours',
      '>60<',
      '>7 Apr<',
      '>2026<',
    ]) {
      expect(svg).toContain(text);
    }
  });

  it('rounds every number and keeps it on the picture', () => {
    const svg = timelineSvg({ ...drawing, standalone: false });
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\d\.\d\d/);
    const paths = [...svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]);
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.every(([x, y]) => x >= 0 && x <= 740 && y >= 0 && y <= 220)).toBe(true);
  });

  it('marks ranges that touch the picture, clipped, and no others', () => {
    const marks = [
      { fromUs: START_US - DAY_US, toUs: START_US, label: 'before' },
      { fromUs: START_US + 4 * DAY_US, toUs: START_US + 90 * DAY_US, label: 'across' },
      { fromUs: START_US + 7 * DAY_US, toUs: START_US + 7 * DAY_US + 1, label: 'instant' },
    ];
    const svg = timelineSvg({ ...drawing, marks });
    expect(count(svg, 'class="tl-mark"')).toBe(2);
    expect(svg).not.toContain('before');
    expect(svg).toContain('>across<');
    expect(svg).toMatch(/class="tl-mark" x="48" y="30" width="682"/);
    expect(svg).toMatch(/class="tl-mark" [^>]*width="2"/);
  });

  it('leaves out labels that would lie on each other, never the band', () => {
    const marks = Array.from({ length: 40 }, (_, index) => ({
      fromUs: START_US + 6 * DAY_US + index * 60_000_000,
      toUs: START_US + 8 * DAY_US,
      label: `no${index}`,
    }));
    const svg = timelineSvg({ ...drawing, marks });
    expect(count(svg, 'class="tl-mark"')).toBe(40);
    expect(count(svg, 'class="tl-label"')).toBe(2);
  });

  it('escapes what it is given', () => {
    const svg = timelineSvg({
      ...drawing,
      caption: '</svg><script>',
      marks: [{ ...drawing.marks[0], label: '"><x' }],
    });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<x');
  });

  it('is empty without activity', () => {
    const none = {
      bin: new Int32Array(),
      requests: new Uint32Array(),
      failed: new Uint32Array(),
      inputTokens: new Float64Array(),
      outputTokens: new Float64Array(),
    };
    expect(timelineSvg({ ...drawing, activity: none })).toBe('');
  });

  it('brings no colours of its own into a page', () => {
    expect(timelineSvg({ ...drawing, standalone: false })).not.toMatch(/<style|#[0-9a-f]{6}/);
    expect(timelineSvg(drawing)).toContain('<style>');
  });
});
