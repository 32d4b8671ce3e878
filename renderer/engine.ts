import { createEngine, type Engine } from './engine-client.ts';
import { watchWrite } from './store/saving.ts';

let connected: Engine | undefined;

/** Connects at the first use, so that importing this file needs no window. */
function connection(): Engine {
  connected ??= createEngine(window.stillwatch, window);
  return connected;
}

/** Writes that put nothing of people's work into the case on screen, or fail where the person is told anyway. */
const ASIDE: ReadonlySet<string> = new Set([
  'cases.create',
  'cases.open',
  'cases.close',
  'cases.lock',
  'pictures.save',
  'merge.copy',
]);

/** Resolves when calls may go on; undefined while they may. */
let held: Promise<void> | undefined;
/** Reads and writes that are not answered yet. */
const underWay = new Set<Promise<unknown>>();

/** The engine of this window. */
export const engine: Engine = {
  call: (entry, args, options) => {
    const ask = () => connection().call(entry, args, options);
    if (entry.kind === 'job') return ask();
    const asked = held ? held.then(ask) : ask();
    const answer = entry.kind === 'write' && !ASIDE.has(entry.name) ? watchWrite(asked) : asked;
    const ended = answer.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return answer;
  },
  onEngineState: (listener) => connection().onEngineState(listener),
};

/** Resolves once every read and write is answered, those asked meanwhile too. */
export async function callsAnswered(): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

/**
 * Does what leaves the engine without an open case for a while: reads and writes asked meanwhile wait for its end, so
 * that nobody is told of a failure that is none. Those under way are let end before.
 */
export async function whileCallsWait<Result>(work: () => Promise<Result>): Promise<Result> {
  await callsAnswered();
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  try {
    return await work();
  } finally {
    held = undefined;
    release();
  }
}
