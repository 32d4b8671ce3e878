import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, StillwatchError } from '../../../shared/contract/errors.ts';
import { type ReadingEnd, type ReadingStep, type ReadingTask, readFileRows } from './reading.ts';

/**
 * The thread that reads a file while the engine writes what was read before. It hands on a run only when the
 * one before the last has been taken, so at most two wait.
 */
export type FromThread =
  | { readonly type: 'step'; readonly step: ReadingStep }
  | { readonly type: 'end'; readonly end: ReadingEnd }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

const RUNS_AHEAD = 2;

async function serve(port: MessagePort, task: ReadingTask): Promise<void> {
  let ahead = 0;
  let wake = () => {};
  port.on('message', () => {
    ahead--;
    wake();
  });
  const steps = readFileRows(task);
  try {
    for (let next = await steps.next(); ; next = await steps.next()) {
      if (next.done) {
        port.postMessage({ type: 'end', end: next.value } satisfies FromThread);
        break;
      }
      const step = next.value;
      port.postMessage({ type: 'step', step } satisfies FromThread, buffersOf(step));
      if (step.run && ++ahead >= RUNS_AHEAD) {
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
  }
}

/** The buffers of a run change hands instead of being copied. */
function buffersOf({ run }: ReadingStep): ArrayBuffer[] {
  if (!run) return [];
  const arrays = [
    run.account,
    run.timeUs,
    run.row,
    ...run.idHash,
    ...run.rowHash,
    ...run.texts.flatMap(({ bytes, ends, codes }) => [bytes, ends, codes]),
    ...run.numbers.map(({ values }) => values),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

if (parentPort) await serve(parentPort, workerData as ReadingTask);
