import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { GuardedThread } from '../../../../electron/engine/import/containers/guarded-thread.ts';

const SCRIPT = new URL('threads/misbehaving.ts', import.meta.url);
const STALL_MS = 30_000;

// The guard's clock stands still but where a test moves it, however long a thread takes to start.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

function start(way: string): GuardedThread<string> {
  const guard = {
    stallMs: STALL_MS,
    heapMb: 64,
    stalled: () => new Error('stalled'),
    died: () => new Error('died'),
  };
  const thread = new GuardedThread<string>(SCRIPT, way, guard);
  onTestFinished(() => thread.close());
  return thread;
}

test.each(['reject', 'throw', 'fill', 'leave'])('a thread that dies (%s) ends in one error', async (way) => {
  const thread = start(way);
  expect(await thread.next()).toBe('begun');
  await expect(thread.next()).rejects.toThrow('died');
  await expect(thread.next()).rejects.toThrow('died');
});

test('a thread that loops is ended after a while', async () => {
  const thread = start('loop');
  expect(await thread.next()).toBe('begun');
  let failure: unknown;
  const waiting = thread.next().catch((error: unknown) => {
    failure = error;
  });
  await vi.advanceTimersByTimeAsync(STALL_MS - 1);
  expect(failure).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
  expect(failure).toMatchObject({ message: 'stalled' });
  await expect(thread.next()).rejects.toThrow('stalled');
  await thread.close();
});

test('only the time that a thread is waited for counts, and it may be closed at any time', async () => {
  const thread = start('answer');
  expect(await thread.next()).toBe('begun');
  await vi.advanceTimersByTimeAsync(2 * STALL_MS);
  thread.post('still there');
  expect(await thread.next()).toBe('still there');
  await thread.close();
  await thread.close();
});
