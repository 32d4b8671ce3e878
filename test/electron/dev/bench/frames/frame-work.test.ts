import { expect, test } from 'vitest';
import { frameWork } from '../../../../../electron/dev/bench/frames/frame-work.ts';

const frame = (tid: number, tts: number, ph = 'X') => ({
  name: 'ProxyMain::BeginMainFrame',
  ...{ ph, pid: 1, tid, tts },
});

test('work is the processor time from frame to frame, in whatever order a trace has them', () => {
  const events = [frame(7, 5000), frame(7, 1000), frame(7, 14_000), frame(7, 8000)];
  expect(frameWork(events)).toEqual({ medianMs: 4, highMs: 6 });
});

test('other threads, other events and events without a clock do not count', () => {
  const events = [
    ...[frame(7, 1000), frame(7, 2000), frame(7, 3000)],
    ...[frame(8, 0), frame(8, 90_000)],
    ...[frame(7, 1500, 's'), { ...frame(7, 1600), name: 'Paint' }, { ...frame(7, 0), tts: undefined }],
  ];
  expect(frameWork(events)).toEqual({ medianMs: 1, highMs: 1 });
});

test('a trace without two frames says nothing', () => {
  expect(frameWork([])).toEqual({ medianMs: 0, highMs: 0 });
  expect(frameWork([frame(7, 1000)])).toEqual({ medianMs: 0, highMs: 0 });
});
