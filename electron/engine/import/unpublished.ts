import type { Database } from '../case/database.ts';
import { COLUMNS_PER_CHUNK } from '../requests/columns.ts';
import { removeTextsSlice } from './remove-texts.ts';
import { removeTableSlice } from './tables/remove-table-rows.ts';

const CHUNKS_PER_SLICE = 32;

/** Removes what imports that never finished, or were taken back, left behind. None of it is visible. */
export function removeUnpublished(db: Database): void {
  const ids = db.prepare('SELECT id FROM source WHERE published = 0').pluck().all() as number[];
  for (const id of ids) removeSourceRows(db, id);
}

/** Removes an unpublished source and all rows of it. */
export function removeSourceRows(db: Database, sourceId: number): void {
  while (removeSourceSlice(db, sourceId) !== undefined);
}

/**
 * Removes some rows of an unpublished source in one transaction, and the source with the last of them.
 * @returns how many rows went; undefined when nothing was left to remove.
 */
export function removeSourceSlice(db: Database, sourceId: number): number | undefined {
  return db
    .transaction(() => {
      const chunks = db
        .prepare('SELECT id, rows FROM request_chunk WHERE source_id = ? LIMIT ?')
        .all(sourceId, CHUNKS_PER_SLICE) as { id: number; rows: number }[];
      const removeColumns = db.prepare('DELETE FROM request_column WHERE key >= ? AND key < ?');
      const removeChunk = db.prepare('DELETE FROM request_chunk WHERE id = ?');
      for (const { id } of chunks) {
        removeColumns.run(id * COLUMNS_PER_CHUNK, (id + 1) * COLUMNS_PER_CHUNK);
        removeChunk.run(id);
      }
      if (chunks.length > 0) return chunks.reduce((sum, { rows }) => sum + rows, 0);
      if (removeTextsSlice(db, sourceId)) return 0;
      const tableRows = removeTableSlice(db, sourceId);
      if (tableRows > 0) return tableRows;
      return db.prepare('DELETE FROM source WHERE id = ?').run(sourceId).changes > 0 ? 0 : undefined;
    })
    .immediate();
}
