import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Call } from '../../../shared/contract/define.ts';
import { type ErrorCode, StillwatchError } from '../../../shared/contract/errors.ts';
import type { EngineMessage, HostMessage, HostReply } from '../../../shared/contract/protocol.ts';

const ENGINE = join(import.meta.dirname, '../../engine/main.ts');

/** A call whose engine ended before it answered. */
export class EngineEnded extends Error {}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type FromEngine = HostReply | { readonly type: 'page'; readonly data: EngineMessage };

/** The engine in a process of its own, spoken to as the page and the main process speak to it. */
export class EngineChild {
  readonly process: ChildProcess;
  /** What it said on standard error. */
  said = '';
  /** What the last report of progress said is being done. */
  stage = '';
  private readonly waiting = new Map<number, Waiting>();
  private readonly granted = new Map<string, string>();
  private readonly ended: Promise<void>;
  private calls = 0;
  private isOver = false;

  private constructor(child: ChildProcess, onReady: () => void) {
    this.process = child;
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      this.said += text;
    });
    child.on('message', (message: FromEngine) => {
      if (message.type === 'ready') onReady();
      else if (message.type === 'page') this.hear(message.data);
      else if (message.type === 'print')
        this.tell({ type: 'printed', id: message.id, reason: 'nothing here draws pages' });
    });
    // What was said before the end is heard before 'disconnect'.
    this.ended = Promise.all(
      ['exit', 'disconnect'].map((event) => new Promise((resolve) => child.once(event, resolve))),
    ).then(() => {
      this.isOver = true;
      for (const { reject } of this.waiting.values()) reject(new EngineEnded('The engine ended.'));
      this.waiting.clear();
    });
  }

  /** @param preload a module that is loaded before the engine's own. @param flags of Node */
  static async start(
    ownFolder: string,
    { preload, flags = [] }: { readonly preload?: string; readonly flags?: readonly string[] } = {},
  ): Promise<EngineChild> {
    const child = fork(ENGINE, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [...flags, ...(preload === undefined ? [] : ['--import', preload])],
    });
    const engine = await new Promise<EngineChild>((resolve, reject) => {
      const made = new EngineChild(child, () => resolve(made));
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`The engine did not start: ${made.said}`)));
    });
    engine.tell({ type: 'folder', path: ownFolder });
    engine.loadPage();
    return engine;
  }

  /** Speaks as a page from here on that was loaded just now. */
  loadPage(): void {
    this.tell({ type: 'page-port' });
  }

  /** The grant for a file. */
  grant(path: string): string {
    const known = this.granted.get(path);
    if (known !== undefined) return known;
    const grant = randomUUID();
    this.granted.set(path, grant);
    this.tell({ type: 'grant', grant, path });
    return grant;
  }

  /** @throws StillwatchError as the engine answers; EngineEnded */
  call<Args, Result>({ name }: Call<Args, Result>, args: Args): Promise<Result> {
    const id = ++this.calls;
    if (this.isOver) return Promise.reject(new EngineEnded('The engine has ended.'));
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.send({ type: 'page', data: { id, name, args } });
    });
  }

  /** Ends it at once, whatever it does. Resolves when all that it said before has been heard. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  /** Has it close the case and leave. */
  async stop(): Promise<void> {
    this.tell({ type: 'stop' });
    await this.ended;
  }

  private tell(message: HostMessage): void {
    this.send(message);
  }

  private send(message: unknown): void {
    if (this.process.connected) this.process.send(message as object, () => undefined);
  }

  private hear(message: EngineMessage): void {
    if ('progress' in message) {
      this.stage = message.progress.stage;
      return;
    }
    const call = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.ok) call?.resolve(message.value);
    else call?.reject(new StillwatchError(message.code as ErrorCode, message.message));
  }
}
