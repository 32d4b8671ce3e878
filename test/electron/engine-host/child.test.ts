import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { childEngine } from '../../../electron/engine-host/child.ts';
import type { EngineProcess, PagePort } from '../../../electron/engine-host/engine-process.ts';
import type { HostReply } from '../../../shared/contract/protocol.ts';

/** A small engine: answers what it gets, and tells what the host told it. */
const ENTRY = `
process.on('message', (message) => {
  if (message.type === 'page') {
    if (message.data === 'exit') process.exit(3);
    process.send({ type: 'page', data: { got: message.data } });
  } else if (message.type === 'stop') {
    process.send({ type: 'stopped' });
    process.disconnect();
  } else {
    process.send({ type: 'page', data: { host: message } });
  }
});
process.send({ type: 'ready', env: process.env, execArgv: process.execArgv });
`;

/** The main process's end of a page's channel, in the shape of Electron's. */
class FakePort extends EventEmitter implements PagePort {
  readonly received: unknown[] = [];
  isStarted = false;
  isClosed = false;

  postMessage(data: unknown): void {
    this.received.push(data);
    this.emit('received');
  }

  start(): void {
    this.isStarted = true;
  }

  close(): void {
    this.isClosed = true;
  }

  async next(count: number): Promise<unknown[]> {
    while (this.received.length < count) await once(this, 'received');
    return this.received;
  }
}

let folder: string;
let entry: string;
let engine: EngineProcess<PagePort>;
let happened: EventEmitter;
let replies: HostReply[];
let exits: string[];

function start(execPath = process.execPath): void {
  engine = childEngine({ execPath, entry, env: { LANG: 'C', TMPDIR: folder } })({
    onReply: (reply) => {
      replies.push(reply);
      happened.emit(reply.type);
    },
    onExit: (reason) => {
      exits.push(reason);
      happened.emit('exit');
    },
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillwatch-child-'));
  entry = join(folder, 'engine.mjs');
  await writeFile(entry, ENTRY);
  happened = new EventEmitter();
  [replies, exits] = [[], []];
});
afterEach(async () => {
  if (exits.length === 0) {
    const exited = once(happened, 'exit');
    engine.kill();
    await exited;
  }
  await rm(folder, { recursive: true });
});

test('the engine gets the environment it was given, and no flags', async () => {
  start();
  await once(happened, 'ready');
  expect(replies[0]).toMatchObject({ env: { LANG: 'C', TMPDIR: folder }, execArgv: [] });
  expect(replies[0]).not.toHaveProperty('env.PATH');
});

test('relays both ways with typed arrays as they are', async () => {
  start();
  const port = new FakePort();
  engine.connectPage(port);
  expect(port.isStarted).toBe(true);
  const data = {
    id: 1,
    columns: { tMs: new Float64Array([1.5, 2]), n: new Uint8Array([1, 2, 3]) },
    u: undefined,
  };
  port.emit('message', { data });
  const [first, second] = await port.next(2);
  expect(first).toEqual({ host: { type: 'page-port' } });
  expect(second).toEqual({ got: data });
  expect((second as { got: typeof data }).got.columns.tMs).toBeInstanceOf(Float64Array);
});

test('host messages reach the engine in order', async () => {
  start();
  const port = new FakePort();
  engine.connectPage(port);
  engine.send({ type: 'grant', grant: 'g', path: '/a' });
  expect(await port.next(2)).toEqual([
    { host: { type: 'page-port' } },
    { host: { type: 'grant', grant: 'g', path: '/a' } },
  ]);
});

test('a new page takes over: the earlier port is closed and no longer heard', async () => {
  start();
  const [earlier, later] = [new FakePort(), new FakePort()];
  engine.connectPage(earlier);
  await earlier.next(1);
  engine.connectPage(later);
  expect(earlier.isClosed).toBe(true);
  earlier.emit('message', { data: 'from the earlier page' });
  later.emit('message', { data: 'from the later page' });
  expect(await later.next(2)).toEqual([{ host: { type: 'page-port' } }, { got: 'from the later page' }]);
  expect(earlier.received).toHaveLength(1);
});

test('an end is told once with its reason, and closes the port', async () => {
  start();
  const port = new FakePort();
  engine.connectPage(port);
  await port.next(1);
  port.emit('message', { data: 'exit' });
  await once(happened, 'exit');
  expect(exits).toEqual(['exit code 3']);
  expect(port.isClosed).toBe(true);
  engine.send({ type: 'stop' });
  port.emit('message', { data: 'too late' });
});

test('a stopping engine answers and ends', async () => {
  start();
  await once(happened, 'ready');
  const exited = once(happened, 'exit');
  engine.send({ type: 'stop' });
  await exited;
  expect(replies.map(({ type }) => type)).toEqual(['ready', 'stopped']);
  expect(exits).toEqual(['exit code 0']);
});

test('a kill is told as a signal', async () => {
  start();
  await once(happened, 'ready');
  const exited = once(happened, 'exit');
  engine.kill();
  await exited;
  expect(exits).toEqual(['signal SIGKILL']);
});

test('a program that is not there is an end too', async () => {
  start(join(folder, 'no-node'));
  await once(happened, 'exit');
  expect(exits).toHaveLength(1);
  expect(exits[0]).toContain('ENOENT');
});
