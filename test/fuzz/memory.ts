import { createHash } from 'node:crypto';
import { type CellBatch, cellText } from '../../electron/engine/import/cells.ts';
import type { Records } from '../../electron/engine/import/containers/container.ts';
import type { Content } from '../../electron/engine/import/containers/content.ts';
import { demand } from './target.ts';

/** A log that lies in memory, unpacked, given in blocks of this size. */
export function contentOf(bytes: Uint8Array, blockBytes = 64 * 1024): Content {
  let read = 0;
  return {
    packing: null,
    sizeBytes: bytes.length,
    async *blocks() {
      for (let at = 0; at < bytes.length; at += blockBytes) {
        // Of its own, as a reader must not rely on the one before.
        const block = Uint8Array.from(bytes.subarray(at, at + blockBytes));
        read += block.length;
        yield block;
        block.fill(0xee);
      }
    },
    bytesRead: () => read,
    hashes: () => ({ sha256: '', contentSha256: '' }),
  };
}

export interface ReadRecords {
  readonly rows: number;
  readonly problems: number;
  /** Of all that was read. */
  readonly digest: string;
}

/**
 * Reads all records; that every cell and record lies inside the bytes of its batch, and lines only grow: not where
 * `anyOrder` says that rows are put together of several records.
 */
export async function readRecords(records: Pick<Records, 'batches'>, anyOrder = false): Promise<ReadRecords> {
  const hash = createHash('sha1');
  let rows = 0;
  let problems = 0;
  let line = 0;
  for await (const batch of records.batches()) {
    demand(batch.rows <= batch.capacity, 'filled a batch beyond its room');
    for (let row = 0; row < batch.rows; row++) {
      checkRecord(batch, row);
      demand(anyOrder || batch.line[row] >= line, 'gave records out of order');
      line = batch.line[row];
      const problem = batch.problems.get(row);
      hash.update(`${line} ${problem ?? ''}\n`);
      if (problem === undefined) hash.update(textOf(batch, row));
    }
    rows += batch.rows;
    problems += batch.problems.size;
  }
  return { rows, problems, digest: hash.digest('hex') };
}

export const words = ({ rows, problems }: { readonly rows: number; readonly problems: number }) =>
  `${rows > 0 ? 'rows' : 'no rows'}${problems > 0 ? ', refused' : ''}`;

function checkRecord(batch: CellBatch, row: number): void {
  const { recordStart, recordEnd, bytes } = batch;
  demand(
    recordStart[row] >= 0 && recordStart[row] <= recordEnd[row] && recordEnd[row] <= bytes.length,
    'gave a record that is not in its batch',
  );
}

function textOf(batch: CellBatch, row: number): string {
  let text = '';
  for (let column = 0; column < batch.columns; column++) {
    const cell = row * batch.columns + column;
    const [start, end] = [batch.start[cell], batch.end[cell]];
    if (end < 0) continue;
    const [from, within] = start < 0 ? [-(start + 1), batch.scratch] : [start, batch.bytes];
    demand(from <= end && end <= within.length, 'gave a cell that is not in its batch');
    text += `${column}:${cellText(batch, cell)}\u0001`;
  }
  return text;
}
