import type { BundleResult } from '../../../shared/contract/bundles.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { CHAIN_START } from '../custody/chain.ts';
import type { Job } from '../jobs/job.ts';
import { type BagOptions, writeBag } from './bag/bag.ts';
import { filesOfBundle } from './published/files-of-bundle.ts';
import type { FilesOf, Published } from './published/published.ts';

export interface WriteOptions extends Pick<BagOptions, 'tagFiles' | 'sign' | 'check'> {
  readonly further?: readonly FilesOf[];
}

/**
 * Writes the bundle of what is published to `target`, whole or not at all: an existing file there stays as it was on
 * any failure. Progress counts bytes. Throws CANCELLED, DISK_FULL, FILE_UNWRITABLE. The same tables, options and what
 * is said of them give the same bytes.
 */
export async function writeBundle(
  target: string,
  published: Published,
  job: Job,
  { further, ...bag }: WriteOptions = {},
): Promise<BundleResult> {
  const files = await filesOfBundle(published, job, further);
  return writeBag(target, files, () => bagInfo(published), {
    signal: job.signal,
    onProgress: job.progress,
    ...bag,
  });
}

/** Labels of bag-info.txt, in order. */
export function bagInfo({ open, about }: Published): readonly (readonly [string, string])[] {
  const { db } = open;
  const last = db.prepare('SELECT seq, hash FROM custody_log ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined;
  return [
    ['Bag-Software-Agent', `${about.madeBy.name} ${about.madeBy.version}`],
    ['Bagging-Date', formatTime(zoneOf('UTC'), about.exportedUs, 'day')],
    ['External-Identifier', open.info().id],
    ['Handling', about.choice.handling],
    ['Bundle-Schema-Version', String(about.schemaVersion)],
    ['Custody-Entries', String(last?.seq ?? 0)],
    ['Custody-Head', last?.hash ?? CHAIN_START],
  ];
}
