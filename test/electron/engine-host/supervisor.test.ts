import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineEvents, PagePort } from '../../../electron/engine-host/engine-process.ts';
import { Supervisor } from '../../../electron/engine-host/supervisor.ts';
import type { HostMessage } from '../../../shared/contract/protocol.ts';

interface FakeEngine {
  readonly events: EngineEvents;
  readonly sent: HostMessage[];
  readonly ports: PagePort[];
  kills: number;
}

const port: PagePort = {
  on: () => undefined,
  postMessage: () => undefined,
  start: () => undefined,
  close: () => undefined,
};

let engines: FakeEngine[];
let states: [state: string, detail: string][];
let nowMs: number;
let greeting: HostMessage[];

function supervise(): Supervisor<PagePort> {
  return new Supervisor<PagePort>({
    start: (events) => {
      const engine: FakeEngine = { events, sent: [], ports: [], kills: 0 };
      engines.push(engine);
      return {
        send: (message) => void engine.sent.push(message),
        connectPage: (page) => void engine.ports.push(page),
        kill: () => {
          engine.kills += 1;
        },
      };
    },
    greeting: () => greeting,
    onState: (state, detail) => states.push([state, detail]),
    print: async (html) => {
      if (html === '') throw new Error('there is nothing to print');
      return new TextEncoder().encode(`PDF of ${html}`);
    },
    nowMs: () => nowMs,
    graceMs: 5_000,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  [engines, states, nowMs, greeting] = [[], [], 0, []];
});
afterEach(() => void vi.useRealTimers());

test('starts at once and runs when the engine says so', () => {
  const supervisor = supervise();
  expect(engines).toHaveLength(1);
  expect(supervisor.state).toBe('starting');
  engines[0].events.onReply({ type: 'ready' });
  expect(supervisor.state).toBe('running');
  expect(states).toEqual([['running', '']]);
});

test('a page is connected only while the engine runs', () => {
  const supervisor = supervise();
  expect(supervisor.connectPage(port)).toBe(false);
  engines[0].events.onReply({ type: 'ready' });
  expect(supervisor.connectPage(port)).toBe(true);
  expect(engines[0].ports).toEqual([port]);
  engines[0].events.onExit('exit code 1');
  expect(supervisor.connectPage(port)).toBe(false);
  expect(engines[1].ports).toEqual([]);
});

test('a restarted engine is told the grants again, and the page the reason', () => {
  const supervisor = supervise();
  engines[0].events.onReply({ type: 'ready' });
  greeting = [{ type: 'grant', grant: 'g', path: '/a' }];
  engines[0].events.onExit('signal SIGSEGV');
  expect(supervisor.state).toBe('restarting');
  expect(supervisor.detail).toContain('signal SIGSEGV');
  expect(supervisor.detail).toContain('is kept');
  expect(engines[1].sent).toEqual(greeting);
  engines[1].events.onReply({ type: 'ready' });
  expect(states.map(([state]) => state)).toEqual(['running', 'restarting', 'running']);
});

test('gives up after three restarts within a minute', () => {
  const supervisor = supervise();
  for (let i = 0; i < 4; i += 1) engines[i].events.onExit('exit code 7');
  expect(engines).toHaveLength(4);
  expect(supervisor.state).toBe('stopped');
  expect(supervisor.detail).toContain('exit code 7');
});

test('goes on when the ends are far apart', () => {
  const supervisor = supervise();
  for (let i = 0; i < 10; i += 1) {
    engines[i].events.onExit('exit code 7');
    nowMs += 20_000;
  }
  expect(engines).toHaveLength(11);
  expect(supervisor.state).toBe('restarting');
});

test('stopping asks the engine, and does not start it again', async () => {
  const supervisor = supervise();
  engines[0].events.onReply({ type: 'ready' });
  const stopped = supervisor.stop();
  expect(engines[0].sent).toEqual([{ type: 'stop' }]);
  engines[0].events.onReply({ type: 'stopped' });
  expect(engines[0].kills).toBe(1);
  engines[0].events.onExit('signal SIGKILL');
  await stopped;
  expect(engines).toHaveLength(1);
  expect(states.at(-1)).toEqual(['stopped', '']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(engines[0].kills).toBe(1);
});

test('an engine that does not stop is killed after five seconds', async () => {
  const supervisor = supervise();
  let isDone = false;
  const stopped = supervisor.stop().then(() => {
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(engines[0].kills).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(engines[0].kills).toBe(1);
  expect(isDone).toBe(false);
  engines[0].events.onExit('signal SIGKILL');
  await stopped;
  expect(isDone).toBe(true);
});

test('stopping twice asks once; stopping without an engine is done at once', async () => {
  const supervisor = supervise();
  void supervisor.stop();
  void supervisor.stop();
  expect(engines[0].sent).toEqual([{ type: 'stop' }]);

  const given = supervise();
  for (let i = 1; i <= 4; i += 1) engines[i].events.onExit('exit code 7');
  expect(given.state).toBe('stopped');
  await given.stop();
});

test('a document is printed for the engine that asked, or it is told why not', async () => {
  const supervisor = supervise();
  const [first] = engines;
  first.events.onReply({ type: 'ready' });
  first.events.onReply({ type: 'print', id: 1, html: '<p>' });
  first.events.onReply({ type: 'print', id: 2, html: '' });
  await vi.advanceTimersByTimeAsync(0);
  expect(first.sent).toEqual([
    { type: 'printed', id: 1, pdf: new TextEncoder().encode('PDF of <p>') },
    { type: 'printed', id: 2, reason: 'there is nothing to print' },
  ]);
  // What an engine asked that has ended since is not told to the next one.
  first.events.onReply({ type: 'print', id: 3, html: '<p>' });
  first.events.onExit('exit code 1');
  await vi.advanceTimersByTimeAsync(0);
  expect(engines[1].sent).toEqual(greeting);
  expect(supervisor.state).toBe('restarting');
});
