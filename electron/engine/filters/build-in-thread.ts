import { Worker } from 'node:worker_threads';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { CaseAccess } from '../case/case.ts';
import { endOf, untilLeft } from '../jobs/until-left.ts';
import type { CountedSource } from './build-cells.ts';
import type { CellsTask, FromCellsThread } from './cells-thread.ts';

// Beside this file, in the source tree and in the built one.
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? 'cells-thread.ts' : 'cells-thread.js',
  import.meta.url,
);

/**
 * As `buildCells`, on a thread of its own.
 * @param onRows hears now and then how many rows are read.
 * @throws StillwatchError CANCELLED
 */
export function buildInThread(
  access: CaseAccess,
  sourceId: number,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<CountedSource> {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const thread = new Worker(THREAD, { workerData: { access, sourceId, stop } satisfies CellsTask });
  const ended = endOf(thread);
  const outcome = new Promise<CountedSource>((resolve, reject) => {
    const cancel = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      reject(new StillwatchError('CANCELLED', 'Cancelled. The requests stay as they are.'));
    };
    thread.on('message', (message: FromCellsThread) => {
      if (message.type === 'end') resolve(message.cells);
      else onRows(message.rows);
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The counting thread ended before its work.')));
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
  });
  return outcome.finally(() => untilLeft(thread, ended));
}
