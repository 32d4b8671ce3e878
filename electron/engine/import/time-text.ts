import { isZone } from '../../../shared/time/zone.ts';

/** A time as its text says it: what a clock showed, and which clock. */
export interface SpeltTime {
  /** Microseconds since 1970 of the date and hour as written, as if they were UTC. */
  readonly wallUs: number;
  /** Offset from UTC in microseconds, an IANA name, or null when the text names no zone. */
  readonly zone: number | string | null;
}

/** Reads a time from a text; gives back in words why it cannot, as in 'This …'. */
export type TimeTextReader = (text: string) => SpeltTime | string;

const NO_TIME = 'is no date and time';
const CLOCK = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,12}))?)?(?:\s*([ap])\.?m\.?)?`;
const ZONE = String.raw`(?:\s*(?:\[([^\]]+)\]|(z|[+-]\d{2}(?::?\d{2})?(?=$|\[))(?:\[[^\]]*\])?|\s([a-z][a-z0-9_+\-/:]*|[+-]\d{1,2}(?::?\d{2})?)))?`;
const pattern = (source: string) => new RegExp(`^${source}$`, 'i');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');

const ISO_DATE = String.raw`(?:(\d{4})([-/]?)(\d{2})\2(\d{2})|(\d{4})-?w(\d{2})(?:-?([1-7]))?|(\d{4})-(\d{3}))`;
const ISO_CLOCK = String.raw`(?:[t\s]\s*|(?<=^\d{8})(?=\d{6}$))(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,12}))?)?`;
const ISO = pattern(`${ISO_DATE}(?:${ISO_CLOCK}${ZONE})?`);

/**
 * ISO 8601 beyond its plain form: the basic form without marks (20261120T100000Z, 20261120100000), slashes,
 * week and ordinal dates, more spaces, zones as UTC, GMT, [Europe/Berlin], the leap second.
 */
export const isoText: TimeTextReader = (text) => {
  const found = ISO.exec(text);
  if (!found) return NO_TIME;
  const [, year, , month, day, weekYear, week, weekDay, ordinalYear, ordinal] = found;
  let dayMs: number;
  if (year !== undefined) dayMs = dateMs(Number(year), Number(month), Number(day));
  else if (weekYear !== undefined) dayMs = weekMs(Number(weekYear), Number(week), Number(weekDay ?? 1));
  else dayMs = ordinalMs(Number(ordinalYear), Number(ordinal));
  const [hour, minute, second, fraction, ...zone] = found.slice(10);
  return spelt(dayMs, clockUs(hour, minute, second, fraction, undefined), zone);
};

const DAY_MONTH = pattern(String.raw`(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,?[\st]\s*${CLOCK}${ZONE})?`);

/** Dates of numbers with the day or the month first: 20.11.2026 10:00, 11/20/2026, 6:31:31.446 AM. */
export function numericText(dayFirst: boolean): TimeTextReader {
  return (text) => {
    const found = DAY_MONTH.exec(text);
    if (!found) return NO_TIME;
    const [, first, , second, yearText, hour, minute, seconds, fraction, half, ...zone] = found;
    const [day, month] = dayFirst ? [first, second] : [second, first];
    const dayMs = dateMs(fullYear(yearText), Number(month), Number(day));
    return spelt(dayMs, clockUs(hour, minute, seconds, fraction, half), zone);
  };
}

const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`;
const MONTH = String.raw`([a-z]{3,9})\.?`;
const LOG_FORMAT = pattern(
  String.raw`\[?(\d{1,2})\/([a-z]{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,12}))?(?:\s+([+-]\d{4}))?\]?`,
);
const DAY_FIRST = pattern(
  String.raw`${WEEKDAY}(\d{1,2})[\s-]${MONTH}[\s-](\d{4}|\d{2})(?:,?\s+${CLOCK}${ZONE})?`,
);
const MONTH_FIRST = pattern(
  String.raw`${WEEKDAY}${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?(?:\s+at)?\s+${CLOCK}${ZONE})?`,
);
const YEAR_LAST = pattern(
  String.raw`${WEEKDAY}${MONTH}\s+(\d{1,2})\s+${CLOCK}(?:\s+([a-z]{1,5}|[+-]\d{4}))?\s+(\d{4})`,
);
const NO_YEAR = pattern(String.raw`(?:<\d{1,3}>)?${MONTH}\s+(\d{1,2})\s+${CLOCK}`);
export const WITHOUT_YEAR = 'names no year (as in syslog), so no time can be told from it';

/**
 * Dates with the month's name: RFC 2822 (Fri, 20 Nov 2026 10:00:00 +0000), the Common Log Format
 * (20/Nov/2026:10:00:00 +0000), Nov 20, 2026 10:00 AM, Fri Nov 20 10:00:00 2026.
 */
export const namedMonthText: TimeTextReader = (given) => {
  // A comment behind the zone, as RFC 2822 and browsers write it.
  const text = given.replace(/\s*\([^()]*\)$/, '');
  const log = LOG_FORMAT.exec(text);
  if (log) {
    const [, day, month, year, hour, minute, second, fraction, zone] = log;
    return spelt(
      dateMs(Number(year), monthOf(month), Number(day)),
      clockUs(hour, minute, second, fraction, undefined),
      [zone],
    );
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day, month, year, hour, minute, second, fraction, half, ...zone] = dayFirst;
    return spelt(
      dateMs(fullYear(year), monthOf(month), Number(day)),
      clockUs(hour, minute, second, fraction, half),
      zone,
    );
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) {
    const [, month, day, year, hour, minute, second, fraction, half, ...zone] = monthFirst;
    return spelt(
      dateMs(Number(year), monthOf(month), Number(day)),
      clockUs(hour, minute, second, fraction, half),
      zone,
    );
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, month, day, hour, minute, second, fraction, half, zone, year] = yearLast;
    return spelt(
      dateMs(Number(year), monthOf(month), Number(day)),
      clockUs(hour, minute, second, fraction, half),
      [zone],
    );
  }
  const noYear = NO_YEAR.exec(text);
  return noYear && !Number.isNaN(monthOf(noYear[1])) ? WITHOUT_YEAR : NO_TIME;
};

const UNIX_DAY_OF_EXCEL = 25_569;

/**
 * A spreadsheet's day number in the system that starts in 1900, its nonexistent 29 February 1900 included.
 * Its fraction is a time of day with some ten microseconds of error, so it is rounded to the millisecond.
 */
export const excelText: TimeTextReader = (text) => {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return NO_TIME;
  const serial = Number(text.replace(',', '.'));
  if (serial < 20_000 || serial > 75_000) return NO_TIME;
  return { wallUs: Math.round((serial - UNIX_DAY_OF_EXCEL) * 86_400_000) * 1000, zone: null };
};

const UNIX_TICKS = 621_355_968_000_000_000n;

/** Units of 100 ns since the year 1, as .NET counts them; below a microsecond they are cut. */
export const ticksText: TimeTextReader = (text) => {
  if (!/^6\d{17}$/.test(text)) return NO_TIME;
  return { wallUs: Number((BigInt(text) - UNIX_TICKS) / 10n), zone: null };
};

function spelt(dayMs: number, timeUs: number, zones: readonly (string | undefined)[]): SpeltTime | string {
  const wallUs = dayMs * 1000 + timeUs;
  if (Number.isNaN(wallUs)) return NO_TIME;
  const [named, ...others] = zones;
  const text = others.find((zone) => zone !== undefined) ?? named;
  if (text === undefined) return { wallUs, zone: null };
  const zone = zoneOfText(text);
  if (zone !== undefined) return { wallUs, zone };
  return /^[a-z]{1,5}$/i.test(text)
    ? `ends in ${text}, an abbreviation that more than one zone has: no time can be told from it`
    : NO_TIME;
}

/** Offset in microseconds, or an IANA name; undefined for abbreviations, which are never guessed. */
export function zoneOfText(text: string): number | string | undefined {
  if (/^(?:z|utc?|gmt|etc\/utc|etc\/gmt)$/i.test(text)) return 0;
  const offset = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > 14 * 60 || Number(offset[3] ?? 0) > 59) return undefined;
    return (offset[1] === '-' ? -minutes : minutes) * 60_000_000;
  }
  return text.includes('/') && isZone(text) ? text : undefined;
}

/** Microseconds since midnight; NaN for no time of day, 0 for a date alone. The leap second is the next minute's first. */
function clockUs(
  hourText: string | undefined,
  minuteText: string | undefined,
  secondText: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
): number {
  if (hourText === undefined) return 0;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  const leap = second === 60 && hour === 23 && minute === 59;
  if (hour > 23 || minute > 59 || (second > 59 && !leap)) return Number.NaN;
  const us = fraction === undefined ? 0 : Number(fraction.padEnd(6, '0').slice(0, 6));
  return ((hour * 60 + minute) * 60 + second) * 1_000_000 + us;
}

const DAY_MS = 86_400_000;

function dateMs(year: number, month: number, day: number): number {
  const ms = Date.UTC(year, month - 1, day);
  const check = new Date(ms);
  return check.getUTCMonth() === month - 1 && check.getUTCDate() === day ? ms : Number.NaN;
}

function ordinalMs(year: number, day: number): number {
  const ms = Date.UTC(year, 0, day);
  return day >= 1 && new Date(ms).getUTCFullYear() === year ? ms : Number.NaN;
}

/** Weeks start on Monday; the first holds 4 January. */
function weekMs(year: number, week: number, weekDay: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const ms = monday + ((week - 1) * 7 + weekDay - 1) * DAY_MS;
  // The week belongs to the year that its Thursday lies in.
  const thursday = new Date(ms + (4 - weekDay) * DAY_MS).getUTCFullYear();
  return week >= 1 && thursday === year ? ms : Number.NaN;
}

function monthOf(name: string): number {
  const text = name.toLowerCase();
  const short = MONTHS.indexOf(text === 'sept' ? 'sep' : text);
  const index = short >= 0 ? short : MONTH_NAMES.indexOf(text);
  return index >= 0 ? index + 1 : Number.NaN;
}

/** Two digits mean a year from 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
}
