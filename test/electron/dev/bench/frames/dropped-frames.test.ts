import { expect, test } from 'vitest';
import {
  addFrames,
  countFrames,
  droppedPercent,
} from '../../../../../electron/dev/bench/frames/dropped-frames.ts';

test('a steady row of frames drops none, also where the clock trembles', () => {
  const times = [0, 16.7, 33.1, 50.4, 66.6];
  expect(countFrames(times, 16.7)).toEqual({ seen: 4, dropped: 0, longestMs: expect.closeTo(17.3) });
});

test('a gap drops as many frames as were due in it', () => {
  expect(countFrames([0, 10, 40, 50], 10)).toEqual({ seen: 3, dropped: 2, longestMs: 30 });
  expect(droppedPercent(countFrames([0, 10, 40, 50], 10))).toBe(40);
});

test('less than two frames say nothing', () => {
  expect(droppedPercent(countFrames([], 16))).toBe(0);
  expect(countFrames([5], 16)).toEqual({ seen: 0, dropped: 0, longestMs: 0 });
});

test('stretches add up, and the longest gap of all stays', () => {
  const all = addFrames([countFrames([0, 10, 20], 10), countFrames([100, 150], 10)]);
  expect(all).toEqual({ seen: 3, dropped: 4, longestMs: 50 });
});
