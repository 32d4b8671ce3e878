import { access, constants, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Handling } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { custodyFault } from '../custody/fault.ts';
import { appendCustody } from '../custody/log.ts';
import { removeUnpublished } from '../import/unpublished.ts';
import { cannotWrite } from './cannot-write.ts';
import { Case, type CaseAccess } from './case.ts';
import { type Database, isOnlyConnection, openDatabase, sqliteCode, startWriting } from './database.ts';
import { removeDraft } from './draft.ts';
import {
  type FailedAttempts,
  forgetFailedAttempts,
  logFailedAttempts,
  noteFailedAttempt,
  readFailedAttempts,
} from './failed-attempts.ts';
import { fileAt } from './file-at.ts';
import { deriveKey, newSalt } from './key.ts';
import { assertReadableCase, migrate } from './migrate.ts';
import { cannotOpen, unlock } from './unlock.ts';

export interface NewCase {
  readonly name: string;
  readonly reference: string;
  readonly handling: Handling;
  readonly timeZone: string;
}

/**
 * Makes a case file. A failed attempt leaves no file behind; an existing file is never overwritten.
 * @param passphrase null for an unencrypted case.
 * @throws StillwatchError CASE_EXISTS, FILE_UNWRITABLE, DISK_FULL
 */
export async function createCase(
  path: string,
  author: string,
  passphrase: string | null,
  { name, reference, handling, timeZone }: NewCase,
): Promise<Case> {
  if (passphrase === '')
    throw new StillwatchError(
      'BAD_ARGS',
      'The passphrase is empty. No case was made. Choose a passphrase, or make an unencrypted case on purpose.',
    );
  await claim(path);
  let db: Database | undefined;
  try {
    const key = passphrase === null ? null : await deriveKey(passphrase, newSalt());
    db = openDatabase(path, { key });
    startWriting(db);
    migrate(db);
    const made = new Case(path, db, author, key, null);
    // Half a surrogate pair has no UTF-8 form, so no hash could ever vouch for it.
    const described = { name: name.toWellFormed(), reference: reference.toWellFormed(), handling, timeZone };
    const properties = { id: uuidv7(), ...described, createdUs: String(nowUs()) };
    act(made, {
      action: 'case.create',
      title: `make the case ${described.name}`,
      changes: Object.entries(properties).map(([id, value]) => ({ kind: 'property', id, body: { value } })),
      final: true,
    });
    return made;
  } catch (error) {
    db?.close();
    for (const suffix of ['', '-wal', '-shm']) await rm(`${path}${suffix}`, { force: true });
    throw cannotWrite(error, 'No case was made.');
  }
}

/**
 * Opens a case: tells a wrong passphrase from a damaged file, brings an older schema up to date, clears what
 * an interrupted import left, and verifies the custody chain. A case whose chain is broken opens read-only. A wrong
 * passphrase is kept beside the case, and written into its custody log by the next opening.
 * @throws StillwatchError NOT_FOUND, NOT_A_CASE, WRONG_PASSPHRASE, CASE_DAMAGED, CASE_FROM_FUTURE,
 * FILE_UNREADABLE, CASE_LOCKED (also where another program has just put a new file in its place)
 */
export async function openCase(path: string, author: string, passphrase: string | null): Promise<Case> {
  const file = fileAt(path);
  const readOnlyFile = !(await isWritable(path));
  const { db, key } = await unlock(path, passphrase, readOnlyFile).catch(async (error: unknown) => {
    const refused = error instanceof StillwatchError && error.code === 'WRONG_PASSPHRASE';
    if (refused && passphrase !== null) await noteFailedAttempt(path, author);
    throw error;
  });
  return ready({ path, file, readOnlyFile, key }, db, author);
}

/** As openCase, for a case that was open until now. */
export async function reopenCase({ path, key }: CaseAccess, author: string): Promise<Case> {
  const file = fileAt(path);
  const readOnlyFile = !(await isWritable(path));
  let db: Database;
  try {
    db = openDatabase(path, { key, readOnly: readOnlyFile });
  } catch (error) {
    throw cannotOpen(error);
  }
  return ready({ path, file, readOnlyFile, key }, db, author);
}

interface Opened extends CaseAccess {
  /** Which file stood at the path before it was opened. */
  readonly file: string;
  readonly readOnlyFile: boolean;
}

async function ready({ path, file, readOnlyFile, key }: Opened, db: Database, author: string): Promise<Case> {
  try {
    assertReadableCase(db);
    const fault = custodyFault(db);
    const failed = await readFailedAttempts(path);
    // Opening waits for a program that writes the case anew, and then holds the file that was replaced.
    if (fileAt(path) !== file)
      throw new StillwatchError(
        'CASE_LOCKED',
        'Another program has just written this case anew. Nothing was changed. Open it again.',
      );
    let readOnly: string | null = null;
    if (readOnlyFile)
      readOnly = 'The case file or its folder is write-protected, so the case is open for reading only.';
    else if (fault !== null) readOnly = `${fault}, so the case is open for reading only.`;
    else if (!makeReady(db, author, failed))
      readOnly = 'The disk is full, so the case is open for reading only.';
    if (readOnly === null) {
      if (failed) await forgetFailedAttempts(path);
      await removeDraft(path);
    }
    return new Case(path, db, author, key, readOnly);
  } catch (error) {
    db.close();
    throw cannotOpen(error);
  }
}

/**
 * Brings the schema up to date, removes what an interrupted import left, and logs the opening, failed ones before it.
 * @returns false when the disk has no room for that.
 */
function makeReady(db: Database, author: string, failed: FailedAttempts | null): boolean {
  try {
    startWriting(db);
    migrate(db);
    // What another program imports right now is unpublished too, but not left behind.
    if (isOnlyConnection(db)) removeUnpublished(db);
    db.transaction(() => {
      if (failed) logFailedAttempts(db, author, failed);
      appendCustody(db, { action: 'case.open', author, detail: {} });
    }).immediate();
    return true;
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_FULL') return false;
    throw error;
  }
}

/** Makes the file, empty and for its owner alone; from here on the path is ours, and an existing file never is. */
async function claim(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) {
    throw new StillwatchError(
      'FILE_UNWRITABLE',
      'The folder for the new case does not exist. No case was made. Choose an existing folder.',
    );
  }
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw cannotWrite(error, 'No case was made.');
    throw new StillwatchError(
      'CASE_EXISTS',
      'There is a file of this name already. It was left as it is. Choose another name.',
    );
  });
  await file.close();
}

/** Writing takes the folder too: what is written first stands beside the file. */
async function isWritable(path: string): Promise<boolean> {
  return Promise.all([path, dirname(path)].map((each) => access(each, constants.W_OK))).then(
    () => true,
    () => false,
  );
}
