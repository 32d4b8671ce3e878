import { formatTime, zoneOf } from '../../shared/time/zone.ts';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `12,345`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** `1 request`, `12,345 requests`; the plural is the noun with an s unless given. */
export function formatUnits(value: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(value)} ${value === 1 ? noun : plural}`;
}

/**
 * `part` of `all` in percent: `4.1 %`, `0.03 %`, `< 0.01 %`; an en dash when there is no whole. Only the whole is
 * `100 %`: nearly all of it is `> 99.9 %`.
 */
export function formatShare(part: number, all: number): string {
  if (all <= 0) return '–';
  const percent = (part / all) * 100;
  if (percent === 0) return '0 %';
  if (percent < 0.01) return '< 0.01 %';
  if (part === all) return '100 %';
  if (part < all && percent >= 99.95) return '> 99.9 %';
  return `${percent.toFixed(percent < 1 ? 2 : 1)} %`;
}

/** `950`, `12.4 k`, `3.1 M`, `2 G`: for sums whose last digits say nothing. */
export function formatShort(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e4, 'k'],
  ];
  for (const [size, unit] of steps) {
    if (Math.abs(value) >= size) return `${oneDigit.format(value / (unit === 'k' ? 1e3 : size))} ${unit}`;
  }
  return whole.format(value);
}

/** `512 bytes`, `1.2 MB`: powers of ten, as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatUnits(bytes, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = -1;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${oneDigit.format(value)} ${units[unit]}`;
}

/** `8 s`, `3 min 20 s`, `2 h 5 min`, rounded up so that a rest is never shown as nothing. */
export function formatDuration(seconds: number): string {
  const rounded = Math.max(1, Math.ceil(seconds));
  if (rounded < 60) return `${rounded} s`;
  const minutes = Math.floor(rounded / 60);
  if (minutes < 60) return rounded % 60 === 0 ? `${minutes} min` : `${minutes} min ${rounded % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Wall time to the minute in the named zone; an en dash for no time. */
export function formatMinute(timeZone: string, us: number | null): string {
  return us === null ? '–' : formatTime(zoneOf(timeZone), us, 'minute');
}

export function formatDay(timeZone: string, us: number | null): string {
  return us === null ? '–' : formatTime(zoneOf(timeZone), us, 'day');
}

/** `2026-05-04 13:45 – 14:10`: the day once when both ends share it. */
export function formatRange(timeZone: string, fromUs: number, toUs: number): string {
  const from = formatMinute(timeZone, fromUs);
  const to = formatMinute(timeZone, toUs);
  return from.slice(0, 10) === to.slice(0, 10) ? `${from} – ${to.slice(11)}` : `${from} – ${to}`;
}

export function nowUs(): number {
  return Date.now() * 1000;
}
