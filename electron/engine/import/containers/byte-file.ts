import { open, stat } from 'node:fs/promises';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { KIND_BYTES } from './file-kind.ts';
import type { ByteSource } from './zip-directory.ts';

/**
 * The size of a file that may be a log.
 * @throws StillwatchError NOT_A_LOG for a folder, something that is no file, or an empty file; FILE_UNREADABLE
 */
export async function sizeOfLog(path: string): Promise<number> {
  const info = await stat(path).catch(unreadable);
  if (info.isDirectory())
    throw new StillwatchError(
      'NOT_A_LOG',
      'This is a folder. Nothing was imported. Choose the log files in it.',
    );
  if (!info.isFile())
    throw new StillwatchError('NOT_A_LOG', 'This is no regular file. Nothing was imported.');
  if (info.size === 0) throw new StillwatchError('NOT_A_LOG', 'This file is empty. Nothing was imported.');
  return info.size;
}

/** The first bytes of a file, enough for `fileKind`. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await openForBytes(path);
  return file.read(0, KIND_BYTES).finally(() => file.close());
}

/** A file for reading at positions. @throws StillwatchError FILE_UNREADABLE */
export async function openForBytes(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const file = await open(path, 'r').catch(unreadable);
  const { size } = await file.stat();
  return {
    sizeBytes: size,
    read: async (position, length) => {
      const wanted = Math.max(0, Math.min(length, size - position));
      const { buffer, bytesRead } = await file
        .read(Buffer.alloc(wanted), 0, wanted, position)
        .catch((error) => {
          throw readingFailure(error);
        });
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}

/** What a file that cannot be opened means to a person. @throws StillwatchError FILE_UNREADABLE */
export function unreadable(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT'
    ? new StillwatchError('FILE_UNREADABLE', 'There is no file at this place. Nothing was imported.')
    : new StillwatchError(
        'FILE_UNREADABLE',
        'This file cannot be read: the rights of your account do not allow it. Nothing was imported.',
      );
}

/** What a failure while reading means to a person; other errors are given back. */
export function readingFailure(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EIO' || code === 'EISDIR')
    return new StillwatchError(
      'FILE_UNREADABLE',
      'The file could not be read to its end. Nothing of it was kept.',
    );
  return error;
}
