import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder } from '../support.ts';

/** A file system of so many megabytes, gone after the test; undefined where none can be mounted. */
export function smallDisk(megabytes: number): string | undefined {
  const disk = join(tempFolder(), 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => takeAway(disk));
  return disk;
}

export const NO_DISK = 'a small file system cannot be mounted here';

/** Fills the disk but for so many bytes; gives back how to free it again. */
export function fill(disk: string, leaveBytes: number): () => void {
  const { bavail, bsize } = statfsSync(disk);
  const filling = join(disk, 'filling');
  writeFileSync(filling, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)));
  return () => rmSync(filling);
}

/** From now on nothing can be written to it. */
export function writeProtect(disk: string): void {
  execFileSync('mount', ['-o', 'remount,ro', disk]);
}

/** As a drive that is pulled out: what has files of it open goes on holding them. */
export function takeAway(disk: string): void {
  try {
    execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
  } catch {
    // It was taken away before.
  }
}
