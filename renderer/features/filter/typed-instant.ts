import { formatTime, fromWall, isZone, type Zone, zoneOf } from '../../../shared/time/zone.ts';

/** What a typed time means: the stretch it names, [fromUs, toUs), or for a time of day that instant twice. */
export interface TypedInstant {
  readonly fromUs: number;
  readonly toUs: number;
  /** What had to be chosen to read it. */
  readonly notes: readonly string[];
}

/** Says why a text is no time, in a sentence for people. */
export class NotATime extends Error {}

const MINUTE_US = 60_000_000;
const QUARTER_US = 15 * MINUTE_US;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const TIME = /^(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?$/;
const ZONED = /^(.*\d)\s*(z|utc|[+-]\d{2}(?::?\d{2})?)$/i;

/**
 * Reads `2026`, `2026-03`, `2026-03-01`, `2026-03-01 14`, `2026-03-01 14:30`, with seconds, with T, and with Z or an
 * offset in place of the zone given. A time alone is of the day given.
 * @param day `2026-03-01`, for a time alone
 * @throws NotATime
 */
export function readInstant(typed: string, zone: Zone, day: string | null = null): TypedInstant {
  const text = typed.trim();
  const [, ownText, ownZone] = /[:T]/i.test(text) ? (ZONED.exec(text) ?? []) : [];
  const at = ownZone ? zoneNamed(ownZone) : zone;
  const [date, time, ...rest] = (ownText ?? text).trim().split(/(?<=\d)t(?=\d)|\s+/i);
  if (rest.length > 0) throw new NotATime(`"${text}" is no time.`);
  if (time === undefined && day !== null && /^\d{1,2}:/.test(date)) return ofTime(day, date, at);
  return time === undefined ? ofDate(date, at) : ofTime(date, time, at);
}

/** The day a typed time names, for a time alone that follows; null where it names none. */
export function dayOf(typed: string): string | null {
  return /^\s*(\d{4}-\d{1,2}-\d{1,2})\b/.exec(typed)?.[1] ?? null;
}

function ofDate(text: string, zone: Zone): TypedInstant {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) throw new NotATime(`"${text}" is no time.`);
  const from = checkedDate(text);
  const next =
    month === undefined
      ? Date.UTC(Number(year) + 1, 0)
      : day === undefined
        ? Date.UTC(Number(year), Number(month))
        : Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
  return { fromUs: startOf(from * 1000, zone), toUs: startOf(next * 1000, zone), notes: [] };
}

function ofTime(date: string, time: string, zone: Zone): TypedInstant {
  const [, hour, minute, second] = TIME.exec(time) ?? [];
  if (hour === undefined || !/^\d{4}-\d{1,2}-\d{1,2}$/.test(date)) {
    throw new NotATime(`"${date} ${time}" is no time.`);
  }
  const [h, m, s] = [hour, minute ?? 0, second ?? 0].map(Number);
  // The end of a day may be written as its 24th hour.
  if (h > 24 || m > 59 || s > 59 || (h === 24 && m + s > 0))
    throw new NotATime(`${time} is no time of a day.`);
  const wallUs = checkedDate(date) * 1000 + ((h * 60 + m) * 60 + s) * 1_000_000;
  const reading = fromWall(zone, wallUs);
  if (reading.kind === 'gap')
    throw new NotATime(`The clocks in ${zone.name} skip ${date} ${time}. Type a time before or after.`);
  const notes =
    reading.kind === 'ambiguous'
      ? [`${date} ${time} came twice in ${zone.name} as the clocks were set back; the earlier one is taken.`]
      : [];
  const toUs = minute === undefined && h < 24 ? reading.us + 60 * MINUTE_US : reading.us;
  return { fromUs: reading.us, toUs, notes };
}

/** Milliseconds of the wall time at which a date begins. */
function checkedDate(text: string): number {
  const [, year, month = '1', day = '1'] = DATE.exec(text) ?? [];
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const made = new Date(ms);
  if (made.getUTCMonth() !== Number(month) - 1 || made.getUTCDate() !== Number(day))
    throw new NotATime(`${text} is in no calendar.`);
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR)
    throw new NotATime(`Years go from ${FIRST_YEAR} to ${LAST_YEAR} here.`);
  return ms;
}

/** The first instant of a day, also where the clocks skip its midnight. */
function startOf(wallUs: number, zone: Zone): number {
  for (let us = wallUs; ; us += QUARTER_US) {
    const reading = fromWall(zone, us);
    if (reading.kind !== 'gap') return reading.us;
  }
}

function zoneNamed(text: string): Zone {
  const name = /^(?:z|utc)$/i.test(text) ? 'UTC' : text;
  if (!isZone(name)) throw new NotATime(`"${text}" is no offset from UTC.`);
  return zoneOf(name);
}

/** `2026-03-01 14:00` in the zone. */
export const minuteOf = (zone: Zone, us: number) =>
  formatTime(zone, us, us % MINUTE_US === 0 ? 'minute' : 'second');
