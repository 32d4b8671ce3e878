import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem, Recomputation, Verification } from '../../../../shared/contract/bundles.ts';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { JobOptions } from '../bag/bag.ts';
import type { BagFiles } from '../bag/bag-check.ts';
import { STAMP_FILE } from '../bag/bag-manifest.ts';
import { fileSource } from '../bag/file-source.ts';
import { type ByteSource, openZipBag } from '../bag/zip-check.ts';
import { isKeyOrFingerprint } from '../sign/minisign.ts';
import { checkBundle } from './bundle-check.ts';
import { openFolderBag } from './folder-bag.ts';
import type { StampBeside } from './stamp-check.ts';
import { refused, verdict } from './verdict.ts';

export interface VerifyOptions extends JobOptions {
  /** Public key or fingerprint of who should have signed it; without, whoever signed it is told. */
  readonly expectedKey?: string;
  /** Makes everything again from the tables of the bundle; run where all else holds. */
  readonly recompute?: (bag: BagFiles, options: JobOptions) => Promise<Recomputation>;
}

type OpenBag = BagFiles & {
  readonly problems: readonly Problem[];
  readonly sizeOf: (path: string) => number;
};

/** Far more than a stamp with all its certificates has. */
const MAX_STAMP_BYTES = 1024 * 1024;

/**
 * Whether a bundle, a zip or unpacked in a folder, is exactly as it was written: every byte of the zip, every checksum,
 * signature and time stamp, the custody chain, and that its files agree with one another. A time stamp is also looked
 * for beside the zip, as `<zip>.tsr` or under the name it has in a bag. Each problem names the file in the bundle, or
 * the bundle itself (by its name without folder). Anything that is no bundle gives `ok: false`, never an error. Progress
 * counts bytes. Throws BAD_ARGS for an expected key that is none, FILE_UNREADABLE, CANCELLED.
 */
export async function verifyBundle(path: string, options: VerifyOptions = {}): Promise<Verification> {
  const name = basename(path);
  refuseBadKey(options.expectedKey);
  let handle: FileHandle | undefined;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await verifyBag(await openFolderBag(path), name, undefined, options);
    // Opening a pipe would wait for a writer that may never come.
    if (!found.isFile()) return refused(name, [{ file: name, problem: 'is no regular file' }]);
    handle = await open(path, 'r');
    return await verifyBytes(fileSource(handle, found.size), name, options, await stampBeside(path));
  } catch (error) {
    if (error instanceof StillwatchError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw new StillwatchError(
      'FILE_UNREADABLE',
      `${name} cannot be read (${code}). Check that it is still there and that you may read it.`,
    );
  } finally {
    await handle?.close();
  }
}

/** As verifyBundle, for the bytes of a zip that is called `name`. */
export async function verifyBytes(
  source: ByteSource,
  name: string,
  options: VerifyOptions = {},
  stamp?: StampBeside,
): Promise<Verification> {
  refuseBadKey(options.expectedKey);
  const zip = await openZipBag(source, name);
  return typeof zip === 'string'
    ? refused(name, [{ file: name, problem: zip }])
    : verifyBag(zip, name, stamp, options);
}

async function verifyBag(
  bag: OpenBag,
  name: string,
  stamp: StampBeside | undefined,
  options: VerifyOptions,
): Promise<Verification> {
  if (bag.paths.length === 0) {
    const empty = { file: name, problem: 'is empty' };
    return refused(name, bag.problems.length > 0 ? bag.problems : [empty]);
  }
  const files = watched(bag, options);
  const checked = await checkBundle(files, stamp, options.expectedKey);
  const problems = [...bag.problems, ...checked.problems];
  const recompute =
    options.recompute && problems.length === 0 ? await options.recompute(files, options) : null;
  const notes = [
    ...checked.notes,
    ...(options.recompute && !recompute
      ? ['Nothing was made again from the tables, because the bundle does not hold as it is.']
      : []),
  ];
  return verdict(name, { ...checked, files: bag.paths.length, problems, recompute, notes });
}

/** Says how much was read and stops when it is told to. Files that are looked at again count once. */
function watched(bag: OpenBag, { signal, onProgress }: JobOptions): BagFiles {
  const total = bag.paths.reduce((sum, path) => sum + bag.sizeOf(path), 0);
  let done = 0;
  return {
    paths: bag.paths,
    async *read(path) {
      for await (const chunk of bag.read(path)) {
        if (signal?.aborted)
          throw new StillwatchError('CANCELLED', 'Cancelled. The bundle was not verified to its end.');
        done += chunk.length;
        onProgress?.({ stage: `checking ${path}`, done: Math.min(done, total), total, unit: 'bytes' });
        yield chunk;
      }
    },
  };
}

function refuseBadKey(expected: string | undefined): void {
  if (expected === undefined || isKeyOrFingerprint(expected)) return;
  throw new StillwatchError(
    'BAD_ARGS',
    'The expected key is neither a public key (56 characters that begin with RW) nor a fingerprint (40 hex digits). Nothing was checked.',
  );
}

async function stampBeside(path: string): Promise<StampBeside | undefined> {
  for (const file of [`${basename(path)}.tsr`, STAMP_FILE]) {
    const beside = join(dirname(path), file);
    const found = await stat(beside).catch(() => undefined);
    if (found?.isFile() && found.size <= MAX_STAMP_BYTES) return { file, bytes: await readFile(beside) };
  }
  return undefined;
}
