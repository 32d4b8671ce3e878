import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';

/** What the last check of the custody chain found, in words; `total` counts the entries there are by now. */
export function custodyText(
  check: { readonly entries: number; readonly firstBad: number | null; readonly atUs: number } | null,
  zone: string,
  total: number,
): string {
  if (!check) return 'Not verified in this session';
  const at = `${formatMinute(zone, check.atUs).slice(11)} ${zone}`;
  if (check.firstBad === null && check.entries < total) {
    return `${formatCount(check.entries)} of ${formatUnits(total, 'entry', 'entries')} verified at ${at}: the chain held; later entries are not verified yet`;
  }
  return check.firstBad === null
    ? `${formatUnits(check.entries, 'entry', 'entries')} verified at ${at}: the chain holds`
    : `Checked at ${at}: entry ${check.firstBad.toLocaleString('en-US')} does not hold; entries before it do`;
}
