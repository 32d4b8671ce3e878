import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Writes to disk what was written to a file by whatever connection. */
export function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** So that the new name survives a power cut; not every system can. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file is whole either way; only which of the two the folder names is open.
  }
}
