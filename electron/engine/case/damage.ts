import { StillwatchError } from '../../../shared/contract/errors.ts';

/**
 * What a read of an open case says that came upon a damaged page; undefined for any other error. The error may come from
 * another thread, so it is known by its code alone. After a first such read the cipher refuses others as failures of the disk.
 */
export function damageOf(error: unknown): StillwatchError | undefined {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code;
  if (typeof code !== 'string' || !/^SQLITE_(?:CORRUPT|NOTADB|IOERR)/.test(code)) return undefined;
  return new StillwatchError(
    'CASE_DAMAGED',
    'A part of the case file that this needs is damaged, or the disk cannot read it. What can still be read is shown; nothing was changed. Save what is intact into a new case, or open a backup copy.',
  );
}
