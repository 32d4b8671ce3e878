import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';

/**
 * Whether the disk that `target` is on has room for as many bytes, roughly; a disk that does not tell is taken to.
 * @throws StillwatchError DISK_FULL
 */
export async function refuseWithoutRoom(target: string, bytes: number): Promise<void> {
  const disk = await statfs(dirname(target)).catch(() => undefined);
  if (!disk) return;
  const free = disk.bavail * disk.bsize;
  if (free >= bytes) return;
  const mb = (count: number) => Math.ceil(count / 1e6).toLocaleString('en');
  throw new StillwatchError(
    'DISK_FULL',
    `The disk has ${mb(free)} MB free, and ${mb(bytes)} MB are needed. Nothing was changed. Free some space and try again.`,
  );
}

/** Of the case with what its journal still holds. */
export async function sizeOfCase(path: string): Promise<number> {
  const sizes = await Promise.all(
    [path, `${path}-wal`].map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes[0] + sizes[1];
}
