import type { Side, SideOf } from '../../../shared/contract/lanes.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatTime, fromWall, type Zone } from '../../../shared/time/zone.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { formatShare, formatUnits } from '../../ui/format.ts';
import { count } from '../timeline/words.ts';

export function sideName({ of }: SideOf): string {
  if ('filter' in of) return 'the accounts of the filter';
  return 'account' in of ? of.account : `operator ${of.operator}`;
}

/** `operator O-3, 2026-05-04 – 2026-05-11`, safe to show. */
export function sideTitle(side: SideOf, zone: Zone): string {
  const name = shownText(sideName(side), { max: 60 });
  if (!side.range) return `${name}, all time`;
  const time = (us: number) => formatTime(zone, us, 'minute');
  return `${name}, ${time(side.range.fromUs)} – ${time(side.range.toUs)}`;
}

/** What the counts of a side are out of. */
export function sideDenominator(side: Side, range: TimeRange | null): string {
  const { accounts, ofAccounts, requests, ofRequests } = side;
  const whose =
    accounts < ofAccounts
      ? ` of ${formatUnits(ofAccounts, 'account')}, ${count(accounts)} of which ${accounts === 1 ? 'meets' : 'meet'} the filter`
      : accounts === 1
        ? ''
        : ` of ${formatUnits(accounts, 'account')}`;
  if (!range && requests === ofRequests) return `all ${formatUnits(ofRequests, 'request')}${whose}`;
  const bins = range ? ', by quarter hours' : '';
  return `${count(requests)} of ${formatUnits(ofRequests, 'request')}${whose} (${formatShare(requests, ofRequests)})${bins}`;
}

const WALL = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?$/;

/** A wall time of the zone as typed, `2026-05-04` or `2026-05-04 13:30`; null where it is none. */
export function typedTime(text: string, zone: Zone): number | null {
  const match = WALL.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return null;
  const reading = fromWall(zone, Date.UTC(year, month - 1, day, hour, minute) * 1000);
  return reading.kind === 'gap' ? null : reading.us;
}
