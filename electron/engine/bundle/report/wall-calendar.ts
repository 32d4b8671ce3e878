import { fromWall, toWall, type Zone } from '../../../../shared/time/zone.ts';

export const MINUTE_US = 60_000_000;
export const HOUR_US = 60 * MINUTE_US;
export const DAY_US = 24 * HOUR_US;

/** The instant at which the zone's clock shows `wallUs`, or, where the clock jumps over it, first shows later. */
export function instantAt(zone: Zone, wallUs: number): number {
  // The longest jump on record is a whole day; offsets move in quarter hours.
  for (let step = 0; step <= 100; step += 1) {
    const reading = fromWall(zone, wallUs + step * 15 * MINUTE_US);
    if (reading.kind !== 'gap') return reading.us;
  }
  throw new RangeError(`No instant near wall time ${wallUs} in ${zone.name}`);
}

/** Calendar days of the zone from the day of `firstUs` to that of `lastUs`, both counted. */
export function calendarDays(zone: Zone, firstUs: number, lastUs: number): number {
  return Math.floor(toWall(zone, lastUs) / DAY_US) - Math.floor(toWall(zone, firstUs) / DAY_US) + 1;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A boundary of the calendar on a time axis: `main` beside the tick, `context` below it where it changes. */
export interface CalendarTick {
  readonly us: number;
  readonly main: string;
  readonly context: string;
}

type Unit = 'minute' | 'month' | 'year';

/** Distances between ticks; a day is 1,440 minutes of wall time. `size` is the mean length. */
const STEPS: readonly { readonly unit: Unit; readonly count: number; readonly sizeUs: number }[] = [
  ...[1, 5, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7 * 1440, 14 * 1440].map((count) => ({
    unit: 'minute' as const,
    count,
    sizeUs: count * MINUTE_US,
  })),
  ...[1, 2, 3, 6].map((count) => ({ unit: 'month' as const, count, sizeUs: count * 30.4 * DAY_US })),
  ...[1, 2, 5, 10, 20, 50].map((count) => ({ unit: 'year' as const, count, sizeUs: count * 365.2 * DAY_US })),
];

/** Ticks in [fromUs, toUs] on boundaries of the zone's calendar, ascending, at most about `limit`. */
export function calendarTicks(
  zone: Zone,
  fromUs: number,
  toUs: number,
  limit: number,
): readonly CalendarTick[] {
  const step = STEPS.find(({ sizeUs }) => (toUs - fromUs) / sizeUs <= limit) ?? STEPS[STEPS.length - 1];
  const ticks: CalendarTick[] = [];
  let context = '';
  for (const wall of wallBoundaries(step.unit, step.count, toWall(zone, fromUs), toWall(zone, toUs))) {
    const reading = fromWall(zone, wall);
    if (reading.kind === 'gap' || reading.us < fromUs || reading.us > toUs) continue;
    const label = tickLabel(step.unit, step.count, new Date(wall / 1000));
    ticks.push({ us: reading.us, main: label.main, context: label.context === context ? '' : label.context });
    context = label.context;
  }
  return ticks;
}

function* wallBoundaries(unit: Unit, count: number, fromUs: number, toUs: number): Generator<number> {
  if (unit === 'minute') {
    const width = count * MINUTE_US;
    // Weeks start on Monday; 1970-01-05 was one.
    const origin = count % (7 * 1440) === 0 ? 4 * DAY_US : 0;
    for (let wall = Math.floor((fromUs - origin) / width) * width + origin; wall <= toUs; wall += width)
      yield wall;
    return;
  }
  const start = new Date(fromUs / 1000);
  const months = unit === 'year' ? count * 12 : count;
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (let month = first; ; month += months) {
    const wall = Date.UTC(Math.floor(month / 12), month % 12, 1) * 1000;
    if (wall > toUs) return;
    yield wall;
  }
}

function tickLabel(unit: Unit, count: number, wall: Date): { main: string; context: string } {
  const year = String(wall.getUTCFullYear());
  const month = MONTHS[wall.getUTCMonth()];
  if (unit === 'year') return { main: year, context: '' };
  if (unit === 'month') return { main: month, context: year };
  const day = `${wall.getUTCDate()} ${month}`;
  if (count >= 1440) return { main: day, context: year };
  return { main: wall.toISOString().slice(11, 16), context: `${day} ${year}` };
}
