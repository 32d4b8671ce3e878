import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calmly } from '../../../renderer/draw/use-calm.ts';
import { createViewStore, type View } from '../../../renderer/features/timeline/view-store.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

const rangeFrom = (fromUs: number) => ({ fromUs, toUs: fromUs + 1 });

function watched(isUrgent?: (now: View) => boolean) {
  const store = createViewStore(rangeFrom(0));
  const taken: number[] = [];
  const stop = calmly(store, () => taken.push(store.getState().range.fromUs), isUrgent);
  return { taken, stop, move: (at: number) => store.setState({ range: rangeFrom(at) }) };
}

test('the first change is taken at once, then ten a second, and the last one too', () => {
  const { taken, move } = watched();
  for (let at = 1; at <= 20; at++) {
    move(at);
    vi.advanceTimersByTime(16);
  }
  vi.advanceTimersByTime(1000);
  expect(taken[0]).toBe(1);
  expect(taken.at(-1)).toBe(20);
  expect(taken.length).toBe(5);
});

test('after a rest a change is taken at once again', () => {
  const { taken, move } = watched();
  move(1);
  vi.advanceTimersByTime(500);
  move(2);
  expect(taken).toEqual([1, 2]);
});

test('an urgent change does not wait, and what waited comes with it', () => {
  const { taken, move } = watched(({ range }) => range.fromUs === 3);
  for (const at of [1, 2, 3]) move(at);
  vi.advanceTimersByTime(1000);
  expect(taken).toEqual([1, 3]);
});

test('nothing comes once it is stopped', () => {
  const { taken, move, stop } = watched();
  move(1);
  move(2);
  stop();
  vi.advanceTimersByTime(1000);
  expect(taken).toEqual([1]);
});
