import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import {
  ACCOUNT_COLUMNS,
  accountRow,
  CONTEXT_COLUMNS,
  contextRow,
  csvHeader,
  REQUEST_COLUMNS,
  requestRow,
} from './csv.ts';
import { generateSample, type SampleOptions, SIZES } from './generate.ts';

/** The files of a sample, in the order in which they take their names; the truth comes last. */
export const SAMPLE_FILES = ['requests.csv', 'accounts.csv', 'context.csv', 'truth.json'] as const;
const PARTIAL = '.partial';
const ROWS_PER_WRITE = 1_000;

export interface SampleProgress {
  /** Requests written so far. */
  readonly done: number;
  /** Requests expected; the true number differs by a few per cent. */
  readonly total: number;
}

export interface WriteSampleControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SampleProgress) => void;
}

/**
 * Writes a sample into a folder, which is made when missing, and returns the absolute or relative paths of its
 * four files. An earlier sample there is replaced; files take their names only when all are complete, so
 * cancelling (`CANCELLED`) or failing leaves an earlier sample as it was. Refuses (`FILE_UNWRITABLE`) a folder in
 * which files of these names stand that are not a sample. A full disk is `DISK_FULL`.
 */
export async function writeSample(
  outDir: string,
  options: SampleOptions,
  control: WriteSampleControl = {},
): Promise<{ files: string[] }> {
  const made = new Set<string>();
  try {
    await mkdir(outDir, { recursive: true });
    await refuseStrangers(outDir);
    await writeAll(outDir, options, control, made);
    for (const name of SAMPLE_FILES) {
      await rename(join(outDir, name + PARTIAL), join(outDir, name));
      made.delete(name);
    }
    return { files: SAMPLE_FILES.map((name) => join(outDir, name)) };
  } catch (error) {
    throw asStillwatchError(error);
  } finally {
    for (const name of made) await rm(join(outDir, name + PARTIAL), { force: true });
  }
}

async function writeAll(
  outDir: string,
  options: SampleOptions,
  { signal, onProgress }: WriteSampleControl,
  made: Set<string>,
): Promise<void> {
  const write = async (name: string, chunks: readonly string[]): Promise<void> => {
    made.add(name);
    const file = await open(join(outDir, name + PARTIAL), 'w');
    try {
      for (const chunk of chunks) await file.appendFile(chunk);
    } finally {
      await file.close();
    }
  };
  made.add('requests.csv');
  const requests: FileHandle = await open(join(outDir, `requests.csv${PARTIAL}`), 'w');
  let done = 0;
  try {
    await requests.appendFile(csvHeader(REQUEST_COLUMNS));
    const truth = await generateSample(options, {
      accounts: (rows) => write('accounts.csv', [csvHeader(ACCOUNT_COLUMNS), rows.map(accountRow).join('')]),
      context: (rows) => write('context.csv', [csvHeader(CONTEXT_COLUMNS), rows.map(contextRow).join('')]),
      requests: async (rows) => {
        for (let from = 0; from < rows.length; from += ROWS_PER_WRITE) {
          throwIfCancelled(signal);
          let text = '';
          for (const row of rows.slice(from, from + ROWS_PER_WRITE)) text += requestRow(row, ++done);
          await requests.appendFile(text);
          onProgress?.({ done, total: SIZES[options.size].requests });
        }
        // A caller in the same process gets its turn to cancel even when the disk answers at once.
        await new Promise((resolve) => setImmediate(resolve));
        throwIfCancelled(signal);
      },
    });
    await write('truth.json', [`${JSON.stringify(truth, null, 1)}\n`]);
  } finally {
    await requests.close();
  }
}

/** A folder may hold nothing of these names, or a whole earlier sample; anything else is somebody's data. */
async function refuseStrangers(outDir: string): Promise<void> {
  const present = new Set(await readdir(outDir));
  if (present.has('truth.json')) return;
  const stranger = SAMPLE_FILES.find((name) => present.has(name));
  if (!stranger) return;
  throw new StillwatchError(
    'FILE_UNWRITABLE',
    `The folder already holds a file named ${stranger} that is not part of a sample. Nothing was written; choose another folder.`,
  );
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new StillwatchError('CANCELLED', 'The sample was cancelled. Nothing new was kept in the folder.');
}

function asStillwatchError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof StillwatchError) return error;
  if (error.code === 'ENOSPC') {
    return new StillwatchError(
      'DISK_FULL',
      'The disk is full. Nothing of the sample was kept; free some space and try again.',
    );
  }
  if (typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) {
    return new StillwatchError(
      'FILE_UNWRITABLE',
      `The sample could not be written (${error.code}). Nothing new was kept; check the folder and its permissions.`,
    );
  }
  return error;
}
