import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EndState } from './end-state.ts';
import { COLUMNS, requestLog } from './request-log.ts';
import { Tally } from './tally.ts';

/** Part of the file's name: goes up whenever the same arguments give other bytes, or more is known of them. */
const FORM = 2;
const ROWS_PER_WRITE = 5000;

export interface DataSetOptions {
  readonly rows: number;
  /** Accounts that may occur; a short log does not reach all of them. */
  readonly accounts: number;
  readonly seed: number;
}

export interface DataSet {
  readonly path: string;
  readonly sizeBytes: number;
  /** What an import of it must end with. */
  readonly endState: EndState;
}

/** Folder of the data sets, which later runs use again. */
export const dataSetFolder = join(tmpdir(), 'stillwatch-bench');

/**
 * The data set of these arguments: the one made earlier, or a new one, at about 400,000 rows a second.
 * The same arguments give the same bytes.
 * @param onRows hears how many rows are written, now and then.
 */
export async function obtainDataSet(
  options: DataSetOptions,
  folder: string,
  onRows: (rows: number) => void = () => {},
): Promise<DataSet> {
  const { rows, accounts, seed } = options;
  const path = join(folder, `requests-${FORM}-${rows}-${accounts}-${seed}.csv`);
  const made = await readMade(path);
  if (made) return made;
  await mkdir(folder, { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  try {
    const endState = await write(partial, options, onRows);
    const { size } = await stat(partial);
    await rename(partial, path);
    // Written last, so a data set without it was never finished.
    await writeFile(factsOf(path), JSON.stringify({ sizeBytes: size, endState }));
    return { path, sizeBytes: size, endState };
  } finally {
    await rm(partial, { force: true });
  }
}

/** Reads a file once, so that no contender is the one that waits for the disk. */
export async function warm(path: string): Promise<void> {
  for await (const _ of createReadStream(path, { highWaterMark: 1 << 20 })) {
    // Reading is all.
  }
}

async function readMade(path: string): Promise<DataSet | null> {
  try {
    const facts: Pick<DataSet, 'sizeBytes' | 'endState'> = JSON.parse(await readFile(factsOf(path), 'utf8'));
    const { size } = await stat(path);
    return size === facts.sizeBytes ? { path, ...facts } : null;
  } catch {
    return null;
  }
}

async function write(
  path: string,
  { rows, accounts, seed }: DataSetOptions,
  onRows: (rows: number) => void,
): Promise<EndState> {
  const tally = new Tally();
  const file = await open(path, 'w');
  try {
    await file.appendFile(`${COLUMNS.join(',')}\n`);
    let lines: string[] = [];
    let written = 0;
    const flush = async () => {
      await file.appendFile(lines.join(''));
      written += lines.length;
      lines = [];
      onRows(written);
    };
    for (const request of requestLog(rows, accounts, seed)) {
      tally.add(request);
      if (lines.push(request.line) === ROWS_PER_WRITE) await flush();
    }
    await flush();
  } finally {
    await file.close();
  }
  return tally.endState();
}

const factsOf = (path: string) => path.replace(/csv$/, 'json');
