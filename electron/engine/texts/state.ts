import type { TextsState } from '../../../shared/contract/texts.ts';
import type { Database } from '../case/database.ts';
import { sourcesWithOldPrompts } from '../requests/read-chunk.ts';
import { publishedBlocks, publishedUses } from './uses.ts';

/** How many texts published sources have, and how many of them a search finds. */
export function textsState(db: Database): TextsState {
  const usesOf = publishedUses(db);
  const isSearchable = db.prepare('SELECT searchable FROM prompt_block WHERE id = ?').pluck();
  let texts = 0;
  let searchable = 0;
  for (const block of publishedBlocks(db)) {
    const used = usesOf(block).reduce((sum, requests) => sum + (requests > 0 ? 1 : 0), 0);
    texts += used;
    if (isSearchable.get(block.id) === 1) searchable += used;
  }
  return { texts, searchable, olderSources: sourcesWithOldPrompts(db) };
}
