import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { type Content, openContent } from './content.ts';
import { fileKind, KIND_BYTES } from './file-kind.ts';
import { GuardedThread } from './guarded-thread.ts';
import { damagedParquet } from './parquet-schema.ts';
import type { ParquetTask } from './parquet-thread.ts';
import type { Part } from './parts.ts';
import type { FromReader } from './serve-batches.ts';
import { readOnThread, type ThreadRecords } from './thread-records.ts';

// Beside this file, in the source tree and in the built one.
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? 'parquet-thread.ts' : 'parquet-thread.js',
  import.meta.url,
);
const STALL_MS = 60_000;
const HEAP_MB = 1536;
/** A packed file is unpacked into memory, because its parts are read in any order. */
const MAX_PACKED_BYTES = 256 * 1024 * 1024;

/** Whether a part is a Parquet file, unpacked if need be. @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED, FILE_UNREADABLE */
export async function isParquet(part: Part): Promise<boolean> {
  const content = await openContent(part);
  let head: Uint8Array = new Uint8Array(0);
  for await (const block of content.blocks()) {
    head = Buffer.concat([head, block]);
    if (head.length >= KIND_BYTES) break;
  }
  return fileKind(head) === 'parquet';
}

/**
 * Opens a Parquet file as records, in order of the file. The line of a record is its place, from 1. It is read on
 * a thread of its own; what a damaged file does there ends in SOURCE_DAMAGED.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED, FILE_UNREADABLE
 */
export async function openParquet(content: Content, path: string): Promise<ThreadRecords> {
  const task: ParquetTask = content.packing === null ? { path } : { bytes: await unpacked(content) };
  return readOnThread({
    content,
    hashedAlready: content.packing !== null,
    format: content.packing === null ? 'Parquet' : `Parquet, ${content.packing}`,
    thread: new GuardedThread<FromReader>(
      THREAD,
      task,
      { stallMs: STALL_MS, heapMb: HEAP_MB, stalled, died: damagedParquet },
      'bytes' in task ? [task.bytes] : [],
    ),
  });
}

async function unpacked(content: Content): Promise<ArrayBuffer> {
  const blocks: Uint8Array[] = [];
  let size = 0;
  for await (const block of content.blocks()) {
    size += block.length;
    if (size > MAX_PACKED_BYTES)
      throw new StillwatchError(
        'NOT_A_LOG',
        'This Parquet file is packed, and unpacked it has more than 256 MB. Nothing was imported. Unpack it and import what is in it.',
      );
    blocks.push(Uint8Array.from(block));
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes.buffer;
}

function stalled(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'Reading this Parquet file got nowhere for 60 seconds, so it was stopped: the file is damaged or was made to do that. Nothing of it was kept.',
  );
}
