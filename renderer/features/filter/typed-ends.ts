import type { Zone } from '../../../shared/time/zone.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { minuteOf } from './typed-instant.ts';

/** The two ends of a time as they stand in fields. */
export interface Ends {
  readonly fromDate: string;
  readonly fromTime: string;
  readonly toDate: string;
  readonly toTime: string;
}

export const NO_ENDS: Ends = { fromDate: '', fromTime: '', toDate: '', toTime: '' };

export function endsOf({ fromUs, toUs }: TimeRange, zone: Zone): Ends {
  const [fromDate, fromTime] = minuteOf(zone, fromUs).split(' ');
  const [toDate, toTime] = minuteOf(zone, toUs).split(' ');
  return { fromDate, fromTime, toDate, toTime };
}

/** Both ends as one text that reads as the range between them; with one alone, up to the end or start of the data. */
export function joinedEnds({ fromDate, fromTime, toDate, toTime }: Ends): string {
  const from = `${fromDate.trim()} ${fromTime.trim()}`.trim();
  const to = `${toDate.trim()} ${toTime.trim()}`.trim();
  if (to === '') return from === '' ? '' : `since ${from}`;
  return from === '' ? `until ${to}` : `${from} .. ${to}`;
}
