import { Worker } from 'node:worker_threads';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { endOf, untilLeft } from '../jobs/until-left.ts';
import { buffersOf } from './buffer-pool.ts';
import { Inbox } from './inbox.ts';
import type { ReadingEnd, ReadingStep, ReadingTask } from './reading.ts';
import type { FromThread, ToThread } from './reading-thread.ts';

// Beside this file, in the source tree and in the built one.
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? 'reading-thread.ts' : 'reading-thread.js',
  import.meta.url,
);

/**
 * As `readFileRows`, on another thread. Leaving the loop early, or the signal, ends the thread. A run is good until the
 * next step is asked for.
 */
export async function* readInThread(
  task: ReadingTask,
  signal: AbortSignal,
): AsyncGenerator<ReadingStep, ReadingEnd> {
  const thread = new Worker(THREAD, {
    workerData: task,
    transferList: task.known.map(({ buffer }) => buffer as ArrayBuffer),
  });
  const inbox = new Inbox<FromThread>();
  thread.on('message', (message: FromThread) => inbox.put(message));
  thread.on('error', (error) => inbox.fail(error));
  thread.on('exit', () => inbox.fail(new Error('The reading thread ended before its file.')));
  const ended = endOf(thread);
  const stop = () =>
    inbox.fail(new StillwatchError('CANCELLED', 'Cancelled. Nothing of this file was kept.'));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    for (;;) {
      const message = await inbox.next();
      if (message.type === 'end') return message.end;
      if (message.type === 'failed') throw new StillwatchError(message.code, message.message);
      yield message.step;
      if (message.step.run) {
        const buffers = buffersOf(message.step.run);
        thread.postMessage(buffers satisfies ToThread, buffers);
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    thread.postMessage('leave' satisfies ToThread);
    await untilLeft(thread, ended);
  }
}
