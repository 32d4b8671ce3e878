import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchIdle } from '../../../renderer/store/idle.ts';

const MINUTE_MS = 60_000;
const onIdle = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onIdle.mockReset();
});
afterEach(() => vi.useRealTimers());

test('it tells once nobody has been there for that long, and not again until somebody has', () => {
  const watch = watchIdle(onIdle);
  watch.setAfter(5 * MINUTE_MS);
  vi.advanceTimersByTime(5 * MINUTE_MS - 1);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60 * MINUTE_MS);
  expect(onIdle).toHaveBeenCalledTimes(1);
  watch.touch();
  vi.advanceTimersByTime(5 * MINUTE_MS);
  expect(onIdle).toHaveBeenCalledTimes(2);
});

test('each touch begins the time anew, with one timer at most', () => {
  const watch = watchIdle(onIdle);
  watch.setAfter(5 * MINUTE_MS);
  for (let minute = 0; minute < 30; minute++) {
    vi.advanceTimersByTime(MINUTE_MS);
    for (let moves = 0; moves < 20; moves++) watch.touch();
    expect(vi.getTimerCount()).toBe(1);
  }
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5 * MINUTE_MS);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('never is never, and a shorter time holds from the last touch on', () => {
  const watch = watchIdle(onIdle);
  watch.setAfter(null);
  vi.advanceTimersByTime(600 * MINUTE_MS);
  expect(onIdle).not.toHaveBeenCalled();
  watch.touch();
  watch.setAfter(30 * MINUTE_MS);
  vi.advanceTimersByTime(10 * MINUTE_MS);
  watch.setAfter(5 * MINUTE_MS);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('time asleep, in which no timer ran, counts', () => {
  const watch = watchIdle(onIdle);
  watch.setAfter(5 * MINUTE_MS);
  vi.setSystemTime(Date.now() + 60 * MINUTE_MS);
  // What was left of the timer when the computer went to sleep runs on after it.
  vi.advanceTimersByTime(5 * MINUTE_MS);
  expect(onIdle).toHaveBeenCalledTimes(1);
});
