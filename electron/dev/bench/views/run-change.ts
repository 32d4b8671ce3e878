import { serialize } from 'node:v8';
import type { Context } from '../../../engine/context.ts';
import type { Handler } from '../../../engine/handle.ts';
import { unwatched } from '../../../engine/jobs/job.ts';
import type { Step } from './view-sets.ts';

export interface Ran {
  readonly ms: number;
  /** Of it, what this thread worked; on a busy machine the rest is waiting for a core. */
  readonly cpuMs: number;
  /** Of all answers, as the message port writes them. */
  readonly bytes: number;
}

/** Asks the engine's own handlers, one call after another, as the page would. */
export async function runSteps(
  context: Context,
  handlers: ReadonlyMap<string, Handler>,
  steps: readonly Step[],
): Promise<Ran> {
  let ms = 0;
  let cpuMs = 0;
  let bytes = 0;
  let ids: Uint32Array = new Uint32Array(0);
  for (const { call, args } of steps) {
    const handler = handlers.get(call.name) as Handler;
    const checked = handler.call.args.parse(withIds(args, ids));
    const startMs = performance.now();
    const startCpu = process.threadCpuUsage();
    const value = await handler.run(context, checked, unwatched);
    ms += performance.now() - startMs;
    const { user, system } = process.threadCpuUsage(startCpu);
    cpuMs += (user + system) / 1000;
    bytes += serialize(value).byteLength;
    const answered = (value as { ids?: Uint32Array }).ids;
    if (answered) ids = answered;
  }
  return { ms, cpuMs, bytes };
}

/** A page of the order that was answered last, where the arguments ask for one. */
function withIds(args: unknown, ids: Uint32Array): unknown {
  const { first, count, ...rest } = args as { first?: number; count?: number };
  if (first === undefined || count === undefined) return args;
  return { ...rest, ids: [...ids.subarray(first, first + count)] };
}
