import { describe, expect, it } from 'vitest';
import { timelineSteps } from '../../../../electron/engine/bundle/report/timeline-bins.ts';
import { type Activity, BIN_US } from '../../../../shared/contract/timeline.ts';
import { formatTime, zoneOf } from '../../../../shared/time/zone.ts';
import { activity } from '../content-fixture.ts';

function sparse(...instants: string[]): Activity {
  const bin = Int32Array.from(instants.map((text) => (Date.parse(text) * 1000) / BIN_US));
  const ones = Array.from(bin, () => 1);
  return {
    bin,
    requests: Uint32Array.from(ones),
    failed: Uint32Array.from(ones.map(() => 0)),
    inputTokens: Float64Array.from(ones),
    outputTokens: Float64Array.from(ones),
  };
}

describe('timelineSteps', () => {
  it.each([1, 3, 30, 400, 3000])(
    'keeps every request of %i days in at most 240 steps without gaps',
    (days) => {
      const shape = activity(7, 0, days, false);
      const { steps } = timelineSteps(shape, zoneOf('Asia/Kolkata'), 240);
      expect(steps.length).toBeLessThanOrEqual(240);
      expect(steps.length).toBeGreaterThan(20);
      expect(steps.reduce((sum, step) => sum + step.requests, 0)).toBe(
        shape.requests.reduce((a, b) => a + b, 0),
      );
      expect(
        steps.every(
          (step, index) => step.fromUs < step.toUs && (index === 0 || step.fromUs === steps[index - 1].toUs),
        ),
      ).toBe(true);
      expect(steps[0].fromUs).toBeLessThanOrEqual(shape.bin[0] * BIN_US);
    },
  );

  it('puts days from midnight to midnight of the zone, through a change of clocks', () => {
    const zone = zoneOf('Europe/Berlin');
    const { width, steps } = timelineSteps(
      sparse('2026-02-01T12:00Z', '2026-03-29T00:00Z', '2026-06-30T12:00Z'),
      zone,
      240,
    );
    expect(width).toBe('1 day');
    expect(new Set(steps.map((step) => formatTime(zone, step.fromUs, 'minute').slice(11)))).toEqual(
      new Set(['00:00']),
    );
    const short = steps.find((step) => formatTime(zone, step.fromUs, 'day') === '2026-03-29');
    expect(short?.requests).toBe(1);
    expect((short?.toUs ?? 0) - (short?.fromUs ?? 0)).toBe(23 * 3_600_000_000);
  });

  it('lives with a day that a zone skipped', () => {
    const { steps } = timelineSteps(
      sparse('2011-12-01T12:00Z', '2012-02-20T12:00Z'),
      zoneOf('Pacific/Apia'),
      100,
    );
    expect(steps.reduce((sum, step) => sum + step.requests, 0)).toBe(2);
    expect(steps.every((step) => step.fromUs < step.toUs)).toBe(true);
  });

  it('bounds the widest range there can be, and gives none for none', () => {
    const { steps } = timelineSteps(sparse('1970-01-01T00:00Z', '2255-01-01T00:00Z'), zoneOf('UTC'), 240);
    expect(steps.length).toBeLessThanOrEqual(240);
    expect(steps.reduce((sum, step) => sum + step.requests, 0)).toBe(2);
    expect(timelineSteps(sparse(), zoneOf('UTC'), 240).steps).toEqual([]);
  });
});
