import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../../../shared/contract/bundles.ts';
import type { BagFiles } from '../bag/bag-check.ts';

export interface FolderBag extends BagFiles {
  readonly problems: readonly Problem[];
  readonly sizeOf: (path: string) => number;
}

/**
 * The files of a bag that lies unpacked in a folder. Links and whatever else is no regular file are problems and are not
 * read. Throws the system's errors for what cannot be listed.
 */
export async function openFolderBag(folder: string): Promise<FolderBag> {
  const sizes = new Map<string, number>();
  const problems: Problem[] = [];
  const list = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory()) await list(`${path}/`);
      else if (entry.isFile()) sizes.set(path, (await stat(join(folder, path))).size);
      else problems.push({ file: path, problem: 'is no regular file' });
    }
  };
  await list('');
  return {
    paths: [...sizes.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    problems,
    read: (path) => createReadStream(join(folder, path)),
    sizeOf: (path) => sizes.get(path) ?? 0,
  };
}
