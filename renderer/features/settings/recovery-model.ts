import type { CustodyGap, Loss, PageCheck, Recovered } from '../../../shared/contract/cases.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** How much of one kind is gone, as it stands in a table. */
export function lostWords({ lost }: Pick<Loss, 'lost'>): string {
  return lost === null ? 'not known' : formatCount(lost);
}

/** Where entries of the custody log are missing, a sentence. */
export function gapWords({ after, before }: CustodyGap): string {
  if (before === null)
    return after === 0
      ? 'Nothing of the custody log is left.'
      : `The custody log of before ends at entry ${formatCount(after)}; entries behind it may be gone.`;
  const [first, last] = [after + 1, before - 1];
  if (first > last)
    return `Nothing tells how entry ${formatCount(before)} of a custody log follows the one before.`;
  return first === last
    ? `Entry ${formatCount(first)} of the custody log is gone; those behind it are kept as a log apart.`
    : `Entries ${formatCount(first)} to ${formatCount(last)} of the custody log are gone; those behind them are kept as a log apart.`;
}

/** What a recovery came to, in one sentence that stands above the case for good. */
export function recoveredWords({ file, losses, requestsLost, custodyGaps }: Recovered): string {
  const from = `It was recovered from a damaged file, ${file}`;
  if (losses.length === 0 && custodyGaps.length === 0) return `${from}; no row was lost.`;
  const others = losses.filter(({ table }) => table !== 'request_chunk').length;
  const parts = [
    ...(requestsLost > 0 ? [formatUnits(requestsLost, 'request')] : []),
    ...(others > 0 ? [`rows of ${formatUnits(others, 'other kind')}`] : []),
  ];
  const gone = parts.length > 0 ? `${parts.join(' and ')} are gone.` : 'entries of its custody log are gone.';
  return `${from}: ${gone} All figures are of what is left.`;
}

/** How a look at every page ended. */
export function checkWords({ pages, damagedCount }: PageCheck): string {
  if (damagedCount === 0)
    return `All ${formatCount(pages)} pages are whole. What kept the case from being opened is something else.`;
  return `${formatCount(damagedCount)} of ${formatUnits(pages, 'page')} ${damagedCount === 1 ? 'is' : 'are'} damaged.`;
}

/** A name for the new case, from that of the damaged file. */
export function recoveredName(file: string): string {
  return `${file.replace(/\.swcase$/i, '')} recovered.swcase`;
}
