import { statSync } from 'node:fs';
import { StillwatchError } from '../../../shared/contract/errors.ts';

/** Tells the file at a path from one that is put in its place; empty where there is none. */
export function fileAt(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return '';
  }
}

/**
 * A file that was removed while it is open takes everything that is written to it, and keeps nothing. Found out by its
 * place: also where it was moved, or another was put there.
 * @param file what stood at the path when it was opened
 * @throws StillwatchError FILE_UNWRITABLE
 */
export function refuseIfGone(path: string, file: string): void {
  if (fileAt(path) === file) return;
  throw new StillwatchError(
    'FILE_UNWRITABLE',
    'The case file is no longer where it was opened: it was moved, replaced or removed, or its drive is gone. What you did just now is not saved; what was saved before is in that file. Bring it back, then close the case and open it again.',
  );
}
