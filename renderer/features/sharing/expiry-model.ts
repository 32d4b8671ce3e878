import { formatDay, formatMinute } from '../../ui/format.ts';

const DAY_US = 86_400e6;
const DEFAULT_DAYS = 90;

/** The end of a day, UTC, as `2027-03-31`; undefined for no day of the calendar or one that has passed. */
export function expiryOf(day: string, nowUs: number): number | undefined {
  const startUs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) * 1000 : Number.NaN;
  // The 30th of February would be taken for a day of March.
  if (Number.isNaN(startUs) || dayOf(startUs) !== day) return undefined;
  return startUs + DAY_US > nowUs ? startUs + DAY_US : undefined;
}

/** When a package expires, in words. It is a day in UTC for both sides, whatever the zones of their cases. */
export function expiryWords(expiresUs: number): string {
  if (expiresUs % DAY_US === 0) return `at the end of ${dayOf(expiresUs - DAY_US)}, UTC`;
  return `${formatMinute('UTC', expiresUs)}, UTC`;
}

/** Three months from now. */
export function proposedDay(nowUs: number): string {
  return dayOf(nowUs + DEFAULT_DAYS * DAY_US);
}

const dayOf = (us: number): string => formatDay('UTC', us);
