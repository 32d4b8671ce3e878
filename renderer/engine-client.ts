import type { Bridge, EngineState } from '../shared/bridge.ts';
import type { Call } from '../shared/contract/define.ts';
import { StillwatchError } from '../shared/contract/errors.ts';
import type { EngineMessage, PageMessage, Progress } from '../shared/contract/protocol.ts';

export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting asks the engine to cancel; the call then ends with the engine's answer, usually CANCELLED. */
  readonly signal?: AbortSignal;
}

export interface Engine {
  /** What the engine answers; rejects with a StillwatchError. Waits while the engine is starting. */
  call<Args, Result>(entry: Call<Args, Result>, args: NoInfer<Args>, options?: CallOptions): Promise<Result>;
  /** Tells the state now and at every change, until the returned function is called. */
  onEngineState(listener: StateListener): () => void;
}

type StateListener = (state: EngineState, detail: string) => void;

/** The part of `window` the client needs. */
export interface PageWindow {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  /** The request while it waits for a port; undefined once it is sent. */
  unsent: PageMessage | undefined;
}

const STOPPED =
  'The engine stopped before it could answer. What was saved in the case is kept; open the case again.';

/**
 * The page's end of the connection to the engine: fetches a port whenever an engine runs, matches answers to
 * calls by id, and fails what is pending when the engine stops.
 */
export function createEngine(bridge: Bridge, page: PageWindow): Engine {
  const pending = new Map<number, Pending>();
  const listeners = new Set<StateListener>();
  let state: EngineState = 'starting';
  let detail = '';
  let port: MessagePort | undefined;
  let nonce: string | undefined;
  // Answers to the page before a reload may still be on their way: ids of two pages must never meet.
  let lastId = crypto.getRandomValues(new Uint32Array(1))[0] * 2 ** 20;

  const disconnect = (): void => {
    nonce = undefined;
    port?.close();
    port = undefined;
    const failed = [...pending.values()];
    pending.clear();
    for (const call of failed) call.reject(new StillwatchError('ENGINE_STOPPED', detail || STOPPED));
  };

  const receive = (message: EngineMessage): void => {
    const call = pending.get(message.id);
    if (call === undefined) return;
    if ('progress' in message) {
      call.onProgress?.(message.progress);
      return;
    }
    pending.delete(message.id);
    if (message.ok) call.resolve(message.value);
    else call.reject(new StillwatchError(message.code, message.message));
  };

  const connect = (opened: MessagePort): void => {
    port = opened;
    port.onmessage = (event: MessageEvent<EngineMessage>) => {
      if (port === opened) receive(event.data);
    };
    for (const [id, call] of pending) transmit(opened, id, call);
  };

  const transmit = (to: MessagePort, id: number, call: Pending): void => {
    if (call.unsent === undefined) return;
    const message = call.unsent;
    call.unsent = undefined;
    try {
      to.postMessage(message);
    } catch (error) {
      // Arguments that cannot be cloned are a defect of the caller, not of the engine.
      pending.delete(id);
      call.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };

  page.addEventListener('message', (event) => {
    if (event.source !== page || nonce === undefined || event.data?.nonce !== nonce) return;
    nonce = undefined;
    if (event.ports.length === 1) connect(event.ports[0]);
  });

  bridge.onEngineState((newState, newDetail) => {
    const wasRunning = state === 'running';
    state = newState;
    detail = newDetail;
    if (state === 'restarting' || state === 'stopped') disconnect();
    if (state === 'running' && !wasRunning) {
      nonce = crypto.randomUUID();
      bridge.connectEngine(nonce);
    }
    for (const listener of listeners) listener(state, detail);
  });

  const cancel = (id: number): void => {
    const call = pending.get(id);
    if (call === undefined) return;
    if (call.unsent === undefined) {
      port?.postMessage({ id, cancel: true } satisfies PageMessage);
    } else {
      pending.delete(id);
      call.reject(cancelled());
    }
  };

  return {
    call: <Args, Result>(entry: Call<Args, Result>, args: Args, options: CallOptions = {}) => {
      const { onProgress, signal } = options;
      if (signal?.aborted) return Promise.reject(cancelled());
      if (state === 'stopped')
        return Promise.reject(new StillwatchError('ENGINE_STOPPED', detail || STOPPED));
      lastId += 1;
      const id = lastId;
      const onAbort = (): void => cancel(id);
      return new Promise<Result>((resolve, reject) => {
        const call: Pending = {
          // The engine checked the arguments against the same entry, whose result type this is.
          resolve: (value) => resolve(value as Result),
          reject,
          onProgress,
          unsent: { id, name: entry.name, args },
        };
        pending.set(id, call);
        signal?.addEventListener('abort', onAbort);
        if (port !== undefined) transmit(port, id, call);
      }).finally(() => signal?.removeEventListener('abort', onAbort));
    },
    onEngineState: (listener) => {
      listeners.add(listener);
      listener(state, detail);
      return () => void listeners.delete(listener);
    },
  };
}

function cancelled(): StillwatchError {
  return new StillwatchError('CANCELLED', 'Cancelled before it began; nothing was changed.');
}
