import type { Heat } from './heat.ts';
import { count } from './words.ts';

interface Props {
  readonly heat: Heat;
  readonly weekdays: readonly string[];
  /** Printed with the hours. */
  readonly zoneText: string;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const pad = (hour: number) => String(hour).padStart(2, '0');

/** The numbers behind the heat map: an hour of the day a line, a weekday a column. */
export function HeatTable({ heat, weekdays, zoneText }: Props) {
  return (
    <table className="table heat-table" aria-label={`Requests by weekday and hour, ${zoneText}`}>
      <thead>
        <tr>
          <th scope="col">Hour ({zoneText})</th>
          {weekdays.map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HOURS.map((hour) => (
          <tr key={hour}>
            <th scope="row">
              {pad(hour)}:00 – {pad((hour + 1) % 24)}:00
            </th>
            {weekdays.map((name, weekday) => (
              <td key={name} className="number">
                {count(heat.requests[weekday * 24 + hour])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
