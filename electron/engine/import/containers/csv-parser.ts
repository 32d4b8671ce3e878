import type { CellBatch } from '../cells.ts';
import type { RecordParser } from './container.ts';
import { markWrongBytes, roomFor } from './parsing.ts';
import { PendingBytes } from './pending-bytes.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const BACKSLASH = 92;
/** A longer record is none: most likely a quote was opened and never closed. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;

export type Delimiter = ',' | ';' | '\t' | '|';

export interface CsvDialect {
  readonly delimiter: Delimiter;
  /** Inside quotes a backslash takes the next quote or backslash as a character. */
  readonly backslash: boolean;
}

/**
 * Splits CSV (RFC 4180, and what is found in the wild) into cells: quoted cells may hold delimiters, quotes
 * and newlines; LF, CRLF and CR end a record, mixed or not; a quote inside an unquoted cell is a character;
 * blank lines are passed over; a byte order mark at the start of a record is dropped.
 *
 * A quote that is never closed costs its own line only: the line is reported and reading goes on behind it.
 * The same bytes give the same records however they are cut into blocks.
 */
export class CsvParser implements RecordParser {
  private readonly delimiter: number;
  private readonly backslash: boolean;
  private readonly columns: number;
  private readonly wrongBytes: string;
  private readonly pending = new PendingBytes();
  private line: number;
  /** How often text stood between a closing quote and the delimiter: often, and the dialect is another. */
  oddQuotes = 0;
  /** Byte order marks dropped so far. */
  marks = 0;

  /**
   * @param line of the file on which the first pushed byte stands.
   * @param wrongBytes what is said of a record that is no UTF-8.
   */
  constructor(dialect: CsvDialect, columns: number, line = 1, wrongBytes = 'Bytes that are no UTF-8 text') {
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.backslash = dialect.backslash;
    this.columns = columns;
    this.line = line;
    this.wrongBytes = wrongBytes;
  }

  push(block: Uint8Array): void {
    this.pending.push(block);
  }

  fill(batch: CellBatch, last: boolean): boolean {
    const { bytes } = this.pending;
    const { columns, delimiter, backslash } = this;
    const { start, end } = batch;
    batch.bytes = bytes;
    batch.rows = 0;
    batch.problems.clear();
    let scratchUsed = 0;
    let at = 0;
    let full = false;

    while (at < bytes.length) {
      if (batch.rows === batch.capacity) {
        full = true;
        break;
      }
      // The mark may be cut by the end of the block.
      if (bytes[at] === 0xef) {
        if (at + 3 > bytes.length && !last) break;
        if (bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) {
          this.marks++;
          at += 3;
          continue;
        }
      }
      if (bytes[at] === LF || bytes[at] === CR) {
        const after = endOfNewline(bytes, at, last);
        if (after < 0) break;
        at = after;
        this.line++;
        continue;
      }

      const recordStart = at;
      const row = batch.rows;
      const firstCell = row * columns;
      const scratchBefore = scratchUsed;
      let cells = 0;
      let newlines = 0;
      let recordEnd = -1;
      let position = at;
      let unclosed = false;

      while (recordEnd < 0) {
        let cellStart = position;
        let cellEnd: number;
        if (bytes[position] === QUOTE) {
          cellStart = ++position;
          let escaped = false;
          for (;;) {
            while (position < bytes.length && bytes[position] !== QUOTE) {
              const byte = bytes[position];
              if (byte === LF || (byte === CR && bytes[position + 1] !== LF)) newlines++;
              position++;
            }
            if (position >= bytes.length) {
              unclosed = true;
              break;
            }
            if (backslash && isEscaped(bytes, cellStart, position)) {
              escaped = true;
              position++;
              continue;
            }
            if (bytes[position + 1] === QUOTE) {
              escaped = true;
              position += 2;
              continue;
            }
            break;
          }
          // A quote as the very last byte may be the first half of a doubled one.
          if (unclosed || (position === bytes.length - 1 && !last)) {
            unclosed = unclosed || !last;
            break;
          }
          cellEnd = position++;
          // Text between the closing quote and the delimiter belongs to the cell, as spreadsheets read it.
          let tail = position;
          while (tail < bytes.length && bytes[tail] !== delimiter && bytes[tail] !== LF && bytes[tail] !== CR)
            tail++;
          if (tail > position) this.oddQuotes++;
          if (backslash) escaped ||= bytes.subarray(cellStart, cellEnd).includes(BACKSLASH);
          if (escaped || tail > position) {
            const need = tail - cellStart;
            batch.scratch = roomFor(batch.scratch, scratchUsed, need);
            const from = scratchUsed;
            scratchUsed = backslash
              ? unescapeBackslashes(bytes, cellStart, cellEnd, batch.scratch, scratchUsed)
              : unescapeQuotes(bytes, cellStart, cellEnd, batch.scratch, scratchUsed);
            batch.scratch.set(bytes.subarray(position, tail), scratchUsed);
            scratchUsed += tail - position;
            cellStart = -(from + 1);
            cellEnd = scratchUsed;
          }
          position = tail;
        } else {
          while (
            position < bytes.length &&
            bytes[position] !== delimiter &&
            bytes[position] !== LF &&
            bytes[position] !== CR
          ) {
            position++;
          }
          cellEnd = position;
        }
        if (cells < columns) {
          start[firstCell + cells] = cellStart;
          end[firstCell + cells] = cellEnd;
        }
        cells++;
        if (position >= bytes.length) {
          if (!last) break;
          recordEnd = position;
        } else if (bytes[position] === delimiter) position++;
        else recordEnd = position;
      }

      if (recordEnd < 0) {
        const tooLong = bytes.length - recordStart > MAX_RECORD_BYTES;
        if (!tooLong && !(unclosed && last)) {
          scratchUsed = scratchBefore;
          break;
        }
        recordEnd = recordStart;
        while (recordEnd < bytes.length && bytes[recordEnd] !== LF && bytes[recordEnd] !== CR) recordEnd++;
        newlines = 0;
        batch.problems.set(
          row,
          unclosed ? 'A quote is opened and never closed' : 'A record longer than 16 MB',
        );
      } else if (cells !== columns) {
        batch.problems.set(row, `${cells} cells where the header has ${columns}`);
        for (let i = cells; i < columns; i++) end[firstCell + i] = -1;
      }
      const after = recordEnd >= bytes.length ? recordEnd : endOfNewline(bytes, recordEnd, last);
      if (after < 0) {
        batch.problems.delete(row);
        scratchUsed = scratchBefore;
        break;
      }
      batch.line[row] = this.line;
      batch.recordStart[row] = recordStart;
      batch.recordEnd[row] = recordEnd;
      this.line += newlines + 1;
      batch.rows++;
      at = after;
    }

    this.pending.take(at);
    markWrongBytes(batch, this.wrongBytes);
    return full;
  }
}

/** Position behind the newline at `at`; -1 when a CR ends the bytes and a LF may follow. */
function endOfNewline(bytes: Uint8Array, at: number, last: boolean): number {
  if (bytes[at] === LF) return at + 1;
  if (at + 1 === bytes.length && !last) return -1;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
}

function unescapeQuotes(bytes: Uint8Array, from: number, to: number, out: Uint8Array, outAt: number): number {
  let at = outAt;
  for (let i = from; i < to; i++) {
    out[at++] = bytes[i];
    if (bytes[i] === QUOTE) i++;
  }
  return at;
}

/** Whether an odd number of backslashes stands before the position, within the cell. */
function isEscaped(bytes: Uint8Array, cellStart: number, position: number): boolean {
  let before = position;
  while (before > cellStart && bytes[before - 1] === BACKSLASH) before--;
  return ((position - before) & 1) === 1;
}

function unescapeBackslashes(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Uint8Array,
  outAt: number,
): number {
  let at = outAt;
  for (let i = from; i < to; i++) {
    const next = bytes[i + 1];
    const doubled = bytes[i] === QUOTE && next === QUOTE;
    if (doubled || (bytes[i] === BACKSLASH && (next === QUOTE || next === BACKSLASH))) i++;
    out[at++] = bytes[i];
  }
  return at;
}
