import { useMemo } from 'react';
import type { Activity } from '../../../shared/contract/timeline.ts';
import type { Zone } from '../../../shared/time/zone.ts';
import type { Range } from '../../store/view-history.ts';
import { formatDay, formatUnits } from '../../ui/format.ts';
import { hoursLike, WEEKDAYS, type WeekHour } from './week-hour.ts';

interface Props {
  readonly activity: Activity;
  readonly range: Range;
  readonly zone: Zone;
  readonly weekHour: WeekHour;
  readonly onChoose: (range: Range) => void;
}

/** The days behind one cell of the heat map; choosing one makes that hour the time filter. */
export function WeekHourDays({ activity, range, zone, weekHour, onChoose }: Props) {
  const hours = useMemo(() => hoursLike(activity, zone, range, weekHour), [activity, zone, range, weekHour]);
  const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
  const title = `${WEEKDAYS[weekHour.weekday]} ${clock(weekHour.hour)} – ${clock(weekHour.hour + 1)}`;
  return (
    <div className="week-hour" role="status">
      {title}, {zone.name}:{' '}
      {hours.length === 0 ? 'no requests' : `requests on ${formatUnits(hours.length, 'day')}`}
      <ul>
        {hours.map((hour) => (
          <li key={hour.range.fromUs}>
            <button type="button" className="link" onClick={() => onChoose(hour.range)}>
              {formatDay(zone.name, hour.range.fromUs)}
            </button>{' '}
            <span className="soft">{formatUnits(hour.requests, 'request')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
