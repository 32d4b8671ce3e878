import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Job } from '../jobs/job.ts';
import { endOf } from '../jobs/until-left.ts';
import type { FromKeeping, KeepingResults, KeepingTask, KeepingWork } from './keeping-thread.ts';

// Beside this file, in the source tree and in the built one.
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? 'keeping-thread.ts' : 'keeping-thread.js',
  import.meta.url,
);

const REPORT_MS = 250;

/**
 * Does the work on a thread of its own and resolves with its result when the thread has ended. Cancelling
 * takes hold between two steps: SQLite does not stop in the middle of one.
 * @param written the file that grows meanwhile, for progress
 * @param bytes about how large it gets
 */
export async function keepInThread<Type extends KeepingWork['type']>(
  work: KeepingWork & { readonly type: Type },
  written: string,
  bytes: number,
  job: Job,
): Promise<KeepingResults[Type]> {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const cancel = () => Atomics.store(new Int32Array(stop), 0, 1);
  job.signal.addEventListener('abort', cancel);
  if (job.signal.aborted) cancel();
  const thread = new Worker(THREAD, { workerData: { work, stop } satisfies KeepingTask });
  const ended = endOf(thread);
  let stage = '';
  const report = async () => {
    const done = await stat(written).then(
      ({ size }) => size,
      () => 0,
    );
    if (stage !== '') job.progress({ stage, done, total: Math.max(bytes, done), unit: 'bytes' });
  };
  const timer = setInterval(report, REPORT_MS);
  try {
    return await new Promise((resolve, reject) => {
      thread.on('message', (message: FromKeeping) => {
        if (message.type === 'stage') stage = message.stage;
        else if (message.type === 'end') resolve(message.result as KeepingResults[Type]);
        else reject(new StillwatchError(message.code, message.message));
      });
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('The thread ended before its work.')));
    });
  } finally {
    clearInterval(timer);
    job.signal.removeEventListener('abort', cancel);
    await ended;
  }
}
