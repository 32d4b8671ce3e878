import { createEngine, type Engine } from './engine-client.ts';

let connected: Engine | undefined;

/** Connects at the first use, so that importing this file needs no window. */
function connection(): Engine {
  connected ??= createEngine(window.stillwatch, window);
  return connected;
}

/** The engine of this window. */
export const engine: Engine = {
  call: (entry, args, options) => connection().call(entry, args, options),
  onEngineState: (listener) => connection().onEngineState(listener),
};
