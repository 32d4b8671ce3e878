import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { TableKind } from '../../../shared/contract/imports.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { appendCustody } from '../custody/log.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { removeSourceSlice } from './unpublished.ts';

/**
 * Takes an import back. One transaction makes all of it invisible: its roll-ups, the accounts that no other
 * source names, and its place in the list. The rows, by then out of sight, are removed in slices; what a
 * crash leaves of them goes when the case is next opened. Annotations stay and say that their object is gone.
 *
 * Importing the file again brings everything back.
 * A source in whose favour later files dropped rows cannot go before them: those rows would be lost.
 * @throws StillwatchError NOT_FOUND, SOURCE_NEEDED, BUSY, DISK_FULL
 */
export function removeSource(open: Case, sha256: string, job: Job): Promise<null> {
  return open.exclusively(job, (running) => {
    refuseIfNeeded(open.db, sha256);
    return takeBack(open, sha256, running);
  });
}

/** As `removeSource`, inside a job that has the case to itself. */
export async function takeBack(open: Case, sha256: string, job: Job): Promise<null> {
  const { db } = open;
  const source = db
    .prepare('SELECT id, kind, file, stored FROM source WHERE sha256 = ? AND published = 1')
    .get(sha256) as { id: number; kind: TableKind; file: string; stored: number } | undefined;
  if (!source) throw new StillwatchError('NOT_FOUND', 'The case holds no such source. Nothing was changed.');
  try {
    db.transaction(() => {
      db.prepare('DELETE FROM account_total WHERE source_id = ?').run(source.id);
      db.prepare('DELETE FROM account_activity WHERE source_id = ?').run(source.id);
      db.prepare('DELETE FROM account_value WHERE source_id = ?').run(source.id);
      db.prepare('DELETE FROM source_value WHERE source_id = ?').run(source.id);
      db.prepare(
        "UPDATE source SET published = 0, sha256 = 'removed ' || id || ' ' || sha256 WHERE id = ?",
      ).run(source.id);
      db.prepare(
        `DELETE FROM account WHERE id NOT IN (SELECT account_id FROM account_total) AND id NOT IN (
           SELECT r.account_id FROM account_record r JOIN source s ON s.id = r.source_id WHERE s.published = 1)`,
      ).run();
      appendCustody(db, {
        action: 'source.remove',
        author: open.author,
        detail: { sha256, kind: source.kind, file: source.file, stored: source.stored },
      });
    }).immediate();
  } catch (error) {
    throw cannotWrite(error, 'The import was not taken back; the case is as it was.');
  }
  // From here on it is done, so a cancel only stops the tidying.
  const pause = pacer({ ...job, signal: new AbortController().signal });
  const total = source.stored;
  for (let done = 0; ; ) {
    const removed = tidy(db, source.id);
    if (removed === undefined) return null;
    done += removed;
    await pause({ stage: 'removing rows', done: Math.min(done, total), total, unit: 'rows' });
  }
}

/** As `removeSourceSlice`; a full disk is the end of it too, for opening the case removes the rest. */
function tidy(db: Database, sourceId: number): number | undefined {
  try {
    return removeSourceSlice(db, sourceId);
  } catch (error) {
    if (cannotWrite(error, '') === error) throw error;
    return undefined;
  }
}

function refuseIfNeeded(db: Database, sha256: string): void {
  const later = db
    .prepare(
      `SELECT later.file FROM source later JOIN source this ON this.sha256 = ? AND this.published = 1
       WHERE later.published = 1 AND later.kind = this.kind AND later.duplicates + later.conflicts > 0
         AND later.id > this.id ORDER BY later.id DESC`,
    )
    .pluck()
    .all(sha256) as string[];
  if (later.length === 0) return;
  throw new StillwatchError(
    'SOURCE_NEEDED',
    `${later.join(', ')} held rows that were in the case already and were not stored again. Nothing was changed. Take back ${later.length === 1 ? 'that file' : 'those files'} first, then this one.`,
  );
}
