import type { BundleResult } from '../../../shared/contract/bundles.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { type JobOptions, writeBag } from './bag/bag.ts';
import type { BundleContent } from './content.ts';
import { bundlePayload } from './payload.ts';
import { BUNDLE_SCHEMA_VERSION } from './published/about.ts';

/**
 * Writes the evidence bundle of a case to `target`, whole or not at all: an existing file there stays as it
 * was on any failure. Progress counts bytes. Throws CANCELLED, DISK_FULL, FILE_UNWRITABLE, and CASE_DAMAGED
 * when the custody chain does not hold. The same content gives the same bytes.
 */
export async function writeBundle(
  target: string,
  content: BundleContent,
  options: JobOptions = {},
): Promise<BundleResult> {
  const { files, custody } = bundlePayload(content);
  const bagInfo = () =>
    [
      ['Bag-Software-Agent', `${content.app.name} ${content.app.version}`],
      ['Bagging-Date', formatTime(zoneOf('UTC'), content.exportedUs, 'day')],
      ['External-Identifier', content.case.id],
      ['Handling', content.case.handling],
      ['Bundle-Schema-Version', String(BUNDLE_SCHEMA_VERSION)],
      ['Custody-Entries', String(custody.entries)],
      ['Custody-Head', custody.head],
    ] as const;
  return writeBag(target, files, bagInfo, options);
}
