import { expect, onTestFinished, test } from 'vitest';
import { GuardedThread } from '../../../../electron/engine/import/containers/guarded-thread.ts';

const SCRIPT = new URL('threads/misbehaving.ts', import.meta.url);

function start(way: string, stallMs = 30_000): GuardedThread<string> {
  const guard = { stallMs, heapMb: 64, stalled: () => new Error('stalled'), died: () => new Error('died') };
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
  const thread = start('loop', 2000);
  expect(await thread.next()).toBe('begun');
  await expect(thread.next()).rejects.toThrow('stalled');
  await thread.close();
});

test('only the time that a thread is waited for counts, and it may be closed at any time', async () => {
  const thread = start('answer', 1500);
  expect(await thread.next()).toBe('begun');
  await new Promise((resolve) => setTimeout(resolve, 1800));
  thread.post('still there');
  expect(await thread.next()).toBe('still there');
  await thread.close();
  await thread.close();
});
