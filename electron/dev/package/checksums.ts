import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

export const CHECKSUMS = 'SHA256SUMS';

/**
 * The SHA-256 of every file below `folder`, a line each, as `sha256sum -c SHA256SUMS` reads them in that folder; without
 * an older list of them.
 */
export async function checksumsOf(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const path of (await filesBelow(folder)).filter((name) => name !== CHECKSUMS))
    lines.push(`${await sha256(join(folder, path))}  ${path}\n`);
  return lines.join('');
}

/**
 * All files below a folder, with forward slashes, in order. Links, which frameworks on macOS are full of, are left out
 * where they stay within the folder. Throws on one that leads out of it, and on anything else that is not a file.
 */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  const root = `${await realpath(folder)}${sep}`;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll(sep, '/');
    const within = entry.isDirectory() || (entry.isSymbolicLink() && (await realpath(path)).startsWith(root));
    if (entry.isFile()) files.push(name);
    else if (!within) throw new Error(`${name} in the package is no file of its own.`);
  }
  return files.sort();
}

/** Bytes of all files below a folder. */
export async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await filesBelow(folder)) bytes += (await lstat(join(folder, name))).size;
  return bytes;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
