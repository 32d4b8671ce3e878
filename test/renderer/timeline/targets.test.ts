import { describe, expect, it } from 'vitest';
import { actOn } from '../../../renderer/features/timeline/act.ts';
import { shownFor } from '../../../renderer/features/timeline/scene.ts';
import {
  describeTime,
  describe as inWords,
  sameTarget,
  stepTarget,
  targetAt,
} from '../../../renderer/features/timeline/targets.ts';
import { HOUR_US, sceneOf, utc } from './fixtures.ts';

const base = utc('2026-05-04T00:00Z');
const requests = [0, 1, 1.2, 30, 300].map((hour, i) => ({
  us: base + hour * HOUR_US,
  model: i === 3 ? 'b' : 'a',
  failed: i === 1,
}));
const hours = (from: number, to: number) => ({ fromUs: base + from * HOUR_US, toUs: base + to * HOUR_US });

describe('over bins', () => {
  const scene = sceneOf(requests, '+08:00');
  const range = hours(0, 200);
  const shown = shownFor(scene, range, 600);

  it('points at the bin under a pixel, empty ones too', () => {
    const target = targetAt(scene, shown, range, 600, 4, 0.5);
    expect(target).toMatchObject({ kind: 'bin', range: hours(1, 2) });
    expect(inWords(scene, shown, target!)).toEqual({
      title: '2026-05-04 09:00 – 10:00',
      zone: 'UTC+08:00',
      lines: ['2 of 5 requests (40.0 %)', '1 of 2 failed', '200 tokens in, 80 out'],
    });
    const empty = targetAt(scene, shown, range, 600, 300, 0.5)!;
    expect(inWords(scene, shown, empty).lines).toEqual(['0 of 5 requests (0 %)']);
  });

  it('steps over what is empty, forwards and back, and stops at the ends', () => {
    const first = stepTarget(scene, shown, null, range, 1)!;
    expect(first).toMatchObject({ range: hours(0, 1) });
    const second = stepTarget(scene, shown, first, range, 1)!;
    const third = stepTarget(scene, shown, second, range, 1)!;
    expect([second, third]).toMatchObject([{ range: hours(1, 2) }, { range: hours(30, 31) }]);
    expect(sameTarget(stepTarget(scene, shown, third, range, -1), second)).toBe(true);
    expect(stepTarget(scene, shown, first, range, -1)).toBeNull();
    const last = stepTarget(scene, shown, third, range, 1)!;
    expect(last).toMatchObject({ range: hours(300, 301) });
    expect(stepTarget(scene, shown, last, range, 1)).toBeNull();
  });

  it('steps from an empty bin to the nearest activity', () => {
    const empty = targetAt(scene, shown, range, 600, 45, 0.5);
    expect(stepTarget(scene, shown, empty, range, 1)).toMatchObject({ range: hours(30, 31) });
    expect(stepTarget(scene, shown, empty, range, -1)).toMatchObject({ range: hours(1, 2) });
  });
});

describe('over single requests', () => {
  const scene = sceneOf(requests, '+08:00', hours(0, 40));
  const range = hours(0, 40);
  const shown = shownFor(scene, range, 1000);

  it('points at the request of the row pointed at', () => {
    expect(targetAt(scene, shown, range, 1000, 751, 0.9)).toMatchObject({ kind: 'request', index: 3 });
    expect(targetAt(scene, shown, range, 1000, 751, 0.1)).toBeNull();
    expect(inWords(scene, shown, { kind: 'request', index: 1, us: requests[1].us })).toEqual({
      title: '2026-05-04 09:00:00',
      zone: 'UTC+08:00',
      lines: ['1 of 5 requests', 'model a', 'status 500, failed', '100 tokens in, unknown out'],
    });
  });

  it('steps request by request and then to the next active quarter hour', () => {
    const last = { kind: 'request', index: 3, us: requests[3].us } as const;
    expect(stepTarget(scene, shown, last, range, -1)).toEqual({
      kind: 'request',
      index: 2,
      us: requests[2].us,
    });
    expect(stepTarget(scene, shown, last, range, 1)).toMatchObject({
      kind: 'bin',
      range: hours(300, 300.25),
    });
  });

  it('tells bare time as finely as pixels do', () => {
    expect(describeTime(scene, base + 1_234_567, 1000).title).toBe('2026-05-04 08:00:01.234');
    expect(describeTime(scene, base + 1_234_567, HOUR_US)).toEqual({
      title: '2026-05-04 08:00',
      zone: 'UTC+08:00',
      lines: [],
    });
  });
});

describe('keyboard acts', () => {
  const scene = sceneOf(requests);
  const view = { range: hours(0, 200), pointer: null, target: null, proposal: null };

  it('zoom about the cursor, else the middle, and fit', () => {
    expect(actOn(view, scene, 600, { act: 'zoom', factor: 0.5 }).range).toEqual(hours(50, 150));
    const target = stepTarget(scene, shownFor(scene, view.range, 600), null, view.range, 1);
    const zoomed = actOn({ ...view, target }, scene, 600, { act: 'zoom', factor: 0.5 }).range!;
    expect(zoomed.fromUs - base).toBe(0.25 * HOUR_US);
    expect(actOn(view, scene, 600, { act: 'fit' }).range).toEqual(scene.limits);
  });

  it('bring the next activity into view', () => {
    const after = actOn({ ...view, range: hours(40, 240) }, scene, 600, { act: 'step', direction: 1 });
    expect(after.target).toMatchObject({ range: hours(300, 301) });
    expect(after.range!.toUs).toBeGreaterThan(base + 300 * HOUR_US);
    expect(after.range!.toUs - after.range!.fromUs).toBe(200 * HOUR_US);
  });

  it('grow and shrink a proposal by a bin', () => {
    const one = actOn(view, scene, 600, { act: 'extend', direction: 1 }).proposal!;
    expect(one).toEqual(hours(100, 101));
    const two = actOn({ ...view, proposal: one }, scene, 600, { act: 'extend', direction: 1 }).proposal!;
    expect(two).toEqual(hours(100, 102));
    expect(actOn({ ...view, proposal: two }, scene, 600, { act: 'extend', direction: -1 }).proposal).toEqual(
      one,
    );
    expect(
      actOn({ ...view, proposal: one }, scene, 600, { act: 'extend', direction: -1 }).proposal,
    ).toBeNull();
  });
});
