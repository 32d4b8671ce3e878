import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { z } from 'zod';
import { createEngine, type Engine } from '../../renderer/engine-client.ts';
import type { Bridge, EngineState } from '../../shared/bridge.ts';
import { job, nothing, read } from '../../shared/contract/define.ts';
import { StillwatchError } from '../../shared/contract/errors.ts';
import type { EngineMessage, PageMessage } from '../../shared/contract/protocol.ts';

const double = read('test.double', z.strictObject({ n: z.number() })).returns<number>();
const long = job('test.long', nothing).returns<Float64Array>();

/** A window and bridge as the preload makes them, with a real MessageChannel to a scripted engine. */
class FakeShell {
  readonly nonces: string[] = [];
  readonly received: PageMessage[] = [];
  readonly page = {
    addEventListener: (_type: 'message', listener: (event: MessageEvent) => void) => {
      this.#message = listener;
    },
  };
  port: MessagePort | undefined;
  #message: (event: MessageEvent) => void = () => undefined;
  #state: (state: EngineState, detail: string) => void = () => undefined;

  readonly bridge = {
    connectEngine: (nonce: string) => void this.nonces.push(nonce),
    onEngineState: (listener: (state: EngineState, detail: string) => void) => {
      this.#state = listener;
      return () => undefined;
    },
  } as unknown as Bridge;

  state(state: EngineState, detail = ''): void {
    this.#state(state, detail);
  }

  /** The window message with which the preload hands over a port. */
  hand(nonce: string | undefined, source: unknown = this.page): MessagePort {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<PageMessage>) => void this.received.push(event.data);
    opened.push(port1, port2);
    this.#message({ source, data: { nonce }, ports: [port2] } as unknown as MessageEvent);
    return port1;
  }

  run(): void {
    this.state('running');
    this.port = this.hand(this.nonces.at(-1));
  }

  answer(message: EngineMessage): void {
    this.port?.postMessage(message);
  }

  async got(count: number): Promise<PageMessage[]> {
    await vi.waitFor(() => expect(this.received).toHaveLength(count));
    return this.received;
  }
}

let opened: MessagePort[];
let shell: FakeShell;
let engine: Engine;
beforeEach(() => {
  opened = [];
  shell = new FakeShell();
  engine = createEngine(shell.bridge, shell.page);
});
afterEach(() => {
  for (const port of opened) port.close();
});

/** The error a call ended with. */
async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('calls', () => {
  test('travel by name and id, and end with the answer', async () => {
    shell.run();
    const call = engine.call(double, { n: 2 });
    expectTypeOf(call).resolves.toEqualTypeOf<number>();
    const [{ id, ...rest }] = await shell.got(1);
    expect(rest).toEqual({ name: 'test.double', args: { n: 2 } });
    expect(Number.isSafeInteger(id)).toBe(true);
    shell.answer({ id, ok: true, value: 4 });
    expect(await call).toBe(4);
  });

  test('answers find their call in any order', async () => {
    shell.run();
    const calls = [1, 2, 3].map((n) => engine.call(double, { n }));
    const sent = await shell.got(3);
    for (const i of [2, 0, 1]) shell.answer({ id: sent[i].id, ok: true, value: i });
    expect(await Promise.all(calls)).toEqual([0, 1, 2]);
  });

  test('fail with the code and sentence of the engine', async () => {
    shell.run();
    const call = failure(engine.call(double, { n: 1 }));
    const [{ id }] = await shell.got(1);
    shell.answer({ id, ok: false, code: 'NO_CASE', message: 'Open a case first.' });
    const error = await call;
    expect(error).toBeInstanceOf(StillwatchError);
    expect(error).toMatchObject({ code: 'NO_CASE', message: 'Open a case first.' });
  });

  test('tell their progress, and keep typed columns as they are', async () => {
    shell.run();
    const onProgress = vi.fn();
    const call = engine.call(long, {}, { onProgress });
    const [{ id }] = await shell.got(1);
    const progress = { stage: 'reading', done: 1, total: 2, unit: 'rows' as const };
    shell.answer({ id, progress });
    shell.answer({ id, ok: true, value: new Float64Array([1, 2]) });
    shell.answer({ id, progress });
    expect(await call).toEqual(new Float64Array([1, 2]));
    expect(onProgress.mock.calls).toEqual([[progress]]);
  });

  test('wait for an engine that is starting', async () => {
    const call = engine.call(double, { n: 2 });
    shell.run();
    const [{ id }] = await shell.got(1);
    shell.answer({ id, ok: true, value: 4 });
    expect(await call).toBe(4);
  });

  test('unknown and repeated answers change nothing', async () => {
    shell.run();
    const call = engine.call(double, { n: 2 });
    const [{ id }] = await shell.got(1);
    shell.answer({ id: id + 1, ok: true, value: 'other' });
    shell.answer({ id, ok: true, value: 4 });
    shell.answer({ id, ok: true, value: 5 });
    expect(await call).toBe(4);
  });

  test('arguments that cannot be cloned fail the call alone', async () => {
    shell.run();
    const broken = failure(engine.call(double, { n: (() => 1) as unknown as number }));
    expect(await broken).toMatchObject({ name: 'DataCloneError' });
    const call = engine.call(double, { n: 2 });
    const [{ id }] = await shell.got(1);
    shell.answer({ id, ok: true, value: 4 });
    expect(await call).toBe(4);
  });

  test('two pages never choose the same ids', async () => {
    shell.run();
    void failure(engine.call(double, { n: 1 }));
    const [{ id }] = await shell.got(1);
    const reloaded = new FakeShell();
    const second = createEngine(reloaded.bridge, reloaded.page);
    reloaded.run();
    void failure(second.call(double, { n: 1 }));
    expect(Math.abs((await reloaded.got(1))[0].id - id)).toBeGreaterThan(1000);
  });
});

describe('cancelling', () => {
  test('asks the engine, which has the last word', async () => {
    shell.run();
    const abort = new AbortController();
    const call = failure(engine.call(long, {}, { signal: abort.signal }));
    const [{ id }] = await shell.got(1);
    abort.abort();
    expect((await shell.got(2))[1]).toEqual({ id, cancel: true });
    shell.answer({ id, ok: false, code: 'CANCELLED', message: 'Nothing was stored.' });
    expect(await call).toMatchObject({ code: 'CANCELLED', message: 'Nothing was stored.' });
  });

  test('before the engine runs sends nothing', async () => {
    const abort = new AbortController();
    const call = failure(engine.call(long, {}, { signal: abort.signal }));
    abort.abort();
    expect(await call).toMatchObject({ code: 'CANCELLED' });
    expect(await failure(engine.call(long, {}, { signal: abort.signal }))).toMatchObject({
      code: 'CANCELLED',
    });
    shell.run();
    const after = failure(engine.call(double, { n: 1 }));
    expect(await shell.got(1)).toMatchObject([{ name: 'test.double' }]);
    shell.state('stopped');
    await after;
  });

  test('after the answer sends nothing', async () => {
    shell.run();
    const abort = new AbortController();
    const call = engine.call(double, { n: 1 }, { signal: abort.signal });
    const [{ id }] = await shell.got(1);
    shell.answer({ id, ok: true, value: 2 });
    await call;
    abort.abort();
    void failure(engine.call(double, { n: 2 }));
    expect((await shell.got(2))[1]).toMatchObject({ name: 'test.double' });
  });
});

describe('the port', () => {
  test('is taken from the own window with the own nonce only', async () => {
    shell.state('running');
    const [nonce] = shell.nonces;
    const foreign = [
      shell.hand('guess'),
      shell.hand(undefined),
      shell.hand(nonce, {}),
      shell.hand(nonce, null),
    ];
    const own = shell.hand(nonce);
    const later = shell.hand(nonce);
    const call = engine.call(double, { n: 2 });
    const [{ id }] = await shell.got(1);
    for (const port of [...foreign, later]) port.postMessage({ id, ok: true, value: 'forged' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    own.postMessage({ id, ok: true, value: 4 });
    expect(await call).toBe(4);
  });

  test('is asked for once per run of the engine', () => {
    shell.state('running');
    shell.state('running');
    expect(shell.nonces).toHaveLength(1);
    shell.state('restarting');
    shell.state('running');
    expect(shell.nonces).toHaveLength(2);
    expect(shell.nonces[0]).not.toBe(shell.nonces[1]);
  });
});

describe('when the engine stops', () => {
  test('pending calls fail with the reason, later ones use the new port', async () => {
    shell.run();
    const lost = failure(engine.call(double, { n: 1 }));
    await shell.got(1);
    shell.state('restarting', 'The engine stopped (exit code 1).');
    expect(await lost).toMatchObject({
      code: 'ENGINE_STOPPED',
      message: 'The engine stopped (exit code 1).',
    });
    const call = engine.call(double, { n: 2 });
    shell.run();
    const sent = await shell.got(2);
    shell.answer({ id: sent[1].id, ok: true, value: 4 });
    expect(await call).toBe(4);
  });

  test('for good, calls fail at once', async () => {
    const waiting = failure(engine.call(double, { n: 1 }));
    shell.state('stopped', 'It stopped too often.');
    expect(await waiting).toMatchObject({ code: 'ENGINE_STOPPED' });
    expect(await failure(engine.call(double, { n: 1 }))).toMatchObject({
      code: 'ENGINE_STOPPED',
      message: 'It stopped too often.',
    });
  });

  test('a port that arrives late is not taken', async () => {
    shell.state('running');
    const nonce = shell.nonces[0];
    shell.state('restarting');
    shell.hand(nonce);
    const call = engine.call(double, { n: 2 });
    shell.run();
    const [{ id }] = await shell.got(1);
    shell.answer({ id, ok: true, value: 4 });
    expect(await call).toBe(4);
  });
});

test('listeners hear the state now and at every change, until they leave', () => {
  const heard: string[] = [];
  const leave = engine.onEngineState((state, detail) => heard.push(`${state} ${detail}`));
  shell.state('running');
  shell.state('restarting', 'why');
  leave();
  shell.state('running');
  expect(heard).toEqual(['starting ', 'running ', 'restarting why']);
});
