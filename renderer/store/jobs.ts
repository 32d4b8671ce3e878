import { create } from 'zustand';
import type { Call } from '../../shared/contract/define.ts';
import type { Progress } from '../../shared/contract/protocol.ts';
import { engine } from '../engine.ts';

export interface Job {
  readonly id: number;
  /** What it does, with its object: 'Importing april.csv'. */
  readonly title: string;
  /** What cancelling leaves: 'Nothing of this file is kept.' */
  readonly cancelEffect: string;
  readonly progress: Progress | undefined;
  readonly cancelling: boolean;
  readonly cancel: () => void;
}

export const useJobs = create<{ jobs: readonly Job[] }>(() => ({ jobs: [] }));

let lastId = 0;

const change = (id: number, by: Partial<Job>) =>
  useJobs.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? { ...job, ...by } : job)) }));

/** Runs a job of the engine, visible from every view until it ends. Rejects as the call does. */
export async function runJob<Args, Result>(
  title: string,
  cancelEffect: string,
  entry: Call<Args, Result>,
  args: Args,
): Promise<Result> {
  const abort = new AbortController();
  const id = ++lastId;
  const cancel = () => {
    change(id, { cancelling: true });
    abort.abort();
  };
  useJobs.setState(({ jobs }) => ({
    jobs: [...jobs, { id, title, cancelEffect, progress: undefined, cancelling: false, cancel }],
  }));
  try {
    return await engine.call(entry, args, {
      onProgress: (progress) => change(id, { progress }),
      signal: abort.signal,
    });
  } finally {
    useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
  }
}

/** Resolves as soon as no job runs. */
export function jobsEnded(): Promise<void> {
  const ended = () => useJobs.getState().jobs.length === 0;
  if (ended()) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = useJobs.subscribe(() => {
      if (!ended()) return;
      leave();
      resolve();
    });
  });
}
