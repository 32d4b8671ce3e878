import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem, Verification } from '../../../../shared/contract/bundles.ts';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { JobOptions } from '../bag/bag.ts';
import { checkBag } from '../bag/bag-check.ts';
import { type ByteSource, openZipBag } from '../bag/zip-check.ts';
import { BUNDLE_SCHEMA_VERSION } from '../published/about.ts';
import { visible } from '../visible-text.ts';
import { CUSTODY_FILE, checkCustody } from './custody-check.ts';

/** What every bundle of this layout holds. */
const REQUIRED = [
  'data/README.txt',
  'data/annotations.ndjson',
  'data/case.json',
  'data/evidence/requests.csv',
  'data/evidence/requests.ndjson',
  CUSTODY_FILE,
  'data/provenance/sources.csv',
  'data/report.html',
];

/** Problems beyond this many are counted, not listed. */
const MAX_PROBLEMS = 1000;

/**
 * Whether a bundle is exactly as it was written: every byte of the zip, every checksum, the custody chain.
 * Each problem names the file in the bundle, or the bundle itself (by its name without folder). Anything that
 * is no bundle gives `ok: false`, never an error. Progress counts bytes. Throws FILE_UNREADABLE, CANCELLED.
 */
export async function verifyBundle(path: string, options: JobOptions = {}): Promise<Verification> {
  const name = basename(path);
  let handle: FileHandle | undefined;
  try {
    const found = await stat(path);
    // Opening a pipe would wait for a writer that may never come.
    if (!found.isFile())
      return refused(name, found.isDirectory() ? 'is a folder, not a bundle' : 'is no regular file');
    handle = await open(path, 'r');
    return await verifyBytes(fileSource(handle, found.size), name, options);
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

/** As verifyBundle, for the bytes of a bundle that is called `name`. */
export async function verifyBytes(
  source: ByteSource,
  name: string,
  { signal, onProgress }: JobOptions = {},
): Promise<Verification> {
  let done = 0;
  const zip = await openZipBag(source, name);
  if (typeof zip === 'string') return refused(name, zip);
  const total = zip.paths.reduce((sum, path) => sum + zip.sizeOf(path), 0);

  async function* read(path: string): AsyncGenerator<Uint8Array> {
    if (typeof zip === 'string') return;
    for await (const chunk of zip.read(path)) {
      if (signal?.aborted)
        throw new StillwatchError('CANCELLED', 'Cancelled. The bundle was not verified to its end.');
      done += chunk.length;
      onProgress?.({ stage: `checking ${path}`, done: Math.min(done, total), total, unit: 'bytes' });
      yield chunk;
    }
  }

  const problems: Problem[] = [];
  if (zip.paths.length > 0) {
    const bag = await checkBag({ paths: zip.paths, read }, { complete: true });
    problems.push(...bag.problems);
    for (const file of REQUIRED)
      if (!zip.paths.includes(file)) problems.push({ file, problem: 'is missing; every bundle has it' });
    const version = bag.info.get('Bundle-Schema-Version');
    if (version !== String(BUNDLE_SCHEMA_VERSION)) {
      problems.push({
        file: 'bag-info.txt',
        problem: `states bundle layout ${version ?? 'none'}; this version knows layout ${BUNDLE_SCHEMA_VERSION}`,
      });
    }
    if (zip.paths.includes(CUSTODY_FILE))
      problems.push(...(await checkCustody(zip.read(CUSTODY_FILE), bag.info)));
  } else if (zip.problems.length === 0) {
    problems.push({ file: name, problem: 'is an empty zip' });
  }
  return verdict(name, zip.paths.length, distinct([...zip.problems, ...problems]));
}

function verdict(name: string, files: number, problems: readonly Problem[]): Verification {
  // Names come from the bundle, and a terminal obeys control characters.
  const listed = problems.slice(0, MAX_PROBLEMS).map(({ file, problem }) => ({
    file: visible(file, 1000),
    problem: visible(problem, 3000),
  }));
  if (problems.length > MAX_PROBLEMS) {
    listed.push({
      file: name,
      problem: `has ${problems.length - MAX_PROBLEMS} more problems that are not listed`,
    });
  }
  return { ok: problems.length === 0, files, problems: listed };
}

function refused(name: string, problem: string): Verification {
  return { ok: false, files: 0, problems: [{ file: name, problem }] };
}

/** A file read twice can report the same twice. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((p) => [`${p.file}\n${p.problem}`, p])).values()];
}

function fileSource(handle: FileHandle, sizeBytes: number): ByteSource {
  return {
    sizeBytes,
    async read(position, length) {
      const buffer = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
  };
}
