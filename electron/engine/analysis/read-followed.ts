import type { Database } from '../case/database.ts';
import { unpackFollowed } from './templates/followed-codec.ts';

/**
 * none: never analysed; older: by a version that did not keep which request follows which template; kept: it is known
 * of the requests that the analysis saw.
 */
export type FollowedState = 'none' | 'older' | 'kept';

export function followedState(db: Database): FollowedState {
  const run = db.prepare('SELECT followed FROM analysis_run').get() as
    | { followed: number | null }
    | undefined;
  if (!run) return 'none';
  return run.followed === null ? 'older' : 'kept';
}

/** Reads what the rows of a chunk follow; see templates/followed.ts. Undefined for one that no analysis has seen. */
export function followedReader(db: Database): (chunk: number, rows: number) => Uint16Array | undefined {
  const select = db.prepare('SELECT followed FROM analysis_chunk_template WHERE chunk_id = ?').pluck();
  return (chunk, rows) => {
    const packed = select.get(chunk) as Uint8Array | undefined;
    return packed && unpackFollowed(packed, rows);
  };
}

/** Ids of the kept templates, by rank. */
export function keptIds(db: Database): string[] {
  return db.prepare('SELECT id FROM analysis_template ORDER BY rank').pluck().all() as string[];
}
