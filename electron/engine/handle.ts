import type { Call } from '../../shared/contract/define.ts';
import type { Context } from './context.ts';
import type { Job } from './jobs/job.ts';

/** What an area's `handlers.ts` exports as `handlers`: the engine's end of its contract entries. */
export interface Handler {
  readonly call: Call<unknown, unknown>;
  run(context: Context, args: unknown, job: Job): unknown;
}

export function handle<Args, Result>(
  call: Call<Args, Result>,
  run: (context: Context, args: Args, job: Job) => Result | Promise<Result>,
): Handler {
  // The dispatcher runs a handler only with arguments that its own call's schema accepted.
  return { call: call as Call<unknown, unknown>, run: run as Handler['run'] };
}
