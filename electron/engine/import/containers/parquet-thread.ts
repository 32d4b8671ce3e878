import '../../no-network.ts';
import { parentPort, workerData } from 'node:worker_threads';
import type { AsyncBuffer } from 'hyparquet';
import { openForBytes } from './byte-file.ts';
import { readParquet } from './parquet-reader.ts';
import { damagedParquet } from './parquet-schema.ts';
import { type ServedTable, serveBatches } from './serve-batches.ts';

/** The file at a path, or one that was packed, as its bytes. */
export type ParquetTask = { readonly path: string } | { readonly bytes: ArrayBuffer };

async function open(task: ParquetTask): Promise<ServedTable> {
  const table = await readParquet('path' in task ? await fileInput(task.path) : memoryInput(task.bytes));
  return {
    columns: table.columns,
    async *batches(progress) {
      let rows = 0;
      for await (const batch of table.batches(progress)) {
        rows += batch.rows;
        yield { batch, share: rows / table.rows };
      }
    },
  };
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

if (parentPort) await serveBatches(parentPort, damagedParquet, () => open(workerData as ParquetTask));
