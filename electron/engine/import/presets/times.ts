/** 0001-01-01 in .NET ticks of 100 ns before 1970. */
const TICKS_AT_1970 = 621_355_968_000_000_000n;

/**
 * The instant of a time spelt as a number, in nanoseconds since 1970; which unit it is in shows in its size.
 * @returns undefined for other texts and for numbers that are no time between 2001 and 2100.
 */
export function numericNs(text: string): bigint | undefined {
  const match = /^(\d{9,19})(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const whole = BigInt(match[1]);
  if (whole >= 620_000_000_000_000_000n && whole <= 670_000_000_000_000_000n)
    return (whole - TICKS_AT_1970) * 100n;
  for (const digits of [9, 6, 3, 0]) {
    const unit = 10n ** BigInt(digits);
    const seconds = (whole * unit) / 1_000_000_000n;
    if (seconds < 978_307_200n || seconds > 4_102_444_800n) continue;
    const fraction = BigInt((match[2] ?? '').slice(0, digits).padEnd(digits, '0') || '0');
    return whole * unit + fraction;
  }
  return undefined;
}

const MAX_MS = 8.64e15;

/** An instant in ISO form, UTC, with six digits: what lies behind the microsecond is cut. */
export function isoOfNs(ns: bigint): string {
  const us = ns / 1000n;
  const ms = us / 1000n;
  if (ms > BigInt(MAX_MS)) return '';
  const text = new Date(Number(ms)).toISOString();
  return `${text.slice(0, -1)}${String(us % 1000n).padStart(3, '0')}Z`;
}

/** Reads of a text how a time is spelt: numbers and dates of the portal kind become ISO form, the rest stays. */
export function isoTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const ns = numericNs(text);
  if (ns !== undefined) return isoOfNs(ns);
  return portalTime(text) ?? text;
}

const PORTAL = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d)(\.\d+)?)?(?: ?([AP])M)?$/i;

/**
 * A date as portals write it, in UTC: month first with AM or PM; otherwise only where one of the numbers can be
 * no month. Undefined for others: which is the day is never guessed.
 */
function portalTime(text: string): string | undefined {
  // Some locales put a narrow no-break space before AM.
  const match = PORTAL.exec(text.replace(/[\u00a0\u202f]/g, ' '));
  if (!match) return undefined;
  const [, first, second, year, hourText, minute, seconds = '00', fraction = '', half] = match;
  const monthFirst = half !== undefined || Number(second) > 12;
  if (!monthFirst && Number(first) <= 12 && first !== second) return undefined;
  const [month, day] = monthFirst ? [first, second] : [second, first];
  let hour = Number(hourText);
  if (half !== undefined) hour = (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const two = (part: string | number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${seconds}${fraction}Z`;
}

/** The instant of a time in ISO form, UTC where it names no zone, in milliseconds; NaN for no time. */
export function isoMs(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  const iso =
    isoTime(text)
      ?.replace(/ ?UTC$/, 'Z')
      .replace(' ', 'T') ?? '';
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(iso) || !iso.includes('T') ? iso : `${iso}Z`;
  // Date takes three digits of a fraction for certain, so the rest is added by hand.
  const fraction = /\.(\d+)/.exec(zoned)?.[1] ?? '';
  const ms = Date.parse(zoned.replace(/\.\d+/, ''));
  return ms + Number(`0.${fraction || '0'}`) * 1000;
}

/** Milliseconds from one time to another, as text; undefined when one is missing or they run backwards. */
export function msBetween(from: string | undefined, to: string | undefined): string | undefined {
  const start = from === undefined ? undefined : numericNs(from);
  const end = to === undefined ? undefined : numericNs(to);
  const ms = start !== undefined && end !== undefined ? Number(end - start) / 1e6 : isoMs(to) - isoMs(from);
  return ms >= 0 ? String(Math.round(ms * 1000) / 1000) : undefined;
}

/** Seconds from one time to another; undefined when one is missing or they run backwards. */
export function secondsBetween(from: string | undefined, to: string | undefined): string | undefined {
  const ms = isoMs(to) - isoMs(from);
  return ms > 0 ? String(ms / 1000) : undefined;
}

/** A duration in seconds as milliseconds. */
export function secondsAsMs(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return undefined;
  return String(Math.round(Number(text) * 1e6) / 1e3);
}
