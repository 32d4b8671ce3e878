import type { TimeFormat } from '../../../shared/contract/imports.ts';
import { fromWall, wallText, type Zone, zoneOf } from '../../../shared/time/zone.ts';
import { parseNumber, spelledCanonically } from './parse-number.ts';
import {
  excelText,
  isoText,
  namedMonthText,
  numericText,
  type TimeTextReader,
  ticksText,
} from './time-text.ts';

/** Instants outside 1990 to 2100 are taken for something that is no time. */
const MIN_US = 631_152_000_000_000;
const MAX_US = 4_102_444_800_000_000;

export interface TimeReading {
  /** Microseconds UTC; NaN when the text is no time under the format. */
  us: number;
  /** Why there is no time, in words; null when there is one. */
  problem: string | null;
  /**
   * How the time was spelt: format, separator, digits of the fraction, zone text. Two times of one style give
   * back their own texts from the instant. null when the text cannot be given back (more than six digits).
   */
  style: string | null;
}

type TimeReader = (bytes: Uint8Array, from: number, to: number, reading: TimeReading) => void;

/**
 * Makes a reader for one column. Times without a zone are read in `zone`; a time that the zone's clock
 * jumped over is no time, of a time that it showed twice the earlier instant is taken.
 */
export function timeReader(format: TimeFormat, zone: Zone | null): TimeReader {
  if (format === 'iso') return isoReader(zone);
  const text = TEXT_READERS[format as keyof typeof TEXT_READERS];
  return text ? textReader(text, zone) : unixReader(format as keyof typeof UNITS);
}

/** Forms that are read from text, slower than the others; their text is kept beside the time. */
const TEXT_READERS = {
  named_month: namedMonthText,
  day_month_year: numericText(true),
  month_day_year: numericText(false),
  dotnet_ticks: ticksText,
  excel_serial: excelText,
} satisfies Partial<Record<TimeFormat, TimeTextReader>>;

const MAX_TEXT_BYTES = 100;
const OUT_OF_RANGE = 'lies before 1990 or after 2100';
const decoder = new TextDecoder();

function textReader(read: TimeTextReader, zone: Zone | null): TimeReader {
  return (bytes, from, to, reading) => {
    const text = to - from > MAX_TEXT_BYTES ? '' : decoder.decode(bytes.subarray(from, to)).trim();
    const time = read(text);
    if (typeof time === 'string') return finish(reading, Number.NaN, null, time);
    if (typeof time.zone === 'number') {
      return finish(reading, time.wallUs - time.zone, null, OUT_OF_RANGE);
    }
    finishWall(reading, time.wallUs, time.zone === null ? zone : zoneOf(time.zone), null);
  };
}

/** Ends the reading of a wall time. Of one that the clock showed twice the earlier instant is taken. */
function finishWall(reading: TimeReading, wallUs: number, zone: Zone | null, style: string | null): void {
  if (!zone) return finish(reading, Number.NaN, null, 'carries no zone, and none was chosen');
  const wall = fromWall(zone, wallUs);
  if (wall.kind === 'gap') {
    const problem = `does not exist in ${zone.name}: clocks were set forward over it`;
    return finish(reading, Number.NaN, null, problem);
  }
  finish(reading, wall.us, style, OUT_OF_RANGE);
}

/** Microseconds per unit. */
const UNITS = { unix_s: 1_000_000, unix_ms: 1000, unix_us: 1, unix_ns: 0.001 } as const;

function unixReader(format: keyof typeof UNITS) {
  const unit = UNITS[format];
  return (bytes: Uint8Array, from: number, to: number, reading: TimeReading): void => {
    let end = to;
    let nanos = false;
    // 19 digits exceed a double: the last three of a nanosecond stamp are cut, and its text kept.
    if (format === 'unix_ns' && to - from > 16) {
      end = to - 3;
      nanos = true;
    }
    const value = parseNumber(bytes, from, end);
    // A point among the digits that were cut would leave a part of a microsecond.
    const us = !nanos ? Math.round(value * unit) : Number.isInteger(value) ? value : Number.NaN;
    const whole = spelledCanonically && Number.isInteger(value) && !nanos;
    finish(reading, us, whole ? format : null, 'is no time in the chosen form');
  };
}

const [DASH, COLON, DOT, COMMA, SPACE, T, LOWER_T, Z, LOWER_Z, PLUS] = [
  45, 58, 46, 44, 32, 84, 116, 90, 122, 43,
];

/** The whole number of `count` digits at `at`; NaN when something else stands there, or the text ends. */
function digitsAt(bytes: Uint8Array, at: number, count: number, to: number): number {
  if (at + count > to) return Number.NaN;
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = bytes[i] - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads `YYYY-MM-DD[ T]HH:MM[:SS[.fraction]][zone]`, the date alone too, and on a slower way what `isoText` does. */
function isoReader(zone: Zone | null): TimeReader {
  const days = new DayCache();
  const styles = new StyleCache();
  const readOther = textReader(isoText, zone);

  return (bytes: Uint8Array, from: number, to: number, reading: TimeReading): void => {
    const dayUs = to - from > 40 ? Number.NaN : days.read(bytes, from, to);
    let us = dayUs;
    let at = from + 10;
    let separator = 0;
    /** Digits of the fraction; -1 where the time has no seconds. */
    let digits = 0;
    let comma = false;
    if (at < to) {
      separator = bytes[at];
      if (separator !== T && separator !== SPACE && separator !== LOWER_T) us = Number.NaN;
      const hour = digitsAt(bytes, at + 1, 2, to);
      const minute = digitsAt(bytes, at + 4, 2, to);
      if (bytes[at + 3] !== COLON || !(hour < 24) || !(minute < 60)) us = Number.NaN;
      us += (hour * 60 + minute) * 60_000_000;
      at += 6;
      if (at < to && bytes[at] === COLON) {
        const second = digitsAt(bytes, at + 1, 2, to);
        us += second < 60 ? second * 1_000_000 : Number.NaN;
        at += 3;
        if (at < to && (bytes[at] === DOT || bytes[at] === COMMA)) {
          comma = bytes[at++] === COMMA;
          let weight = 100_000;
          for (; at < to && bytes[at] >= 48 && bytes[at] <= 57; at++, digits++) {
            us += (bytes[at] - 48) * weight;
            weight = weight >= 10 ? weight / 10 : 0;
          }
          if (digits === 0) us = Number.NaN;
        }
      } else digits = -1;
    }
    if (Number.isNaN(us)) return readOther(bytes, from, to, reading);
    const zoneAt = at;
    if (at < to) {
      us -= offsetUs(bytes, bytes[at] === SPACE ? at + 1 : at, to);
      if (Number.isNaN(us)) return readOther(bytes, from, to, reading);
      const style = digits > 6 || comma ? null : styles.of(separator, digits, bytes, zoneAt, to);
      return finish(reading, us, style, OUT_OF_RANGE);
    }
    const style = digits > 6 || comma ? null : styles.of(separator, digits, bytes, zoneAt, to);
    finishWall(reading, us, zone, style);
  };
}

/** Logs are mostly in order of time, so the day is mostly that of the row before. */
class DayCache {
  private date = -1;
  private us = Number.NaN;

  /** Start of the UTC day spelt `YYYY-MM-DD` at `from`, in microseconds; NaN for no day of the calendar. */
  read(bytes: Uint8Array, from: number, to: number): number {
    if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return Number.NaN;
    const year = digitsAt(bytes, from, 4, to);
    const month = digitsAt(bytes, from + 5, 2, to);
    const day = digitsAt(bytes, from + 8, 2, to);
    const date = year * 10_000 + month * 100 + day;
    if (date === this.date) return this.us;
    const ms = Date.UTC(year, month - 1, day);
    const check = new Date(ms);
    if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return Number.NaN;
    this.date = date;
    this.us = ms * 1000;
    return this.us;
  }
}

/** A column's times are mostly spelt alike, so the style is mostly that of the row before. */
class StyleCache {
  private separator = -1;
  private digits = -2;
  private zone = new Uint8Array(0);
  private style = '';

  of(separator: number, digits: number, bytes: Uint8Array, zoneAt: number, to: number): string {
    if (separator !== this.separator || digits !== this.digits || !this.isZone(bytes, zoneAt, to)) {
      this.separator = separator;
      this.digits = digits;
      this.zone = bytes.slice(zoneAt, to);
      const mark = separator === 0 ? 'date' : String.fromCharCode(separator);
      this.style = `iso ${mark} ${digits} ${String.fromCharCode(...this.zone)}`;
    }
    return this.style;
  }

  private isZone(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from !== this.zone.length) return false;
    for (let i = from; i < to; i++) if (bytes[i] !== this.zone[i - from]) return false;
    return true;
  }
}

/** Offset spelt at bytes[at .. to]: Z, ±HH:MM, ±HHMM, ±HH or 'UTC'; NaN when it is none of them. */
function offsetUs(bytes: Uint8Array, at: number, to: number): number {
  const length = to - at;
  if (length === 1 && (bytes[at] === Z || bytes[at] === LOWER_Z)) return 0;
  if (length === 3 && String.fromCharCode(bytes[at], bytes[at + 1], bytes[at + 2]) === 'UTC') return 0;
  if (bytes[at] !== PLUS && bytes[at] !== DASH) return Number.NaN;
  const sign = bytes[at] === DASH ? -1 : 1;
  const hours = digitsAt(bytes, at + 1, 2, to);
  let minutes = 0;
  if (length === 6 && bytes[at + 3] === COLON) minutes = digitsAt(bytes, at + 4, 2, to);
  else if (length === 5) minutes = digitsAt(bytes, at + 3, 2, to);
  else if (length !== 3) return Number.NaN;
  if (!(hours <= 14) || !(minutes < 60)) return Number.NaN;
  return sign * (hours * 60 + minutes) * 60_000_000;
}

function finish(reading: TimeReading, us: number, style: string | null, problem: string): void {
  if (us >= MIN_US && us <= MAX_US) {
    reading.us = us;
    reading.problem = null;
    reading.style = style;
  } else {
    reading.us = Number.NaN;
    reading.problem = problem;
    reading.style = null;
  }
}

/** The text that a time of a known style was read from; undefined for styles that keep their text. */
export function spellTime(us: number, style: string, zone: Zone | null): string | undefined {
  return timeSpeller(style, zone)(us);
}

/** As `spellTime`, for many times of one style. */
export function timeSpeller(style: string, zone: Zone | null): (us: number) => string | undefined {
  if (style === 'unix_s') return (us) => String(us / 1_000_000);
  if (style === 'unix_ms') return (us) => String(us / 1000);
  if (style === 'unix_us') return (us) => String(us);
  const parts = /^iso (date|.) (-?\d+) (.*)$/s.exec(style);
  if (!parts) return () => undefined;
  const [, separator, digitsText, suffix] = parts;
  const digits = Number(digitsText);
  const bytes = new TextEncoder().encode(suffix);
  const fixed = suffix === '' ? null : offsetUs(bytes, suffix.startsWith(' ') ? 1 : 0, bytes.length);
  return (us) => {
    const wall = us + (fixed ?? zone?.offsetUs(us) ?? 0);
    const { date, time, fraction } = wallText(wall);
    if (separator === 'date') return `${date}${suffix}`;
    if (digits < 0) return `${date}${separator}${time.slice(0, 5)}${suffix}`;
    if (digits === 0) return `${date}${separator}${time}${suffix}`;
    return `${date}${separator}${time}.${fraction.slice(0, digits)}${suffix}`;
  };
}

export function newReading(): TimeReading {
  return { us: Number.NaN, problem: null, style: null };
}
