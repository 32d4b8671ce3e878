import { StillwatchError } from '../../../shared/contract/errors.ts';
import { custodyFault } from '../custody/fault.ts';
import { type Database, openDatabase } from './database.ts';
import type { CaseKey } from './key.ts';
import { assertReadableCase } from './migrate.ts';

/**
 * Copies what a connection sees into an empty file, without the room that removed data left. SQLite encrypts the copy
 * with the connection's key and writes nothing elsewhere. (VACUUM in place would hold the whole case in memory, or
 * spill it readably into a temporary file.)
 */
export function copyCase(db: Database, path: string): void {
  db.prepare('VACUUM INTO ?').run(path);
}

export interface CheckedCopy {
  /** How many entries the custody log holds. */
  readonly custodyEntries: number;
  /** What is wrong with the custody log; null for nothing. */
  readonly fault: string | null;
}

/**
 * Opens a copy with its key and reads all of it: every page, and the custody log from its beginning.
 * @param fault what is wrong with the custody log of the original: a copy is to hold that, and nothing else
 * @throws StillwatchError CASE_DAMAGED; driver errors where it does not open
 */
export function checkCopy(path: string, key: CaseKey | null, fault: string | null): CheckedCopy {
  const db = openDatabase(path, { key, readOnly: true });
  try {
    assertReadableCase(db);
    const whole = db.pragma('quick_check(1)', { simple: true }) === 'ok';
    if (!whole || custodyFault(db) !== fault)
      throw new StillwatchError(
        'CASE_DAMAGED',
        'The new file does not hold what was written to it. It was removed, and the case is as it was. Try another disk.',
      );
    return { custodyEntries: db.prepare('SELECT count(*) FROM custody_log').pluck().get() as number, fault };
  } finally {
    db.close();
  }
}
