import { basename } from 'node:path';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { openForBytes, readHead, sizeOfLog } from './byte-file.ts';
import { fileKind } from './file-kind.ts';
import { listTables } from './sqlite.ts';
import { bomb, isBomb } from './unpack.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** What becomes one source: a file, a file in a zip archive, or a table of a database. */
export interface Part {
  /** 'log.csv', or 'logs.zip/may/log.csv'. For showing; never a path. */
  readonly name: string;
  /** Of the file or the archive. */
  readonly path: string;
  /** null when the part is the whole file. */
  readonly entry: ZipEntry | null;
  /** The table of an SQLite database; null for other files. */
  readonly table: string | null;
  /** Of the file as it is; of a file in an archive, unpacked. */
  readonly sizeBytes: number;
}

export interface RefusedPart {
  readonly name: string;
  /** In words, without a full stop. */
  readonly reason: string;
}

export interface PartList {
  readonly parts: readonly Part[];
  readonly refused: readonly RefusedPart[];
}

/**
 * The parts of a file by their names and sizes, without looking into them.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED, FILE_UNREADABLE
 */
export async function listFileParts(path: string): Promise<PartList> {
  const sizeBytes = await sizeOfLog(path);
  const name = basename(path);
  const kind = fileKind(await readHead(path));
  if (kind === 'sqlite') return listTables(path, name, sizeBytes);
  if (kind !== 'zip') return { parts: [{ name, path, entry: null, table: null, sizeBytes }], refused: [] };
  const archive = await openForBytes(path);
  const { entries, refused } = await readZipDirectory(archive).finally(() => archive.close());
  if (entries.some((entry) => entry.name === '[Content_Types].xml'))
    throw new StillwatchError(
      'NOT_A_LOG',
      'This file is an office document, which cannot be imported. Nothing was imported. Export the log as CSV or JSON.',
    );
  const total = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  if (isBomb(total, sizeBytes) || entries.some((entry) => isBomb(entry.sizeBytes, entry.packedBytes)))
    throw bomb();
  return {
    parts: entries
      .filter((entry) => entry.sizeBytes > 0)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => ({
        name: `${name}/${entry.name}`,
        path,
        entry,
        table: null,
        sizeBytes: entry.sizeBytes,
      })),
    refused: [
      ...refused.map((entry) => ({ ...entry, name: `${name}/${entry.name}` })),
      ...entries
        .filter((entry) => entry.sizeBytes === 0)
        .map((entry) => ({ name: `${name}/${entry.name}`, reason: 'It is empty' })),
    ],
  };
}
