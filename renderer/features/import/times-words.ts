import type { TimesSeen } from '../../../shared/contract/imports.ts';
import { formatCount, formatDuration, formatMinute, formatShare } from '../../ui/format.ts';

export interface TimesLine {
  readonly text: string;
  /** Worth a second look before these times are relied on. */
  readonly doubtful: boolean;
}

/** More than that of the rows makes what is odd about their times doubtful. */
const DOUBTFUL01 = 0.01;
const MIDNIGHT01 = 0.9;

/**
 * What was seen of the times, in sentences with numbers.
 * @param zone in which instants are written.
 * @param sampled for the rows sampled before an import; false for a source, whose gap is known to the quarter hour.
 */
export function timesLines(times: TimesSeen, zone: string, sampled: boolean): readonly TimesLine[] {
  const { rows, withoutTime, firstUs, lastUs, gap, future, before2015, atMidnight } = times;
  const withTime = rows - withoutTime;
  const share = (part: number, all: number) =>
    `${formatCount(part)} of ${formatCount(all)} (${formatShare(part, all)})`;
  const odd = (part: number) => part > withTime * DOUBTFUL01;
  const lines: TimesLine[] = [];
  const say = (text: string, doubtful = false) => lines.push({ text, doubtful });
  if (firstUs === null || lastUs === null) {
    say(`None of ${formatCount(rows)} rows has a valid time.`, rows > 0);
  } else {
    say(`From ${formatMinute(zone, firstUs)} to ${formatMinute(zone, lastUs)} (${zone}).`);
    if (gap) {
      const seconds = (gap.toUs - gap.fromUs) / 1_000_000;
      say(
        `Longest stretch without a row: ${sampled ? '' : 'at least '}${lengthOf(seconds)}, from ${formatMinute(zone, gap.fromUs)} to ${formatMinute(zone, gap.toUs)}.`,
      );
    }
    if (withoutTime > 0)
      say(`${share(withoutTime, rows)} without a valid time.`, withoutTime > rows * DOUBTFUL01);
    if (future > 0)
      say(`${share(future, withTime)} in the future: is the zone, or the form of time, right?`, odd(future));
    if (before2015 > 0)
      say(`${share(before2015, withTime)} before 2015: is the form of time right?`, odd(before2015));
    if (atMidnight > withTime * DOUBTFUL01) {
      const most = atMidnight >= withTime * MIDNIGHT01;
      say(
        `${share(atMidnight, withTime)} at midnight exactly${most ? ': the times seem to be days, not moments' : ''}.`,
        most,
      );
    }
  }
  say(zoneText(times, sampled));
  return lines;
}

function zoneText({ zone, zoneFrom }: TimesSeen, sampled: boolean): string {
  if (zone === null) return 'Zone: told by each time itself.';
  const from =
    zoneFrom === 'column name'
      ? "told by the column's name"
      : sampled
        ? 'as it stands above'
        : 'chosen by a person';
  return `Zone of times that carry none: ${zone}, ${from}.`;
}

function lengthOf(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  if (days < 2) return formatDuration(seconds);
  const hours = Math.round((seconds - days * 86_400) / 3600);
  return hours === 0 ? `${formatCount(days)} days` : `${formatCount(days)} days ${hours} h`;
}
