import '../no-network.ts';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, StillwatchError } from '../../../shared/contract/errors.ts';
import { BufferPool, buffersOf } from './buffer-pool.ts';
import { type ReadingEnd, type ReadingStep, type ReadingTask, readFileRows } from './reading.ts';

/**
 * The thread that reads a file while the engine writes what was read before. It hands on a run only when the
 * one before the last has been taken, so at most two wait. The buffers of a run that was taken come back.
 */
export type FromThread =
  | { readonly type: 'step'; readonly step: ReadingStep }
  | { readonly type: 'end'; readonly end: ReadingEnd }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

/** The buffers of a run that was taken, or that nothing more is wanted. */
export type ToThread = ArrayBuffer[] | 'leave';

const RUNS_AHEAD = 2;

async function serve(port: MessagePort, task: ReadingTask): Promise<void> {
  let ahead = 0;
  let leaves = false;
  let wake = () => {};
  const pool = new BufferPool();
  port.on('message', (message: ToThread) => {
    if (message === 'leave') leaves = true;
    else {
      pool.give(message);
      ahead--;
    }
    wake();
  });
  const steps = readFileRows(task, pool);
  try {
    for (let next = await steps.next(); !leaves; next = await steps.next()) {
      if (next.done) {
        port.postMessage({ type: 'end', end: next.value } satisfies FromThread);
        break;
      }
      const step = next.value;
      port.postMessage({ type: 'step', step } satisfies FromThread, step.run ? buffersOf(step.run) : []);
      if (step.run && ++ahead >= RUNS_AHEAD && !leaves) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } catch (error) {
    if (!(error instanceof StillwatchError)) throw error;
    port.postMessage({ type: 'failed', code: error.code, message: error.message } satisfies FromThread);
  } finally {
    port.close();
    if (leaves) await steps.return(undefined as never);
  }
}

if (parentPort) await serve(parentPort, workerData as ReadingTask);
