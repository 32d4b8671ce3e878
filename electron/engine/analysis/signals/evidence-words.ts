import { counted } from './words.ts';

/** A p-value as `p = 0.02`, or `p < 0.0001`. */
export function pText(p: number): string {
  return p < 1e-4 ? 'p < 0.0001' : `p = ${p.toPrecision(2)}`;
}

const MINUTE_US = 60_000_000;
const HOUR_US = 60 * MINUTE_US;
const DAY_US = 24 * HOUR_US;

/** A stretch of time in minutes below two hours, in days from two days on, else in hours: `36.0 hours`. */
export function duration(us: number): string {
  if (us < 2 * HOUR_US) return counted(Math.round(us / MINUTE_US), 'minute');
  return us < 2 * DAY_US ? `${(us / HOUR_US).toFixed(1)} hours` : `${(us / DAY_US).toFixed(1)} days`;
}

/** A prompt or value for a sentence: in quotation marks, on one line, cut to 80 characters. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return `"${letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : line}"`;
}
