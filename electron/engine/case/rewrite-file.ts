import { chmodSync, closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { type Act, appendCustody } from '../custody/log.ts';
import type { CaseAccess } from './case.ts';
import { checkCopy, copyCase } from './copy-case.ts';
import { type Database, openDatabase, rekey, sqliteCode } from './database.ts';
import { draftOf } from './draft.ts';
import { flush, flushFolder } from './flush.ts';
import type { CaseKey } from './key.ts';

export interface Rewrite {
  /** The case as it is: its path without links, and its key. */
  readonly access: CaseAccess;
  /** Of the file that takes its place; the same where it stays. */
  readonly key: CaseKey | null;
  /** What the custody log of the new file says of it. */
  readonly act: Act;
}

export interface RewriteWatch {
  /** What is done next, in words for people; throws where it is no longer wanted. */
  stage(stage: string): void;
}

/**
 * Writes a closed case anew, with another key or without the room that removed data left, and puts the new file in its
 * place. The new file is written beside the case under an exclusive lock on it, encrypted from its first byte where the
 * case is, opened and read whole, flushed to disk, and renamed over the case: at every moment the path holds either the
 * old case or the new one, whole. On failure the old file is as it was and the new one is gone; after a crash it is
 * gone with the next opening.
 *
 * It blocks, for a time that grows with the case, so it belongs on a thread of its own. The old file's blocks are freed,
 * not overwritten: copies, snapshots and undeleted blocks still open with the old passphrase. Where encryption is taken
 * away or added, SQLite holds the whole case in memory meanwhile.
 * @throws StillwatchError CASE_LOCKED where another program has the case open; what `watch` throws; driver errors
 */
export function rewriteFile({ access, key, act }: Rewrite, watch: RewriteWatch): void {
  const { path } = access;
  const draft = draftOf(path);
  const db = openDatabase(path, { key: access.key });
  try {
    takeAlone(db);
    try {
      claim(draft);
      watch.stage('copying the case');
      copyCase(db, draft);
      watch.stage(same(key, access.key) ? 'writing the custody log' : 'changing the key');
      finish(draft, access.key, key, act);
      watch.stage('checking the new file');
      checkCopy(draft, key, null);
      chmodSync(draft, statSync(path).mode & 0o777);
      flush(draft);
      watch.stage('putting the new file in place');
      // Windows replaces no file that is open; there a program that opens the case right now keeps it from being replaced.
      if (process.platform === 'win32') db.close();
      renameSync(draft, path);
    } catch (error) {
      discard(draft);
      throw error;
    }
    flushFolder(dirname(path));
  } finally {
    // Lets go of the lock: from here on others open the new file.
    db.close();
  }
}

/** Locks the case against every other connection, readers too, until this one is closed. No journal is left beside it. */
function takeAlone(db: Database): void {
  try {
    const journal = db.pragma('journal_mode = DELETE', { simple: true });
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    db.exec('COMMIT');
    if (journal === 'delete' && db.pragma('journal_mode', { simple: true }) === 'delete') return;
  } catch (error) {
    if (!sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error;
  }
  throw new StillwatchError(
    'CASE_LOCKED',
    'The case is open in another program. Nothing was changed. Close it there and try again.',
  );
}

/** An empty file for its owner alone; what a crash left at its place goes. */
function claim(draft: string): void {
  discard(draft);
  closeSync(openSync(draft, 'wx', 0o600));
}

function finish(draft: string, before: CaseKey | null, after: CaseKey | null, act: Act): void {
  const db = openDatabase(draft, { key: before });
  try {
    // A draft that a crash cut short is thrown away, so nothing needs to be taken back.
    db.pragma('journal_mode = OFF');
    db.transaction(() => appendCustody(db, act)).immediate();
    if (!same(after, before)) rekey(db, after);
  } finally {
    db.close();
  }
}

function same(one: CaseKey | null, other: CaseKey | null): boolean {
  return one?.keyHex === other?.keyHex && one?.saltHex === other?.saltHex;
}

function discard(draft: string): void {
  for (const suffix of ['', '-journal']) rmSync(`${draft}${suffix}`, { force: true });
}
