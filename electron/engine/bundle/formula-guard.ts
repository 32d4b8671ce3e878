/**
 * CSV (RFC 4180: comma, CRLF, quotes doubled) that a spreadsheet can open without running anything. A text
 * cell that a spreadsheet might take for a formula gets a `'` in front; numbers stay numbers.
 */
export type Cell = string | number | null;

/**
 * What a spreadsheet may take for a formula: = + - @, their full-width forms, TAB, CR, LF, also behind blanks,
 * invisible characters and quotes, which importers strip. A `'` counts among the quotes, so that a cell with
 * one `'` of its own before a formula gets a second and taking one away always gives back the original.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}"'\u2018\u2019\u201C\u201D]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** The text with a `'` in front where a spreadsheet might run it; otherwise as it is. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** One CSV record with its line end. null is an empty cell. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guardFormula(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
