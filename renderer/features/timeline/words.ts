import { formatTime, type Precision } from '../../../shared/time/zone.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { utcOffset } from '../../draw/time-ticks.ts';
import { spanAt, wallAt, type ZoneSpans } from '../../draw/zone-spans.ts';

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

export const count = (n: number) => WHOLE.format(n);
/** 1.2M, for axes; exact numbers stand in tooltips and tables. */
export const shortCount = (n: number) => SHORT.format(n);
export { formatUnits as plural } from '../../ui/format.ts';

/** `Europe/Berlin, UTC+01:00 to UTC+02:00`: the zone and every offset in force within the range. */
export function zoneTitle(spans: ZoneSpans, range: TimeRange): string {
  const { name } = spans.zone;
  if (name === 'UTC' || name === 'Z') return 'UTC';
  const offsets = new Set<string>();
  for (let i = spanAt(spans, range.fromUs); i <= spanAt(spans, range.toUs - 1); i++) {
    offsets.add(utcOffset(spans.offsetUs[i]));
  }
  const list = [...offsets].join(' and ');
  return /^[+-]/.test(name) ? list : `${name}, ${list}`;
}

/** The offset at one instant: `UTC+02:00`. */
export function offsetTitle(spans: ZoneSpans, us: number): string {
  return spans.zone.name === 'UTC' ? 'UTC' : utcOffset(spans.offsetUs[spanAt(spans, us)]);
}

function precisionFor(spanUs: number): Precision {
  if (spanUs < 1_000_000) return 'microsecond';
  return spanUs < 600_000_000 ? 'second' : 'minute';
}

/**
 * Both ends in wall time, the second without its date when that is the first's: `2026-05-04 13:00 – 14:00`.
 * Whole calendar days are told by date alone, the last one inclusive.
 */
export function rangeTitle(spans: ZoneSpans, range: TimeRange): string {
  const { zone } = spans;
  const dayUs = 86_400_000_000;
  const from = wallAt(spans, range.fromUs);
  const to = wallAt(spans, range.toUs);
  if (from % dayUs === 0 && to % dayUs === 0 && to > from) {
    const first = formatTime(zone, range.fromUs, 'day');
    const last = formatTime(zone, range.toUs - 1, 'day');
    return first === last ? first : `${first} – ${last}`;
  }
  const precision = precisionFor(range.toUs - range.fromUs);
  const start = formatTime(zone, range.fromUs, precision);
  const end = formatTime(zone, range.toUs, precision);
  return `${start} – ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
}

/** A duration in its largest fitting unit: `12 days`, `3.5 h`, `20 s`. */
export function durationTitle(us: number): string {
  const [size, unit] = (
    [
      [86_400_000_000, 'days'],
      [3_600_000_000, 'h'],
      [60_000_000, 'min'],
      [1_000_000, 's'],
      [1000, 'ms'],
    ] as const
  ).find(([size]) => us >= (size === 86_400_000_000 ? 2 * size : size)) ?? [1, 'µs'];
  return `${Number((us / size).toPrecision(3))} ${unit}`;
}
