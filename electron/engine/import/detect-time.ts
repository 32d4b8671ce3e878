import type { TimeFormat } from '../../../shared/contract/imports.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { newReading, timeReader } from './parse-time.ts';
import { WITHOUT_YEAR, zoneOfText } from './time-text.ts';

/** What the sampled texts of a column say about its times. */
export interface TimeForm {
  /** Reads at least 99 of 100 sampled texts; of none that does, the one that reads most. */
  readonly format: TimeFormat;
  /** How many of 100 texts the format reads, 0 to 1; 0 when there are none. */
  readonly read01: number;
  /** Forms a person has to choose from, since the texts do not settle it; empty when they do. */
  readonly choices: readonly TimeFormat[];
  /** Some texts carry no zone and the column's name tells none. */
  readonly zoneNeeded: boolean;
  /** The zone that the column's name tells for times that carry none; null when it tells none, or none is missing. */
  readonly zone: string | null;
  /** Why none of these times can be told, as a sentence; null when they can. */
  readonly problem: string | null;
}

/** Texts that stand for no value. */
const NO_VALUE = /^(?:|null|none|nil|nan|n\/?a|nat|-+|\\n|undefined)$/i;
const ENOUGH01 = 0.99;
const UTC = zoneOf('UTC');
const encoder = new TextEncoder();

/** In order of preference. Ticks come before nanoseconds, which would take them for times in 1990. */
const SETTLED: readonly TimeFormat[] = [
  'unix_s',
  'unix_ms',
  'unix_us',
  'dotnet_ticks',
  'unix_ns',
  'iso',
  'named_month',
];

/**
 * The form of a column's times by its name and sampled texts. It is chosen for the column as a whole, never
 * cell by cell. Whether the day or the month comes first is settled only by a number above 12; day numbers of
 * spreadsheets look like any other number and are never settled.
 * @param chosen the form, when a person chose it.
 */
export function detectTimeForm(column: string, sampled: readonly string[], chosen?: TimeFormat): TimeForm {
  const texts = sampled.filter((text) => !NO_VALUE.test(text.trim()));
  if (chosen) return formOf(chosen, shareRead(chosen, texts), [], column, texts);
  const shares = new Map<TimeFormat, number>();
  for (const format of SETTLED) {
    const share01 = shareRead(format, texts);
    if (share01 >= ENOUGH01) return formOf(format, share01, [], column, texts);
    shares.set(format, share01);
  }
  if (texts.length > 0 && shareWithoutYear(texts) >= ENOUGH01) {
    const problem =
      'The times of this file name no year (as in syslog), so no instant can be told from them. Export it again with full dates, or add the year to each line.';
    return { format: 'named_month', read01: 0, choices: [], zoneNeeded: false, zone: null, problem };
  }
  for (const format of ['day_month_year', 'month_day_year', 'excel_serial'] as const) {
    shares.set(format, shareRead(format, texts));
  }
  const share = (format: TimeFormat) => shares.get(format) ?? 0;
  const [day, month] = [share('day_month_year'), share('month_day_year')];
  if (Math.max(day, month) >= ENOUGH01) {
    const dayFirst = texts.some((text) => reads('day_month_year', text) && !reads('month_day_year', text));
    const monthFirst = texts.some((text) => reads('month_day_year', text) && !reads('day_month_year', text));
    const format = day >= month ? 'day_month_year' : 'month_day_year';
    const settled = dayFirst !== monthFirst;
    const choices: TimeFormat[] = settled ? [] : ['day_month_year', 'month_day_year'];
    return formOf(format, share(format), choices, column, texts);
  }
  if (share('excel_serial') >= ENOUGH01) {
    return formOf('excel_serial', share('excel_serial'), ['excel_serial'], column, texts);
  }
  const [[best, most]] = [...shares].sort((a, b) => b[1] - a[1]);
  return formOf(most >= 0.5 ? best : 'iso', most >= 0.5 ? most : share('iso'), [], column, texts);
}

/** Whether the texts of a column whose name says nothing are certainly times; numbers alone never are. */
export function looksLikeTimes(sampled: readonly string[]): boolean {
  const { format, read01 } = detectTimeForm('', sampled);
  if (read01 < ENOUGH01) return false;
  return format === 'named_month' || (format === 'iso' && sampled.some((text) => /\d\D/.test(text)));
}

/** A zone that the name of a column tells: `TimeGenerated [UTC]`, `usage_date_utc`, `time (UTC+8)`; else null. */
export function zoneInName(column: string): string | null {
  const bracketed = /[[(]\s*([^\])]+?)\s*[\])]\s*$/.exec(column)?.[1];
  if (bracketed !== undefined) {
    const zone = zoneOfText(bracketed);
    if (zone === 0) return 'UTC';
    if (zone !== undefined) return bracketed.replace(/^gmt/i, 'UTC');
  }
  return /(?:^|[^a-z])(?:utc|gmt)$/i.test(column) || /[a-z](?:UTC|GMT)$/.test(column) ? 'UTC' : null;
}

/** Whether the time reads as such only because a zone is given. */
export function lacksZone(format: TimeFormat, text: string): boolean {
  return !reads(format, text, null) && reads(format, text);
}

function formOf(
  format: TimeFormat,
  read01: number,
  choices: readonly TimeFormat[],
  column: string,
  texts: readonly string[],
): TimeForm {
  const naive = texts.some((text) => lacksZone(format, text));
  const zone = naive ? zoneInName(column) : null;
  return { format, read01, choices, zoneNeeded: naive && zone === null, zone, problem: null };
}

function shareRead(format: TimeFormat, texts: readonly string[]): number {
  return texts.length === 0 ? 0 : texts.filter((text) => reads(format, text)).length / texts.length;
}

function shareWithoutYear(texts: readonly string[]): number {
  const readTime = timeReader('named_month', UTC);
  const reading = newReading();
  const without = texts.filter((text) => {
    const bytes = encoder.encode(text);
    readTime(bytes, 0, bytes.length, reading);
    return reading.problem === WITHOUT_YEAR;
  });
  return without.length / texts.length;
}

const readers = new Map<string, ReturnType<typeof timeReader>>();
const reading = newReading();

function reads(format: TimeFormat, text: string, zone: typeof UTC | null = UTC): boolean {
  const key = `${format} ${zone === null}`;
  const readTime = readers.get(key) ?? timeReader(format, zone);
  readers.set(key, readTime);
  const bytes = encoder.encode(text);
  readTime(bytes, 0, bytes.length, reading);
  return reading.problem === null;
}
