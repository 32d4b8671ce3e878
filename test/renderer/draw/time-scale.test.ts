import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampRange,
  MIN_SPAN_US,
  panBy,
  reveal,
  toPx,
  toUs,
  viewLimits,
  zoomAt,
} from '../../../renderer/draw/time-scale.ts';

const DAY = 86_400_000_000;
const limits = { fromUs: 0, toUs: 400 * DAY };
const range = fc
  .tuple(fc.integer({ min: 0, max: 399 * DAY }), fc.integer({ min: MIN_SPAN_US, max: DAY }))
  .map(([fromUs, span]) => ({ fromUs, toUs: fromUs + span }));

describe('time scale', () => {
  it('maps the ends of the range to the ends of the width and back', () => {
    const view = { fromUs: 1000, toUs: 3000 };
    expect([toPx(view, 500, 1000), toPx(view, 500, 2000), toPx(view, 500, 3000)]).toEqual([0, 250, 500]);
    expect([toUs(view, 500, 0), toUs(view, 500, 500)]).toEqual([1000, 3000]);
  });

  it('keeps the instant under the cursor in place while zooming, unless the limits forbid it', () => {
    fc.assert(
      fc.property(
        range,
        fc.double({ min: 0.05, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (view, factor, share) => {
          const anchor = Math.round(view.fromUs + share * (view.toUs - view.fromUs));
          const zoomed = zoomAt(view, limits, factor, anchor);
          expect(zoomed.fromUs).toBeGreaterThanOrEqual(limits.fromUs);
          expect(zoomed.toUs).toBeLessThanOrEqual(limits.toUs);
          expect(zoomed.toUs - zoomed.fromUs).toBeGreaterThanOrEqual(MIN_SPAN_US);
          if (zoomed.fromUs === limits.fromUs || zoomed.toUs === limits.toUs) return;
          const moved = toPx(zoomed, 1000, anchor) - toPx(view, 1000, anchor);
          expect(Math.abs(moved)).toBeLessThan(0.01);
        },
      ),
    );
  });

  it('zooms in and out again to where it was', () => {
    const view = { fromUs: 100 * DAY, toUs: 110 * DAY };
    expect(zoomAt(zoomAt(view, limits, 0.25, 103 * DAY), limits, 4, 103 * DAY)).toEqual(view);
  });

  it('stops at one second and at the whole range', () => {
    expect(zoomAt({ fromUs: DAY, toUs: 2 * DAY }, limits, 1e-12, DAY)).toEqual({
      fromUs: DAY,
      toUs: DAY + MIN_SPAN_US,
    });
    expect(zoomAt({ fromUs: DAY, toUs: 2 * DAY }, limits, 1e12, DAY)).toEqual(limits);
  });

  it('pans without changing the span, up to the limits', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: -500 * DAY, max: 500 * DAY }), (view, delta) => {
        const panned = panBy(view, limits, delta);
        expect(panned.toUs - panned.fromUs).toBe(view.toUs - view.fromUs);
        const wanted = view.fromUs + delta;
        expect(panned.fromUs).toBe(Math.min(limits.toUs - (view.toUs - view.fromUs), Math.max(0, wanted)));
      }),
    );
  });

  it('reveals an instant outside the range and leaves one well inside alone', () => {
    const view = { fromUs: 10 * DAY, toUs: 18 * DAY };
    expect(reveal(view, limits, 14 * DAY)).toBe(view);
    expect(reveal(view, limits, 20 * DAY)).toEqual({ fromUs: 13 * DAY, toUs: 21 * DAY });
    expect(reveal(view, limits, 8 * DAY)).toEqual({ fromUs: 7 * DAY, toUs: 15 * DAY });
  });

  it('widens a case range to whole quarter hours and never leaves it empty', () => {
    expect(viewLimits({ fromUs: 1, toUs: 900_000_001 })).toEqual({ fromUs: 0, toUs: 1_800_000_000 });
    expect(viewLimits({ fromUs: 900_000_000, toUs: 900_000_000 })).toEqual({
      fromUs: 900_000_000,
      toUs: 1_800_000_000,
    });
  });

  it('clamps to limits narrower than a second', () => {
    expect(clampRange({ fromUs: -5, toUs: 5 }, { fromUs: 0, toUs: 500 })).toEqual({ fromUs: 0, toUs: 500 });
  });
});
