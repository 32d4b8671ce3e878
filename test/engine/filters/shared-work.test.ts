import { expect, test } from 'vitest';
import { SharedWork } from '../../../electron/engine/filters/shared-work.ts';
import type { Job } from '../../../electron/engine/jobs/job.ts';

const jobWith = (controller: AbortController, told: unknown[] = []): Job => ({
  signal: controller.signal,
  progress: (progress) => told.push(progress.done),
});

/** Work that ends when it is told to, and says when it was stopped. */
function work() {
  let finish = (_: string) => {};
  const begun: Job[] = [];
  const start = (job: Job) => {
    begun.push(job);
    return new Promise<string>((resolve, reject) => {
      finish = resolve;
      job.signal.addEventListener('abort', () => reject(new Error('stopped')));
    });
  };
  return { begun, start, finish: (value: string) => finish(value) };
}

test('who waits for the same work shares it, and hears of its progress', async () => {
  const shared = new SharedWork<string>();
  const { begun, start, finish } = work();
  const told: [unknown[], unknown[]] = [[], []];
  const both = told.map((list) => shared.join(jobWith(new AbortController(), list), start));
  begun[0].progress({ stage: 'counting', done: 7, unit: 'rows' });
  finish('done');
  expect(await Promise.all(both)).toEqual(['done', 'done']);
  expect([begun.length, told]).toEqual([1, [[7], [7]]]);
});

test('one who leaves stops nothing, the last who leaves does, and who comes then begins anew', async () => {
  const shared = new SharedWork<string>();
  const { begun, start, finish } = work();
  const [first, second] = [new AbortController(), new AbortController()];
  const left = [first, second].map((controller) => shared.join(jobWith(controller), start));
  first.abort();
  await expect(left[0]).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(begun[0].signal.aborted).toBe(false);
  second.abort();
  await expect(left[1]).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(begun[0].signal.aborted).toBe(true);
  const again = shared.join(jobWith(new AbortController()), start);
  finish('anew');
  expect([await again, begun.length]).toEqual(['anew', 2]);
});

test('work that fails fails for all, and is begun anew by the next', async () => {
  const shared = new SharedWork<string>();
  const job = jobWith(new AbortController());
  await expect(shared.join(job, async () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(await shared.join(job, async () => 'room')).toBe('room');
});
