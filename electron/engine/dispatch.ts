import { readdir } from 'node:fs/promises';
import { type ErrorCode, StillwatchError } from '../../shared/contract/errors.ts';
import type { EngineMessage } from '../../shared/contract/protocol.ts';
import { damageOf } from './case/damage.ts';
import type { Context } from './context.ts';
import type { Handler } from './handle.ts';
import { machineFault } from './machine-fault.ts';

/**
 * Finds every area's handlers: each folder beside this file may hold a `handlers` module. So an area is
 * added by adding its folder, and no list has to name it.
 */
export async function loadHandlers(): Promise<Map<string, Handler>> {
  const here = new URL('.', import.meta.url);
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const handlers = new Map<string, Handler>();
  for (const entry of await readdir(here, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const file = `handlers.${extension}`;
    const files = await readdir(new URL(`${entry.name}/`, here));
    if (!files.includes(file)) continue;
    const area = (await import(new URL(`${entry.name}/${file}`, here).href)) as {
      handlers: readonly Handler[];
    };
    for (const handler of area.handlers) {
      if (handlers.has(handler.call.name)) throw new Error(`Two handlers answer ${handler.call.name}.`);
      handlers.set(handler.call.name, handler);
    }
  }
  return handlers;
}

/** Answers the messages of one page. Pages are not trusted: everything they send is checked here. */
export class Dispatcher {
  private readonly context: Context;
  private readonly handlers: ReadonlyMap<string, Handler>;
  private readonly send: (message: EngineMessage) => void;
  private readonly running = new Map<number, AbortController>();

  constructor(
    context: Context,
    handlers: ReadonlyMap<string, Handler>,
    send: (message: EngineMessage) => void,
  ) {
    this.context = context;
    this.handlers = handlers;
    this.send = send;
  }

  async receive(message: unknown): Promise<void> {
    const { id, name, args, cancel } = (message ?? {}) as Record<string, unknown>;
    if (typeof id !== 'number' || !Number.isSafeInteger(id)) return;
    if (cancel === true) {
      this.running.get(id)?.abort();
      return;
    }
    if (this.running.has(id)) return this.fail(id, 'BAD_ARGS', 'A call of this number is still running.');
    const handler = typeof name === 'string' ? this.handlers.get(name) : undefined;
    if (!handler) return this.fail(id, 'BAD_ARGS', 'The engine knows no such call.');
    const checked = handler.call.args.safeParse(args);
    if (!checked.success)
      return this.fail(id, 'BAD_ARGS', `The call ${handler.call.name} does not take these arguments.`);
    await this.answer(id, handler, checked.data);
  }

  /** Cancels everything this page still waits for. */
  cancelAll(): void {
    for (const controller of this.running.values()) controller.abort();
  }

  private async answer(id: number, handler: Handler, args: unknown): Promise<void> {
    const controller = new AbortController();
    this.running.set(id, controller);
    try {
      const value = await handler.run(this.context, args, {
        signal: controller.signal,
        progress: (progress) => this.send({ id, progress }),
      });
      this.send({ id, ok: true, value });
    } catch (thrown) {
      const error = machineFault(thrown);
      const told = error instanceof StillwatchError ? error : damageOf(error);
      if (told) this.fail(id, told.code, told.message);
      else {
        // Only the place is logged: messages of unexpected errors may quote data.
        console.error(`${handler.call.name}: ${error instanceof Error ? placeOf(error) : 'unknown error'}`);
        this.fail(
          id,
          'INTERNAL',
          'Something unexpected went wrong inside Stillwatch. What was saved before is kept.',
        );
      }
    } finally {
      this.running.delete(id);
    }
  }

  private fail(id: number, code: ErrorCode, message: string): void {
    this.send({ id, ok: false, code, message });
  }
}

function placeOf(error: Error): string {
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return [error.name, ...frames.slice(0, 4)].join('\n');
}
