import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { job, read, write } from '../../shared/contract/define.ts';

const asked: { name: string; resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
vi.mock('../../renderer/engine-client.ts', () => ({
  createEngine: () => ({
    call: ({ name }: { name: string }) =>
      new Promise((resolve, reject) => asked.push({ name, resolve, reject })),
  }),
}));
vi.stubGlobal('window', {});
const { callsAnswered, engine, whileCallsWait } = await import('../../renderer/engine.ts');
const { useSaving } = await import('../../renderer/store/saving.ts');

const nothing = z.strictObject({});
const look = read('things.list', nothing).returns<number>();
const change = write('things.change', nothing).returns<number>();
const rewrite = job('things.rewrite', nothing).returns<number>();
const settle = () => new Promise((resolve) => setTimeout(resolve));
/** What was asked since, each of it answered. */
const names = () =>
  asked.splice(0).map(({ name, resolve }) => {
    resolve(1);
    return name;
  });

test('while a case is written anew calls wait, and are asked after it', async () => {
  const before = engine.call(look, {});
  const renewing = whileCallsWait(() => engine.call(rewrite, {}));
  await settle();
  // What is under way is let end first.
  expect(names()).toEqual(['things.list']);
  await before;
  await settle();
  const after = engine.call(look, {});
  const written = engine.call(change, {});
  await settle();
  expect(useSaving.getState().writing).toBe(1);
  expect(names()).toEqual(['things.rewrite']);
  await renewing;
  await settle();
  expect(names()).toEqual(['things.list', 'things.change']);
  expect(await Promise.all([after, written])).toEqual([1, 1]);
  expect(useSaving.getState().writing).toBe(0);
});

test('a rewriting that fails lets calls go on', async () => {
  const renewing = whileCallsWait(async () => {
    throw new Error('no room');
  });
  const look1 = engine.call(look, {});
  await expect(renewing).rejects.toThrow('no room');
  await settle();
  expect(names()).toEqual(['things.list']);
  expect(await look1).toBe(1);
});

test('calls are answered once none is under way, failed ones too', async () => {
  const answer = engine.call(look, {}).catch(() => 'failed');
  let answered = false;
  const all = callsAnswered().then(() => {
    answered = true;
  });
  await settle();
  expect(answered).toBe(false);
  asked.pop()?.reject(new Error('no'));
  await all;
  expect(await answer).toBe('failed');
});
