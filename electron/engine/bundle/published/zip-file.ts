import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { fileSource } from '../bag/file-source.ts';
import { type ByteSource, openZipBag, type ZipBag } from '../bag/zip-check.ts';

/**
 * Has the files of a zip read while it is open.
 * @param refuse makes the error for what is no zip of the form of a bundle
 * @throws StillwatchError FILE_UNREADABLE, what `refuse` makes
 */
export async function withZipFile<Result>(
  path: string,
  refuse: (why: string) => Error,
  work: (bag: ZipBag, source: ByteSource) => Promise<Result>,
): Promise<Result> {
  const found = await stat(path).catch(unreadable);
  // Opening a pipe would wait for a writer that may never come.
  if (!found.isFile()) throw refuse('is no regular file');
  const handle = await open(path, 'r').catch(unreadable);
  try {
    const { size } = await handle.stat();
    const source = fileSource(handle, size);
    const bag = await openZipBag(source, basename(path));
    if (typeof bag === 'string') throw refuse(bag);
    return await work(bag, source);
  } finally {
    await handle.close();
  }
}

function unreadable(): never {
  throw new StillwatchError(
    'FILE_UNREADABLE',
    'This file cannot be read. Check that it is still there and that you may read it.',
  );
}
