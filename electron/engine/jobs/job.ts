import { setImmediate } from 'node:timers/promises';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';

/** What a long piece of work is given: how to say how far it is, and whether it is still wanted. */
export interface Job {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** A job that nobody watches or cancels. */
export const unwatched: Job = { signal: new AbortController().signal, progress: () => {} };

const SLICE_MS = 20;
const REPORT_MS = 100;

/**
 * Lets a job breathe: call `pause` often. At most every 20 ms it gives way to other messages, at most every
 * 100 ms it reports, and when the job was cancelled it throws CANCELLED.
 */
export function pacer(job: Job) {
  const startMs = performance.now();
  let gaveWayMs = startMs;
  let reportedMs = startMs;
  return async function pause(progress: Omit<Progress, 'perSecond' | 'rowsPerSecond'>): Promise<void> {
    const now = performance.now();
    if (now - gaveWayMs < SLICE_MS) return;
    if (now - reportedMs >= REPORT_MS) {
      reportedMs = now;
      const perSecond = (count: number) => (count / (now - startMs)) * 1000;
      job.progress({
        ...progress,
        perSecond: perSecond(progress.done),
        ...(progress.rows !== undefined && { rowsPerSecond: perSecond(progress.rows) }),
      });
    }
    await setImmediate();
    gaveWayMs = performance.now();
    throwIfCancelled(job);
  };
}

export function throwIfCancelled({ signal }: Job): void {
  if (signal.aborted) throw new StillwatchError('CANCELLED', 'Cancelled. Nothing of this work was kept.');
}
