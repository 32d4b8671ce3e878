import type { MessagePort } from 'node:worker_threads';
import { type ErrorCode, StillwatchError } from '../../../../shared/contract/errors.ts';
import type { CellBatch } from '../cells.ts';
import { LEAVE } from './guarded-thread.ts';

/** What a guarded thread tells that reads a file. */
export type FromReader =
  | { readonly type: 'opened'; readonly columns: readonly string[] }
  | { readonly type: 'progress' }
  /** `share` of the file has been read with it, 0 to 1. */
  | { readonly type: 'batch'; readonly batch: CellBatch; readonly share: number }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

export interface ServedTable {
  readonly columns: readonly string[];
  /** Each batch is one of its own. `progress` is called between steps that may take long. */
  batches(progress: () => void): AsyncIterable<{ readonly batch: CellBatch; readonly share: number }>;
}

/**
 * Reads one file on a guarded thread: what its columns are at once, then a batch for each message that asks for one,
 * until one says to leave.
 * @param damaged the error for one that is no sentence: what a library says of a file is about its own working.
 */
export async function serveBatches(
  port: MessagePort,
  damaged: () => StillwatchError,
  open: () => Promise<ServedTable>,
): Promise<void> {
  const tell = (message: FromReader, buffers: ArrayBuffer[] = []) => port.postMessage(message, buffers);
  let asked = 0;
  let leaves = false;
  let wake = () => {};
  port.on('message', (message) => {
    if (message === LEAVE) leaves = true;
    asked++;
    wake();
  });
  /** False when nothing more is wanted. */
  const beAsked = async (): Promise<boolean> => {
    while (asked === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    asked--;
    return !leaves;
  };
  try {
    const table = await open();
    tell({ type: 'opened', columns: table.columns });
    if (!(await beAsked())) return;
    for await (const { batch, share } of table.batches(() => tell({ type: 'progress' }))) {
      tell({ type: 'batch', batch, share }, buffersOf(batch));
      if (!(await beAsked())) return;
    }
    tell({ type: 'end' });
  } catch (error) {
    const { code, message } = error instanceof StillwatchError ? error : damaged();
    tell({ type: 'failed', code, message });
  } finally {
    port.close();
  }
}

function buffersOf({ bytes, scratch, start, end, line, recordStart, recordEnd }: CellBatch): ArrayBuffer[] {
  const all = [bytes, scratch, start, end, line, recordStart, recordEnd].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
  return all.filter((buffer) => buffer.byteLength > 0);
}
