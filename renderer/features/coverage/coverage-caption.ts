import type { CoverageOf } from '../../../shared/contract/coverage.ts';
import type { Caption } from '../../draw/picture.ts';
import { captionOf } from '../../ui/caption.ts';
import { filterInForce } from '../timeline/filter-in-force.ts';
import { ofWords } from './coverage-words.ts';

/** Caption of a picture of coverage: whose it is, what stands behind it, and under which filter. */
export function coverageCaption(
  title: string,
  of: CoverageOf,
  basis: string,
  rows: number,
  notes: readonly string[] = [],
): Caption {
  const whose = ofWords(of);
  return captionOf(title, filterInForce(), rows, [
    ...notes,
    `Accounts: ${whose}${basis === '' ? '' : `; ${basis}`}.`,
  ]);
}
