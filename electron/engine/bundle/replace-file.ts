import type { Stats } from 'node:fs';
import { type FileHandle, lstat, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { temporaryPath } from '../jobs/unfinished.ts';

/**
 * Writes a file as a whole or not at all: `write` fills a new file (mode 0600, open for reading and writing, and at
 * its temporary path) beside `target`, which is then flushed to disk and renamed over it. When anything fails or `signal` aborts,
 * the new file is removed and whatever stood at `target` stays as it was. Throws FILE_UNWRITABLE (also for a
 * symbolic link or anything else at `target` that is no regular file), DISK_FULL, CANCELLED; other errors of
 * `write` pass through.
 */
export async function replaceFile<Result>(
  target: string,
  signal: AbortSignal | undefined,
  write: (file: FileHandle, path: string) => Promise<Result>,
): Promise<Result> {
  await refuseSpecial(target);
  const { path: temporary, forget } = await temporaryPath(dirname(target), '.part');
  const file = await open(temporary, 'wx+', 0o600).catch((error) => {
    forget();
    throw writeError(error, target);
  });
  try {
    let result: Result;
    try {
      result = await write(file, temporary);
      await file.sync();
    } finally {
      await file.close();
    }
    await putInPlace(temporary, target, signal);
    return result;
  } catch (error) {
    // Already gone when the rename itself succeeded.
    await unlink(temporary).catch(() => undefined);
    throw writeError(error, target);
  } finally {
    forget();
  }
}

/**
 * Gives a finished file, which lies on the same disk, the name `target` in place of what stands there. Throws
 * FILE_UNWRITABLE as replaceFile does, CANCELLED.
 */
export async function putInPlace(
  finished: string,
  target: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  throwIfCancelled(signal);
  await refuseSpecial(target);
  await rename(finished, target).catch((error) => {
    throw writeError(error, target);
  });
  await syncFolder(dirname(target));
}

/** Throws CANCELLED once the signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new StillwatchError('CANCELLED', 'Cancelled. Nothing was written.');
  }
}

/** Renaming would replace a link, not follow it, yet a person who chose a link expects what it points to. */
export async function refuseSpecial(target: string): Promise<void> {
  let found: Stats;
  try {
    found = await lstat(target);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw writeError(error, target);
  }
  if (found.isFile()) return;
  const what = found.isSymbolicLink()
    ? 'a symbolic link'
    : found.isDirectory()
      ? 'a folder'
      : 'no regular file';
  throw new StillwatchError(
    'FILE_UNWRITABLE',
    `${basename(target)} is ${what}. Nothing was written; choose another name.`,
  );
}

/** So that the new name survives a power cut; not every system can, and the content is safe by then. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function writeError(error: unknown, target: string): unknown {
  if (error instanceof StillwatchError) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StillwatchError(
      'DISK_FULL',
      `The disk is full. ${basename(target)} was not written; free some space and try again.`,
    );
  }
  if (/^E[A-Z]+$/.test(code)) {
    return new StillwatchError(
      'FILE_UNWRITABLE',
      `${basename(target)} cannot be written there (${code}). Nothing was changed; choose another place.`,
    );
  }
  return error;
}
