import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { Context } from '../../../electron/engine/context.ts';
import { Dispatcher } from '../../../electron/engine/dispatch.ts';
import { handle } from '../../../electron/engine/handle.ts';
import { childEngine } from '../../../electron/engine-host/child.ts';
import { Supervisor } from '../../../electron/engine-host/supervisor.ts';
import { addAnnotation } from '../../../shared/contract/annotations.ts';
import { caseInfo, createCase } from '../../../shared/contract/cases.ts';
import type { Call } from '../../../shared/contract/define.ts';
import { importSource } from '../../../shared/contract/imports.ts';
import type { EngineMessage } from '../../../shared/contract/protocol.ts';
import { endlessLog, fileWith, NEW_CASE, tempFolder } from '../support.ts';
import { log, MAPPING, SENTENCE, seenAt } from './whole.ts';

const ENGINE = join(import.meta.dirname, '../../../electron/engine/main.ts');
const CASE = '00000000-0000-4000-8000-000000000001';
const SMALL = '00000000-0000-4000-8000-000000000002';
const LARGE = '00000000-0000-4000-8000-000000000003';

/** The page's end: calls, and what is answered. */
class Page extends EventEmitter {
  private id = 0;

  /** As the main process has it. */
  postMessage(message: EngineMessage): void {
    this.emit('progress' in message ? 'progress' : `answer ${message.id}`, message);
  }
  start(): void {}
  close(): void {}

  async call<Args, Result>({ name }: Call<Args, Result>, args: Args): Promise<Result> {
    const id = ++this.id;
    const answered = once(this, `answer ${id}`);
    this.emit('message', { data: { id, name, args } });
    const [message] = (await answered) as [EngineMessage];
    if ('ok' in message && message.ok) return message.value as Result;
    throw new Error(JSON.stringify(message));
  }
}

test('an engine that runs out of memory in an import is started again, says so, and the case is whole', async () => {
  const folder = tempFolder();
  const path = join(folder, 'case.swcase');
  // Takes all the memory that it is given once it is told to.
  const pidFile = join(folder, 'pid');
  const eater = fileWith(
    `import { writeFileSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    if (isMainThread) writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
    if (isMainThread) process.on('SIGUSR2', () => { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); });`,
    'eater.mjs',
  );
  const states = new EventEmitter();
  const told: string[] = [];
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_OPTIONS: `--max-old-space-size=96 --import=${eater}`,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
  };
  const start = childEngine({ execPath: process.execPath, entry: ENGINE, env });
  const supervisor = new Supervisor({
    start,
    greeting: () => [
      { type: 'grant', grant: CASE, path },
      { type: 'grant', grant: SMALL, path: log(500) },
      { type: 'grant', grant: LARGE, path: endlessLog(folder) },
    ],
    onState: (state, detail) => {
      told.push(detail);
      states.emit(state);
    },
    print: async () => new Uint8Array(),
    nowMs: () => performance.now(),
    graceMs: 5000,
  });
  onTestFinished(() => supervisor.stop());
  await once(states, 'running');
  const page = new Page();
  supervisor.connectPage(page);
  await page.call(createCase, { grant: CASE, ...NEW_CASE, author: 'tester', passphrase: null });
  await page.call(importSource, { grant: SMALL, mapping: MAPPING });
  await page.call(addAnnotation, { on: 'account:log_1', kind: 'comment', text: 'made before' });
  void page.call(importSource, {
    grant: LARGE,
    mapping: { ...MAPPING, columns: { timestamp: 'timestamp', account_id: 'account_id' } },
  });
  await once(page, 'progress');
  const again = once(states, 'running');
  const restarting = once(states, 'restarting');
  process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGUSR2');
  await restarting;
  expect(told.at(-1)).toMatch(/for want of memory \(signal SIGABRT\).*What was saved in the case is kept/);
  expect(told.at(-1)).toMatch(SENTENCE);
  await again;
  await supervisor.stop();
  expect(await seenAt(path)).toMatchObject({
    notes: ['made before'],
    requests: [[500, 50]],
    sources: [{ file: 'log.csv', published: 1 }],
  });
});

test('work on a thread that runs out of memory fails with a sentence, and the engine goes on', async () => {
  const eat = handle(caseInfo, async () => {
    const thread = new Worker('const all = []; for (;;) all.push(new Array(1e5).fill(all.length));', {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: 16 },
    });
    const [error] = await once(thread, 'exit').then(
      () => [new Error('It ended.')],
      (thrown: unknown) => [thrown],
    );
    throw error;
  });
  const answers: EngineMessage[] = [];
  const dispatcher = new Dispatcher(new Context(), new Map([[caseInfo.name, eat]]), (message) =>
    answers.push(message),
  );
  await dispatcher.receive({ id: 1, name: caseInfo.name, args: {} });
  expect(answers).toEqual([
    {
      id: 1,
      ok: false,
      code: 'INTERNAL',
      message: expect.stringMatching(/^There was not enough memory.*what was saved before is\. Close other/),
    },
  ]);
});
