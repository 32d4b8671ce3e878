import { type CellBatch, cellText, newBatch } from '../cells.ts';
import { distinctNames } from './container.ts';
import { type CsvDialect, CsvParser, type Delimiter } from './csv-parser.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** More columns than SQLite or a person could look at; a file with more is no log. */
const MAX_COLUMNS = 10_000;
/** Records looked at for the header; titles above it are fewer than that. */
const HEADER_ROWS = 50;

/** Where and how a CSV's table begins. */
export interface CsvTable extends CsvDialect {
  readonly columns: readonly string[];
  /** Position behind the header's last byte, where its newline stands, and the line it is on. */
  readonly at: number;
  readonly line: number;
  /** The header's bytes with the newline behind them. */
  readonly header: Uint8Array;
  /** Names that stood in the header more than once; all but the first got a number. */
  readonly repeated: readonly string[];
  /** Title lines above the header, as one text. */
  readonly title: string;
}

/**
 * The table in the beginning of a CSV file: under the delimiter and the way of escaping by which most sampled
 * records have as many cells as the header, and more than one. A line `sep=;` is obeyed; title lines with fewer
 * cells above the header are passed over. undefined when there is no table.
 * @param chosen the delimiter, when a person chose it.
 */
export function findTable(head: Uint8Array, ended: boolean, chosen?: Delimiter): CsvTable | undefined {
  const hint = separatorLine(head);
  const bytes = head.subarray(hint?.bytes ?? 0);
  const delimiter = chosen ?? hint?.delimiter;
  let best: CsvTable | undefined;
  let bestScore = 0;
  for (const candidate of delimiter ? [delimiter] : DELIMITERS) {
    const plain = { delimiter: candidate, backslash: false };
    const header = findHeader(bytes, ended, plain, hint ? 2 : 1);
    if (!header || header.columns.length < 2) continue;
    const { even, odd } = trial(bytes.subarray(header.at), ended, plain, header.columns.length);
    const score = even * Math.log2(header.columns.length);
    if (best && score <= bestScore) continue;
    best = { ...plain, ...header };
    bestScore = score;
    if (odd > 0 || even < 1) {
      const escaping = { delimiter: candidate, backslash: true };
      const other = trial(bytes.subarray(header.at), ended, escaping, header.columns.length);
      if (other.odd < odd && other.even >= even) best = { ...escaping, ...header };
    }
  }
  return best && { ...best, at: best.at + (hint?.bytes ?? 0) };
}

/** Excel's line that names the delimiter. */
function separatorLine(head: Uint8Array): { bytes: number; delimiter: Delimiter } | undefined {
  const start = Buffer.from(head.subarray(0, 32)).toString('latin1');
  const line = /^((?:\xef\xbb\xbf)*"?sep=([,;\t|])"?(?:\r\n|\n|\r))/i.exec(start);
  return line ? { bytes: line[1].length, delimiter: line[2] as Delimiter } : undefined;
}

type Header = Omit<CsvTable, keyof CsvDialect>;

/**
 * The first record; or, when most records have more cells than it, the first one of those, if that looks like
 * column names.
 */
function findHeader(
  bytes: Uint8Array,
  ended: boolean,
  dialect: CsvDialect,
  line: number,
): Header | undefined {
  const parser = new CsvParser(dialect, MAX_COLUMNS, line);
  parser.push(bytes);
  const batch = newBatch(MAX_COLUMNS, HEADER_ROWS);
  const records: Header[] = [];
  const widths = new Map<number, number>();
  for (let more = true; more && records.length < HEADER_ROWS; ) {
    more = parser.fill(batch, ended);
    for (let row = 0; row < batch.rows; row++) {
      const record = headerAt(batch, row);
      records.push(record);
      widths.set(record.columns.length, (widths.get(record.columns.length) ?? 0) + 1);
    }
  }
  if (records.length === 0) return undefined;
  const [usual] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  const header = records.find(({ columns }) => columns.length >= usual) ?? records[0];
  const titles = records[0].columns.length < usual && looksLikeNames(header.columns);
  const found = titles ? header : records[0];
  const trimmed = found.columns.map((name) => name.trim()).filter((name) => name !== '');
  const once = new Set<string>();
  const repeated = [...new Set(trimmed.filter((name) => once.size === once.add(name).size))];
  return { ...found, columns: distinctNames(found.columns), repeated };
}

function headerAt(batch: CellBatch, row: number): Header {
  const columns: string[] = [];
  for (let i = 0; i < MAX_COLUMNS; i++) {
    const text = cellText(batch, row * MAX_COLUMNS + i);
    if (text === undefined) break;
    columns.push(text);
  }
  const at = batch.recordEnd[row];
  const { bytes } = batch;
  const start = batch.recordStart[row];
  const newlineBytes = bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1;
  return {
    columns,
    at,
    line: batch.line[row] + newlines(bytes.subarray(start, at)),
    header: bytes.slice(start, at + newlineBytes),
    repeated: [],
    title: Buffer.from(bytes.subarray(0, Math.min(start, 2000))).toString(),
  };
}

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) count++;
  }
  return count;
}

const looksLikeNames = (cells: readonly string[]) =>
  cells.every((cell) => /^\s*[^\s\d]/.test(cell)) && new Set(cells).size === cells.length;

/** The share of records with as many cells as the header, and how often quotes stood oddly. */
function trial(
  bytes: Uint8Array,
  ended: boolean,
  dialect: CsvDialect,
  columns: number,
): { even: number; odd: number } {
  const parser = new CsvParser(dialect, columns);
  const batch = newBatch(columns);
  parser.push(bytes);
  parser.fill(batch, ended);
  // A header alone is a table, too.
  const even = batch.rows === 0 ? 1 : (batch.rows - batch.problems.size) / batch.rows;
  return { even, odd: parser.oddQuotes };
}
