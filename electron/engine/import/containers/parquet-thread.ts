import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { AsyncBuffer } from 'hyparquet';
import { type ErrorCode, StillwatchError } from '../../../../shared/contract/errors.ts';
import type { CellBatch } from '../cells.ts';
import { openForBytes } from './byte-file.ts';
import { LEAVE } from './guarded-thread.ts';
import { readParquet } from './parquet-reader.ts';
import { damagedParquet } from './parquet-schema.ts';

/** The file at a path, or one that was packed, as its bytes. */
export type ParquetTask = { readonly path: string } | { readonly bytes: ArrayBuffer };

export type FromParquetThread =
  | { readonly type: 'opened'; readonly columns: readonly string[] }
  | { readonly type: 'progress' }
  /** `share` of the rows have been read with it, 0 to 1. */
  | { readonly type: 'batch'; readonly batch: CellBatch; readonly share: number }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

/** Reads one file: what its columns are at once, then a batch for each message that asks for one, until one says to leave. */
async function serve(port: MessagePort, task: ParquetTask): Promise<void> {
  const tell = (message: FromParquetThread, buffers: ArrayBuffer[] = []) =>
    port.postMessage(message, buffers);
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
    const table = await readParquet('path' in task ? await fileInput(task.path) : memoryInput(task.bytes));
    tell({ type: 'opened', columns: table.columns });
    if (!(await beAsked())) return;
    let rows = 0;
    for await (const batch of table.batches(() => tell({ type: 'progress' }))) {
      rows += batch.rows;
      tell({ type: 'batch', batch, share: rows / table.rows }, buffersOf(batch));
      if (!(await beAsked())) return;
    }
    tell({ type: 'end' });
  } catch (error) {
    // What the library says of a file that it cannot read is about its own working.
    const { code, message } = error instanceof StillwatchError ? error : damagedParquet();
    tell({ type: 'failed', code, message });
  } finally {
    port.close();
  }
}

async function fileInput(path: string): Promise<AsyncBuffer> {
  const file = await openForBytes(path);
  return {
    byteLength: file.sizeBytes,
    async slice(start, end = file.sizeBytes) {
      checkRange(start, end, file.sizeBytes);
      const bytes = await file.read(start, end - start);
      if (bytes.length !== end - start) throw damagedParquet();
      // The library reads the memory behind the view, from its first byte on.
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    },
  };
}

function memoryInput(bytes: ArrayBuffer): AsyncBuffer {
  return {
    byteLength: bytes.byteLength,
    slice(start, end = bytes.byteLength) {
      checkRange(start, end, bytes.byteLength);
      return bytes.slice(start, end);
    },
  };
}

function checkRange(start: number, end: number, size: number): void {
  if (!(start >= 0 && start <= end && end <= size)) throw damagedParquet();
}

function buffersOf({ bytes, start, end, line, recordStart, recordEnd }: CellBatch): ArrayBuffer[] {
  return [bytes, start, end, line, recordStart, recordEnd].map(({ buffer }) => buffer as ArrayBuffer);
}

if (parentPort) await serve(parentPort, workerData as ParquetTask);
