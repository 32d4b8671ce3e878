import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';

const MAX_FILES = 10_000;
const MAX_DEPTH = 8;
/** What is never a log, whatever it holds: cases, and what systems leave behind. */
const NO_LOG = /^\.|^__MACOSX$|^Thumbs\.db$|^desktop\.ini$|\.swcase(?:-wal|-shm|-journal)?$/i;

/**
 * The file itself; of a folder all files in it and below that may be logs, in order of their paths. Hidden files,
 * links, empty files and cases are passed over.
 * @throws StillwatchError NOT_A_LOG for a folder without such files or with more than 10,000; FILE_UNREADABLE
 */
export async function logFiles(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isDirectory()) return [path];
  const found: string[] = [];
  await collect(path, 0, found);
  if (found.length === 0) {
    throw new StillwatchError('NOT_A_LOG', 'There are no files in this folder. Nothing was imported.');
  }
  return found;
}

async function collect(folder: string, depth: number, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new StillwatchError(
      'FILE_UNREADABLE',
      'This folder cannot be read: the rights of your account do not allow it. Nothing was imported.',
    );
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (NO_LOG.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < MAX_DEPTH) await collect(path, depth + 1, found);
    else if (entry.isFile() && (await stat(path)).size > 0) found.push(path);
    if (found.length > MAX_FILES) {
      throw new StillwatchError(
        'NOT_A_LOG',
        `This folder holds more than ${MAX_FILES.toLocaleString('en')} files. Nothing was imported. Choose the folder of the logs.`,
      );
    }
  }
}
