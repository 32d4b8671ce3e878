import type { Database } from '../../case/database.ts';
import { promptTexts } from '../../requests/prompt-column.ts';
import { TextReader } from '../../texts/text-reader.ts';
import type { Selection } from '../select/selection.ts';

/** Characters of a prompt that are looked for. */
export const PIECE = 32;

/** Of each different prompt of the selected requests its beginning and its middle; shorter prompts are left out. */
export function* promptPieces(db: Database, selection: Selection): Iterable<string> {
  const reader = new TextReader(db);
  const rowsOf = db.prepare('SELECT rows FROM request_chunk WHERE id = ?').pluck();
  const seen = new Set<string>();
  for (const { chunk, indexes } of selection.requests()) {
    for (const text of promptTexts(db, reader, chunk, rowsOf.get(chunk) as number, indexes)) {
      if (text === null || text.length < PIECE) continue;
      const middle = Math.floor((text.length - PIECE) / 2);
      for (const piece of [text.slice(0, PIECE), text.slice(middle, middle + PIECE)]) {
        if (seen.has(piece)) continue;
        seen.add(piece);
        yield piece;
      }
    }
  }
}
