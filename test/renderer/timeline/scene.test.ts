import { describe, expect, it } from 'vitest';
import { countRange, proposedRange } from '../../../renderer/features/timeline/proposal.ts';
import { MOST_LOADED, rangeToLoad, shownFor } from '../../../renderer/features/timeline/scene.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';
import { type FakeRequest, HOUR_US, sceneOf } from './fixtures.ts';

const everyHour = (hours: number): FakeRequest[] =>
  Array.from({ length: hours }, (_, i) => ({ us: i * HOUR_US + 5, failed: i % 10 === 0 }));
const span = (from: number, to: number) => ({ fromUs: from * HOUR_US, toUs: to * HOUR_US });

describe('shownFor', () => {
  it('draws single requests only where all in view are loaded', () => {
    const scene = sceneOf(everyHour(400), 'UTC', span(0, 40));
    expect(shownFor(scene, span(0, 40), 1000).kind).toBe('requests');
    expect(shownFor(scene, span(1, 41), 1000)).toMatchObject({
      kind: 'bins',
      level: { id: '15min' },
      instead: 'loading',
    });
    expect(shownFor(scene, span(0, 300), 1000)).toMatchObject({
      kind: 'bins',
      level: { id: '1h' },
      instead: null,
    });
  });

  it('says when single requests cannot be had', () => {
    const scene = { ...sceneOf(everyHour(400)), hasSingle: false };
    expect(shownFor(scene, span(0, 10), 1000)).toMatchObject({ kind: 'bins', instead: 'whole case' });
    expect(rangeToLoad(scene, span(0, 10), 1000)).toBeNull();
  });
});

describe('rangeToLoad', () => {
  it('holds the view with room on both sides, and stays the same over small moves', () => {
    const scene = sceneOf(everyHour(4000));
    const load = rangeToLoad(scene, span(1000, 1010), 1000)!;
    expect(load.fromUs).toBeLessThanOrEqual(990 * HOUR_US);
    expect(load.toUs).toBeGreaterThanOrEqual(1020 * HOUR_US);
    expect(rangeToLoad(scene, span(1000.2, 1010.2), 1000)).toEqual(load);
  });

  it('asks for nothing over bins, and nothing that is there', () => {
    const scene = sceneOf(everyHour(400), 'UTC', span(0, 40));
    expect(rangeToLoad(scene, span(0, 300), 1000)).toBeNull();
    expect(rangeToLoad(scene, span(2, 30), 1000)).toBeNull();
  });

  it('asks for less around a busy stretch, and for none of what is too many to draw', () => {
    const scene = sceneOf(everyHour(400));
    const requests = scene.activity.requests.map(() => 2500);
    const busy = { ...scene, activity: { ...scene.activity, requests } };
    const load = rangeToLoad(busy, span(200, 216), 1000)!;
    expect(((load.toUs - load.fromUs) / HOUR_US) * 2500).toBeLessThanOrEqual(MOST_LOADED);
    expect(load.fromUs <= 200 * HOUR_US && load.toUs >= 216 * HOUR_US).toBe(true);
    expect(shownFor(busy, span(200, 240), 1000)).toMatchObject({ instead: 'too many' });
    expect(rangeToLoad(busy, span(200, 240), 1000)).toBeNull();
  });
});

describe('a brush', () => {
  it('moves outwards to whole bins, whichever way it was drawn', () => {
    const scene = sceneOf(everyHour(400));
    const shown = shownFor(scene, span(0, 300), 1000);
    expect(proposedRange(scene, shown, 10.4 * HOUR_US, 12.1 * HOUR_US)).toEqual(span(10, 13));
    expect(proposedRange(scene, shown, 12.1 * HOUR_US, 10.4 * HOUR_US)).toEqual(span(10, 13));
    expect(proposedRange(scene, shown, 10 * HOUR_US, 12 * HOUR_US)).toEqual(span(10, 12));
  });

  it('keeps its ends over single requests and stays inside the limits', () => {
    const scene = sceneOf(everyHour(400), 'UTC', span(0, 40));
    const shown = shownFor(scene, span(0, 40), 1000);
    expect(proposedRange(scene, shown, 1234, 99)).toEqual({ fromUs: 99, toUs: 1234 });
    expect(proposedRange(scene, shown, -5 * HOUR_US, 7)).toEqual({ fromUs: 0, toUs: 7 });
    expect(proposedRange(scene, shown, 7, 7)).toBeNull();
  });
});

describe('countRange', () => {
  it('is exact over quarter hours and over loaded requests, and says when it is not', () => {
    const scene = sceneOf(everyHour(400), 'UTC', span(0, 40));
    expect(countRange(scene, span(100, 120))).toEqual({ requests: 20, failed: 2, exact: true });
    expect(countRange(scene, { fromUs: 6, toUs: HOUR_US + 6 })).toEqual({
      requests: 1,
      failed: 0,
      exact: true,
    });
    expect(countRange(scene, { fromUs: 100 * HOUR_US + 6, toUs: 101 * HOUR_US })).toEqual({
      requests: 1,
      failed: 1,
      exact: false,
    });
    expect(countRange(scene, { fromUs: 100 * HOUR_US, toUs: 100 * HOUR_US + BIN_US }).exact).toBe(true);
  });
});
