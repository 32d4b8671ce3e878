import type { Database } from '../case/database.ts';
import type { FollowedChunks } from './followed-chunks.ts';

/** Puts what the requests follow beside a stored analysis. Call it inside the same transaction, after that. */
export function storeFollowed(db: Database, { requests, chunks }: FollowedChunks): void {
  db.prepare('DELETE FROM analysis_chunk_template').run();
  const put = db.prepare('INSERT INTO analysis_chunk_template (chunk_id, followed) VALUES (?, ?)');
  for (const { id, packed } of chunks) put.run(id, packed);
  db.prepare('UPDATE analysis_run SET followed = ?').run(requests);
}
