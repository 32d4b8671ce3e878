import { ROW_COLUMN } from '../../requests/columns.ts';
import { readNumbers } from '../../requests/read-chunk.ts';
import type { LeavingChunk } from './request-cells.ts';
import type { ChunkLines, LineMaker } from './request-lines.ts';
import type { Leaving } from './table.ts';

interface Part {
  readonly chunk: LeavingChunk;
  readonly indexes: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * A line a request that leaves, in the order of sources and of the records in them. Chunks of one run hold records of
 * the same stretch of a file, so that only those of one stretch are in memory at a time.
 */
export function* dumpRequests(leaving: Leaving, lines: LineMaker): Generator<string> {
  for (const stretch of stretches(leaving)) {
    const count = stretch.reduce((sum, { indexes }) => sum + indexes.length, 0);
    const rows = new Float64Array(count);
    const of = new Uint32Array(count);
    const index = new Uint32Array(count);
    const made: ChunkLines[] = [];
    let at = 0;
    for (const [part, { chunk, indexes }] of stretch.entries()) {
      const ofChunk = lines.ofChunk(chunk, indexes);
      made.push(ofChunk);
      for (const i of indexes) {
        rows[at] = ofChunk.row[i];
        of[at] = part;
        index[at++] = i;
      }
    }
    const order = Uint32Array.from(rows.keys()).sort((one, other) => rows[one] - rows[other]);
    for (const place of order) yield made[of[place]].line(index[place]);
  }
}

/** Chunks of one source whose records lie among each other, in order. */
function* stretches({ db, selection }: Leaving): Generator<readonly Part[]> {
  const find = db.prepare(
    `SELECT k.id, k.rows, s.id AS sourceId, s.sha256, s.imported_us AS importedUs FROM request_chunk k
     JOIN source s ON s.id = k.source_id WHERE k.id = ?`,
  );
  const bySource = new Map<string, { readonly importedUs: number; readonly parts: Part[] }>();
  for (const { chunk: id, indexes } of selection.requests()) {
    if (indexes.length === 0) continue;
    const { importedUs, ...chunk } = find.get(id) as LeavingChunk & { importedUs: number };
    const rows = readNumbers(db, id, ROW_COLUMN, chunk.rows);
    let [firstRow, lastRow] = [Number.POSITIVE_INFINITY, 0];
    for (const index of indexes) {
      if (rows[index] < firstRow) firstRow = rows[index];
      if (rows[index] > lastRow) lastRow = rows[index];
    }
    const source = bySource.get(chunk.sha256) ?? { importedUs, parts: [] };
    bySource.set(chunk.sha256, source);
    source.parts.push({ chunk, indexes, firstRow, lastRow });
  }
  const sources = [...bySource].sort(
    ([sha, one], [otherSha, other]) => one.importedUs - other.importedUs || (sha < otherSha ? -1 : 1),
  );
  for (const [, { parts }] of sources) {
    parts.sort((one, other) => one.firstRow - other.firstRow);
    let stretch: Part[] = [];
    let last = 0;
    for (const part of parts) {
      if (stretch.length > 0 && part.firstRow > last) {
        yield stretch;
        stretch = [];
      }
      stretch.push(part);
      last = Math.max(last, part.lastRow);
    }
    if (stretch.length > 0) yield stretch;
  }
}
