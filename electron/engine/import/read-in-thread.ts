import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { Inbox } from './inbox.ts';
import type { ReadingEnd, ReadingStep, ReadingTask } from './reading.ts';
import type { FromThread } from './reading-thread.ts';

// Beside this file, in the source tree and in the built one.
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? 'reading-thread.ts' : 'reading-thread.js',
  import.meta.url,
);

/** How long a thread that is done may take to leave by itself. */
const LEAVING_MS = 2000;

/** As `readFileRows`, on another thread. Leaving the loop early, or the signal, stops the thread. */
export async function* readInThread(
  task: ReadingTask,
  signal: AbortSignal,
): AsyncGenerator<ReadingStep, ReadingEnd> {
  const thread = new Worker(THREAD, { workerData: task, transferList: [task.known.buffer as ArrayBuffer] });
  const inbox = new Inbox<FromThread>();
  thread.on('message', (message: FromThread) => inbox.put(message));
  thread.on('error', (error) => inbox.fail(error));
  const exited = new Promise<void>((resolve) => {
    thread.on('exit', () => {
      inbox.fail(new Error('The reading thread ended before its file.'));
      resolve();
    });
  });
  const stop = () =>
    inbox.fail(new StillwatchError('CANCELLED', 'Cancelled. Nothing of this file was kept.'));
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      const message = await inbox.next();
      if (message.type === 'end') {
        // Let it leave by itself: a thread that is stopped while it leaves has taken the process with it.
        await Promise.race([exited, setTimeout(LEAVING_MS, undefined, { ref: false })]);
        return message.end;
      }
      if (message.type === 'failed') throw new StillwatchError(message.code, message.message);
      yield message.step;
      if (message.step.run) thread.postMessage('taken');
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}
