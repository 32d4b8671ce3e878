import { StillwatchError } from '../../../shared/contract/errors.ts';
import { sqliteCode } from './database.ts';

/** Turns a failed write into a sentence; `kept` says what became of the data. */
export function cannotWrite(error: unknown, kept: string): unknown {
  const code = sqliteCode(error) ?? (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new StillwatchError('DISK_FULL', `The disk is full. ${kept} Free some space and try again.`);
  if (
    code?.startsWith('SQLITE_READONLY') ||
    code?.startsWith('SQLITE_CANTOPEN') ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS'
  ) {
    return new StillwatchError(
      'FILE_UNWRITABLE',
      `This place cannot be written to. ${kept} Choose another folder.`,
    );
  }
  if (code?.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') {
    return new StillwatchError(
      'BUSY',
      `Another program is writing to this case. ${kept} Try again when it has finished.`,
    );
  }
  if (code?.startsWith('SQLITE_IOERR') || code === 'EIO')
    return new StillwatchError(
      'DISK_FULL',
      `The disk did not take the data: it is full, failing or gone. ${kept} Look at the disk, then close the case and open it again.`,
    );
  return error;
}
