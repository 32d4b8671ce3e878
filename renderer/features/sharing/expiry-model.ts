const DAY_US = 86_400e6;
const DEFAULT_DAYS = 90;

/** The end of a day, UTC, as `2027-03-31`; undefined for no day or one that has passed. */
export function expiryOf(day: string, nowUs: number): number | undefined {
  const match = /^\d{4}-\d{2}-\d{2}$/.exec(day);
  const startUs = match ? Date.parse(`${day}T00:00:00Z`) * 1000 : Number.NaN;
  return startUs + DAY_US > nowUs ? startUs + DAY_US : undefined;
}

/** Three months from now. */
export function proposedDay(nowUs: number): string {
  return new Date((nowUs + DEFAULT_DAYS * DAY_US) / 1000).toISOString().slice(0, 10);
}
