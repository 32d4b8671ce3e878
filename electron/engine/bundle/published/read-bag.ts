import type { Case } from '../../case/case.ts';
import type { Job } from '../../jobs/job.ts';
import type { BagFiles } from '../bag/bag-check.ts';
import { type BundleAbout, bundleAbout } from './about.ts';
import { BadLine, linesOf } from './line-reader.ts';
import { loadPublished } from './load.ts';
import { ABOUT_PATH } from './paths.ts';
import type { Published } from './published.ts';
import type { TemporaryOptions } from './temporary-case.ts';

/** What a bundle says of itself is short, but for the accounts that were chosen. */
const MAX_ABOUT_BYTES = 256 * 1024 * 1024;

/**
 * What the bundle whose files are given publishes, as it was when the other files were made from it. Close `open` of it.
 * @param optionsFor what it says of itself
 * @throws StillwatchError BAD_BUNDLE, CANCELLED, FILE_UNWRITABLE, DISK_FULL
 */
export async function readPublished(
  bag: BagFiles,
  optionsFor: (about: BundleAbout) => TemporaryOptions,
  job: Job,
): Promise<Published> {
  const about = await readAbout(bag);
  const paths = new Set(bag.paths);
  const open: Case = await loadPublished(
    (path) => (paths.has(path) ? linesOf(path, bag.read(path)) : undefined),
    optionsFor(about),
    job,
  );
  return { open, about };
}

/** @throws StillwatchError BAD_BUNDLE */
export async function readAbout(bag: BagFiles): Promise<BundleAbout> {
  if (!bag.paths.includes(ABOUT_PATH)) throw new BadLine(ABOUT_PATH, 'is missing');
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of bag.read(ABOUT_PATH)) {
    bytes += chunk.length;
    if (bytes > MAX_ABOUT_BYTES) throw new BadLine(ABOUT_PATH, 'is longer than that of any bundle');
    // The reader may use its buffer again.
    parts.push(Uint8Array.from(chunk));
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return bundleAbout.parse(JSON.parse(text));
  } catch {
    throw new BadLine(ABOUT_PATH, 'does not say of the bundle what this version knows');
  }
}
