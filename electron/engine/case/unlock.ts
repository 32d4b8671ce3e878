import { StillwatchError } from '../../../shared/contract/errors.ts';
import { cannotWrite } from './cannot-write.ts';
import { type Database, openDatabase, sqliteCode } from './database.ts';
import { readFileHead, tellWrongKeyFromDamage } from './file-head.ts';
import { type CaseKey, deriveKey } from './key.ts';

/**
 * Opens the file of a case with its passphrase, and tells a wrong one from a damaged file. Nothing is written.
 * @throws StillwatchError NOT_FOUND, NOT_A_CASE, WRONG_PASSPHRASE, CASE_DAMAGED, FILE_UNREADABLE, CASE_LOCKED
 */
export async function unlock(
  path: string,
  passphrase: string | null,
  readOnly: boolean,
): Promise<{ db: Database; key: CaseKey | null }> {
  const head = await readFileHead(path);
  if (head.encrypted && passphrase === null) {
    throw new StillwatchError('WRONG_PASSPHRASE', 'This case is encrypted and no passphrase was given.');
  }
  const key = head.encrypted && passphrase !== null ? await deriveKey(passphrase, head.salt) : null;
  try {
    return { db: openDatabase(path, { key, readOnly }), key };
  } catch (error) {
    const code = sqliteCode(error);
    if (key && (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')) {
      const cause = await tellWrongKeyFromDamage(path, key);
      if (cause === 'wrong-key')
        throw new StillwatchError(
          'WRONG_PASSPHRASE',
          'Wrong passphrase. The case was not opened and is as it was.',
        );
      throw damaged(cause.damagedPages);
    }
    throw cannotOpen(error);
  }
}

function damaged(pages: readonly number[]): StillwatchError {
  return new StillwatchError(
    'CASE_DAMAGED',
    `The passphrase is right, but the file is damaged (page ${pages.join(', ')}). Nothing was changed. Save what is intact into a new case, or open a backup copy.`,
  );
}

/** A failure to open a case as a sentence for people; anything else as it is. */
export function cannotOpen(error: unknown): unknown {
  switch (sqliteCode(error)) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new StillwatchError(
        'CASE_DAMAGED',
        'The case file is damaged and cannot be opened. Nothing was changed. Save what is intact into a new case, or open a backup copy.',
      );
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new StillwatchError(
        'CASE_LOCKED',
        'The case is open in another program. Nothing was changed. Close it there and try again.',
      );
    case 'SQLITE_CANTOPEN':
      return new StillwatchError(
        'FILE_UNREADABLE',
        'The case file or its folder cannot be used: the rights of your account do not allow it. Nothing was changed.',
      );
    default:
      return cannotWrite(error, 'The case is as it was.');
  }
}
