import type { EngineState } from '../../shared/bridge.ts';
import type { HostMessage, HostReply } from '../../shared/contract/protocol.ts';
import type { EngineProcess, PagePort, StartEngine } from './engine-process.ts';
import { RestartBudget } from './restart-budget.ts';

export interface SupervisorOptions<Port extends PagePort> {
  readonly start: StartEngine<Port>;
  /** What every new engine is told first: the grants handed out so far. */
  readonly greeting: () => readonly HostMessage[];
  readonly onState: (state: EngineState, detail: string) => void;
  /** Makes a PDF of an HTML document for the engine. */
  readonly print: (html: string) => Promise<Uint8Array>;
  /** Milliseconds of any steady clock. */
  readonly nowMs: () => number;
  /** How long a stopping engine may take to finish and close the case. */
  readonly graceMs: number;
}

/** How Node ends when it has no memory left. */
const NO_MEMORY = /signal SIGABRT|exit code 134$/;

/** Keeps one engine running: starts it, starts it again within bounds when it ends by itself, stops it at the end. */
export class Supervisor<Port extends PagePort> {
  readonly #options: SupervisorOptions<Port>;
  readonly #budget = new RestartBudget();
  #engine: EngineProcess<Port> | undefined;
  #state: EngineState = 'starting';
  #detail = '';
  #stopping: { readonly done: Promise<void>; readonly finish: () => void } | undefined;

  constructor(options: SupervisorOptions<Port>) {
    this.#options = options;
    this.#launch();
  }

  get state(): EngineState {
    return this.#state;
  }

  /** A sentence for people where the state needs one, else empty. */
  get detail(): string {
    return this.#detail;
  }

  send(message: HostMessage): void {
    this.#engine?.send(message);
  }

  /** Hands the engine a page's port; false when no engine runs (the page asks again once one does). */
  connectPage(port: Port): boolean {
    if (this.#state !== 'running' || this.#engine === undefined) return false;
    this.#engine.connectPage(port);
    return true;
  }

  /** Asks the engine to finish and close the case, and kills it when it takes too long. Resolves when it is gone. */
  stop(): Promise<void> {
    this.#stopping ??= this.#beginStop();
    return this.#stopping.done;
  }

  #beginStop(): { done: Promise<void>; finish: () => void } {
    const { promise, resolve } = withResolvers();
    if (this.#engine === undefined) {
      resolve();
      return { done: promise, finish: resolve };
    }
    this.#engine.send({ type: 'stop' });
    const timer = setTimeout(() => this.#engine?.kill(), this.#options.graceMs);
    return {
      done: promise,
      finish: () => {
        clearTimeout(timer);
        resolve();
      },
    };
  }

  #launch(): void {
    const engine = this.#options.start({
      onReply: (reply) => {
        if (reply.type === 'ready') this.#say('running', '');
        // Everything is closed by then; waiting for the process to leave by itself gains nothing.
        if (reply.type === 'stopped' && this.#stopping !== undefined) engine.kill();
        if (reply.type === 'print') void this.#print(engine, reply);
      },
      onExit: (reason) => this.#ended(reason),
    });
    this.#engine = engine;
    for (const message of this.#options.greeting()) engine.send(message);
  }

  async #print(
    engine: EngineProcess<Port>,
    { id, html }: Extract<HostReply, { type: 'print' }>,
  ): Promise<void> {
    try {
      const pdf = await this.#options.print(html);
      if (this.#engine === engine) engine.send({ type: 'printed', id, pdf });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.#engine === engine) engine.send({ type: 'printed', id, reason });
    }
  }

  #ended(reason: string): void {
    this.#engine = undefined;
    if (this.#stopping !== undefined) {
      this.#say('stopped', '');
      this.#stopping.finish();
    } else if (this.#budget.take(this.#options.nowMs())) {
      const memory = NO_MEMORY.test(reason);
      this.#say(
        'restarting',
        `The engine stopped unexpectedly${memory ? ', probably for want of memory' : ''} (${reason}) and is starting again. What was saved in the case is kept; open the case again${memory ? ', and close other programs or take less at a time' : ''}.`,
      );
      this.#launch();
    } else {
      this.#say(
        'stopped',
        `The engine stopped too often within a minute (last: ${reason}) and was not started again. What was saved in the case is kept; quit Stillwatch and start it again.`,
      );
    }
  }

  #say(state: EngineState, detail: string): void {
    this.#state = state;
    this.#detail = detail;
    this.#options.onState(state, detail);
  }
}

/** Promise.withResolvers is missing from the Node of the fallback runtime. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
