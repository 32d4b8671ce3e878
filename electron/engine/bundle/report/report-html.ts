import { escapeMarkup } from '../../../../shared/escape-markup.ts';
import { formatOffset, formatTime, type Zone } from '../../../../shared/time/zone.ts';
import { grouped, visible, visibleLines } from '../visible-text.ts';

/** Longest identifier or field shown; the data files have it whole. */
const SHORT = 160;
/** The same in a cell of a table of many columns. */
export const CELL = 40;
/** Longest comment shown. */
const LONG = 3000;

/** A stranger's short text as HTML: visible, escaped, capped, its direction kept to itself. */
export function said(text: string, limit = SHORT): string {
  return `<bdi>${escapeMarkup(visible(text, limit))}</bdi>`;
}

/** As `said`, in the face of identifiers. */
export function ident(text: string, limit = SHORT): string {
  return `<bdi class="id">${escapeMarkup(visible(text, limit))}</bdi>`;
}

/** A person's words as HTML, with its line ends (the style keeps them). */
export function saidLines(text: string, limit = LONG): string {
  return `<bdi>${escapeMarkup(visibleLines(text, limit))}</bdi>`;
}

/** `2026-05-04 13:45:09 +02:00`, or a dash for no time; broken after the date at most. */
export function time(zone: Zone, us: number | null): string {
  if (us === null) return '–';
  const [date, clock] = formatTime(zone, us, 'second').split(' ');
  return `<span class="t">${date}</span> <span class="t">${clock} ${formatOffset(zone, us)}</span>`;
}

/** From the first to the last time, or a dash for none. */
export function timeSpan(zone: Zone, firstUs: number | null, lastUs: number | null): string {
  return firstUs === null || lastUs === null ? '–' : `${time(zone, firstUs)} to ${time(zone, lastUs)}`;
}

/** `4.5 %`; `under 0.1 %` and `over 99.9 %` rather than a rounded 0 or 100. Empty without a whole. */
export function share(part: number, whole: number): string {
  if (whole <= 0) return '';
  const percent = (part / whole) * 100;
  if (part > 0 && percent < 0.1) return 'under 0.1 %';
  if (part < whole && percent > 99.9) return 'over 99.9 %';
  return `${percent.toFixed(1)} %`;
}

/** `1,207 of 26,823 requests (4.5 %)` */
export function ofWhole(part: number, whole: number, what: string): string {
  const percent = share(part, whole);
  return `${grouped(part)} of ${counted(whole, what)}${percent === '' ? '' : ` (${percent})`}`;
}

/** `1 request`, `2 requests`; `what` is the plural in -s. */
export function counted(value: number, what: string): string {
  return `${grouped(value)} ${value === 1 ? what.replace(/s$/, '').replace(/ie$/, 'y') : what}`;
}

export interface Column {
  readonly title: string;
  /** Numbers, to the right. */
  readonly numeric?: true;
  /** Share of the table's width in percent. */
  readonly width: number;
}

/** A table of fixed column widths, so that no text can push it off the page; cells are HTML already. */
export function* table(columns: readonly Column[], rows: Iterable<readonly string[]>): Generator<string> {
  const cell = (tag: 'th' | 'td', index: number, html: string) =>
    `<${tag}${columns[index].numeric ? ' class="n"' : ''}>${html}</${tag}>`;
  const sizes = columns.map(({ width }) => `<col style="width:${width}%">`).join('');
  yield `<table class="fixed"><colgroup>${sizes}</colgroup><thead><tr>`;
  yield columns.map((column, index) => cell('th', index, escapeMarkup(column.title))).join('');
  yield '</tr></thead><tbody>\n';
  for (const row of rows) yield `<tr>${row.map((html, index) => cell('td', index, html)).join('')}</tr>\n`;
  yield '</tbody></table>\n';
}

/** A table of names and values; values are HTML already. */
export function facts(rows: readonly (readonly [name: string, html: string])[]): string {
  const body = rows
    .map(([name, html]) => `<tr><th>${escapeMarkup(name)}</th><td>${html}</td></tr>`)
    .join('\n');
  return `<table class="facts"><tbody>\n${body}\n</tbody></table>\n`;
}

/** As `table`, but at most `most` rows; a sentence says how many were left out, and `where` all of them are. */
export function* cutTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { most, what, where }: { readonly most: number; readonly what: string; readonly where: string },
): Generator<string> {
  yield* table(columns, rows.slice(0, most));
  if (rows.length > most)
    yield `<p class="soft">The first ${grouped(most)} of ${counted(rows.length, what)} are printed; all of them are in ${where}.</p>\n`;
}

/** A number for reading: whole ones grouped, others with three significant digits. */
export function plain(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value) || Math.abs(value) >= 1000)
    return value < 0 ? `−${grouped(-value)}` : grouped(value);
  const text = Number(value.toPrecision(3)).toString();
  return (/e/.test(text) ? value.toExponential(1) : text).replace('-', '−');
}
