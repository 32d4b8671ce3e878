import type { BadBranch } from '../../../shared/contract/custody.ts';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import type { CustodyPages } from './custody-pages.ts';

interface Check {
  readonly entries: number;
  readonly firstBad: number | null;
  readonly badBranches: readonly BadBranch[];
  readonly atUs: number;
}

/** What the last check of the custody chain found, in words; `total` counts the entries there are by now. */
export function custodyText(check: Check | null, zone: string, total: number): string {
  if (!check) return 'Not verified in this session';
  return `${ownWords(check, zone, total)}${branchWords(check.badBranches)}`;
}

function ownWords(check: Check, zone: string, total: number): string {
  const at = `${formatMinute(zone, check.atUs).slice(11)} ${zone}`;
  if (check.firstBad === null && check.entries < total) {
    return `${formatCount(check.entries)} of ${formatUnits(total, 'entry', 'entries')} verified at ${at}: the chain held; later entries are not verified yet`;
  }
  return check.firstBad === null
    ? `${formatUnits(check.entries, 'entry', 'entries')} verified at ${at}: the chain holds`
    : `Checked at ${at}: entry ${formatCount(check.firstBad)} does not hold; entries before it do`;
}

/** Logs of merged copies that do not hold; nothing where all do. */
function branchWords(bad: readonly BadBranch[]): string {
  if (bad.length === 0) return '';
  const named = bad.slice(0, 3).map(({ head, seq }) => `${head.slice(0, 12)} at entry ${formatCount(seq)}`);
  const more = bad.length > named.length ? ` and ${formatUnits(bad.length - named.length, 'other')}` : '';
  return `. Of the logs of merged copies do not hold: ${named.join(', ')}${more}`;
}

/** How many entries are shown, out of how many. */
export function shownWords({ entries, isAll }: CustodyPages, total: number, isFiltered: boolean): string {
  const all = formatUnits(total, 'entry', 'entries');
  if (!isFiltered) return `${formatCount(entries.length)} of ${all}`;
  return isAll
    ? `${formatCount(entries.length)} of ${all} fit`
    : `the newest ${formatCount(entries.length)} that fit, of ${all}`;
}
