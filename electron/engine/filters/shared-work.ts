import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Job } from '../jobs/job.ts';

/** A piece of work that several calls wait for: done once, told to all, cancelled when nobody waits any more. */
export class SharedWork<T> {
  private running: { readonly outcome: Promise<T>; readonly stop: AbortController } | null = null;
  private readonly waiting = new Set<Job>();

  /** Waits for the work, which `start` begins if it is not running yet. @throws StillwatchError CANCELLED */
  async join(job: Job, start: (job: Job) => Promise<T>): Promise<T> {
    this.waiting.add(job);
    const left = new Promise<never>((_, reject) => {
      const leave = () => reject(new StillwatchError('CANCELLED', 'Cancelled. Nothing was changed.'));
      job.signal.addEventListener('abort', leave);
      if (job.signal.aborted) leave();
    });
    this.running ??= this.begin(start);
    const { outcome, stop } = this.running;
    try {
      return await Promise.race([outcome, left]);
    } finally {
      this.waiting.delete(job);
      if (this.waiting.size === 0) stop.abort();
    }
  }

  private begin(start: (job: Job) => Promise<T>) {
    const stop = new AbortController();
    const outcome = start({
      signal: stop.signal,
      progress: (progress) => {
        for (const job of this.waiting) job.progress(progress);
      },
    });
    const begun = { outcome, stop };
    const end = () => {
      if (this.running === begun) this.running = null;
    };
    // Once it is to be stopped, who comes later begins anew.
    stop.signal.addEventListener('abort', end);
    outcome.then(end, end);
    return begun;
  }
}
