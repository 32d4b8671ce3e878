const HOUR_US = 3_600_000_000;
const DAY_US = 24 * HOUR_US;

/** Hour of the week of a wall time (microseconds): weekday * 24 + hour, Monday 0. 1970-01-01 was a Thursday. */
export function hourOfWeek(wallUs: number): number {
  const day = Math.floor(wallUs / DAY_US);
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday * 24 + Math.floor((wallUs - day * DAY_US) / HOUR_US);
}
