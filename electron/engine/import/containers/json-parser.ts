import type { CellBatch } from '../cells.ts';
import type { RecordParser } from './container.ts';
import { MAX_RECORD_BYTES } from './csv-parser.ts';
import { JsonNesting } from './json-nesting.ts';
import type { JsonRecordReader } from './json-record.ts';
import { markWrongBytes } from './parsing.ts';
import { PendingBytes } from './pending-bytes.ts';

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const COMMA = 44;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
/** How far the end of a broken value is looked for before its line is given up alone. */
const RECOVERY_BYTES = 1024 * 1024;
/** After so many broken values without a findable end the rest is no JSON. */
const MAX_RECOVERIES = 100;

const TAIL_BYTES = 4096;
const NO_OBJECT = 'No JSON object';
const TOO_LONG = 'A record longer than 16 MB';
const CUT_SHORT = 'The file ends inside this record';
const NO_END = 'The list of records is never closed: the file was cut short';
const TRAILING = 'More text behind the end of the JSON document';
const GIVEN_UP = 'The rest of the file is no JSON that can be read';

/**
 * How records stand in a JSON file: one per line; one after the other; or as the elements of a list, which may
 * be a value of an outer object (`outer` 1) or not (0).
 */
export type JsonLayout =
  | { readonly kind: 'lines' }
  | { readonly kind: 'values' }
  | { readonly kind: 'list'; readonly outer: 0 | 1 };

/**
 * Splits JSON into records. What is broken costs its own record only: in a file of lines the line; elsewhere
 * the value up to its closing bracket, or its line when there is none.
 */
export class JsonParser implements RecordParser {
  private readonly layout: JsonLayout;
  private readonly reader: JsonRecordReader;
  private readonly wrongBytes: string;
  private readonly pending = new PendingBytes();
  private line: number;
  /** Where the next newline of the pending bytes is, from the last one counted on. */
  private nextNewline = -1;
  private recoveries = 0;
  /** Inside a line that was reported already. */
  private skippingLine = false;
  /** What stands behind the list, once it has ended. */
  private behind: JsonNesting | undefined;
  private trailingTold = false;
  /** The beginning of what stands behind the list, in the outer object. */
  tail = '';

  /** @param line of the file on which the first pushed byte stands. */
  constructor(layout: JsonLayout, reader: JsonRecordReader, line: number, wrongBytes: string) {
    this.layout = layout;
    this.reader = reader;
    this.line = line;
    this.wrongBytes = wrongBytes;
  }

  push(block: Uint8Array): void {
    this.pending.push(block);
  }

  fill(batch: CellBatch, last: boolean): boolean {
    batch.bytes = this.pending.bytes;
    batch.rows = 0;
    batch.problems.clear();
    this.reader.startBatch(batch);
    this.nextNewline = -1;
    let at = 0;
    let full = false;
    for (;;) {
      if (batch.rows === batch.capacity) {
        full = true;
        break;
      }
      const next =
        this.layout.kind === 'lines' ? this.takeLine(batch, at, last) : this.takeValue(batch, at, last);
      if (next < 0) {
        at = -next - 1;
        break;
      }
      at = next;
    }
    this.pending.take(at);
    markWrongBytes(batch, this.wrongBytes);
    return full;
  }

  /** Takes what stands at a position; returns the next position, or -(position + 1) to stop there. */
  private takeLine(batch: CellBatch, at: number, last: boolean): number {
    const { bytes } = batch;
    if (at >= bytes.length) return stop(at);
    let end = bytes.indexOf(LF, at);
    if (end < 0 && !last) {
      if (this.skippingLine) return stop(bytes.length);
      if (bytes.length - at <= MAX_RECORD_BYTES) return stop(at);
      this.refuse(batch, at, bytes.length, TOO_LONG);
      this.skippingLine = true;
      return stop(bytes.length);
    }
    if (end < 0) end = bytes.length;
    const start = skipSpace(bytes, at, end);
    if (this.skippingLine) this.skippingLine = false;
    else if (start < end) this.readLine(batch, start, end);
    this.line++;
    return Math.min(end + 1, bytes.length);
  }

  private readLine(batch: CellBatch, start: number, end: number): void {
    const { reader } = this;
    const { bytes } = batch;
    if (bytes[start] !== OPEN_OBJECT) return this.refuse(batch, start, end, NO_OBJECT);
    if (end - start > MAX_RECORD_BYTES) return this.refuse(batch, start, end, TOO_LONG);
    const after = reader.read(start, end, batch.rows);
    const { fault, faultAt } = reader.scanner;
    if (after >= 0 && skipSpace(bytes, after, end) === end) this.accept(batch, start, end);
    else if (after >= 0) this.refuse(batch, start, end, noJson('more text behind the object', after - start));
    else if (fault) this.refuse(batch, start, end, noJson(fault, faultAt - start));
    else this.refuse(batch, start, end, 'The line ends inside the object');
  }

  private takeValue(batch: CellBatch, at: number, last: boolean): number {
    const { layout } = this;
    const { bytes } = batch;
    if (this.behind) return this.takeBehind(batch, at);
    let start = at;
    for (;;) {
      if (isSpace(bytes[start]) || bytes[start] === COMMA) start++;
      else if (skipMark(bytes, start) > start) start += 3;
      else break;
    }
    this.countLines(bytes, at, start);
    // A byte order mark may be cut by the end of the block.
    if (bytes[start] === 0xef && start + 3 > bytes.length && !last) return stop(start);
    if (start >= bytes.length) {
      if (last && layout.kind === 'list' && !this.trailingTold) {
        this.trailingTold = true;
        this.refuse(batch, bytes.length, bytes.length, NO_END);
      }
      return stop(bytes.length);
    }
    if (layout.kind === 'list' && bytes[start] === CLOSE_LIST) {
      this.behind = new JsonNesting(layout.outer);
      return start + 1;
    }
    const { reader } = this;
    const isObject = bytes[start] === OPEN_OBJECT;
    let after: number;
    if (isObject) after = reader.read(start, bytes.length, batch.rows);
    else {
      reader.scanner.start(bytes, bytes.length);
      after = reader.scanner.value(start, 0);
      // More digits of a number may follow.
      if (after === bytes.length && !last) return stop(start);
    }
    if (after >= 0 && isObject) {
      this.accept(batch, start, after);
      this.countLines(bytes, start, after);
      return after;
    }
    const { fault, faultAt } = reader.scanner;
    const tooLong = bytes.length - start > MAX_RECORD_BYTES;
    if (after < 0 && !fault && !last && !tooLong) return stop(start);
    const problem =
      after >= 0 ? NO_OBJECT : fault ? noJson(fault, faultAt - start) : last ? CUT_SHORT : TOO_LONG;
    const end = after >= 0 ? after : this.endOfBroken(bytes, start, last, fault !== null);
    if (end < 0) return stop(start);
    if (problem === CUT_SHORT && end === bytes.length) this.trailingTold = true;
    if (this.recoveries > MAX_RECOVERIES) {
      this.refuse(batch, start, end, GIVEN_UP);
      this.behind = new JsonNesting(0);
      this.trailingTold = true;
      return stop(bytes.length);
    }
    this.refuse(batch, start, end, problem);
    this.countLines(bytes, start, end);
    return end;
  }

  /** Where a broken value ends: behind its last bracket, or else with its line; -1 when more bytes must tell. */
  private endOfBroken(bytes: Uint8Array, start: number, last: boolean, faulty: boolean): number {
    if (faulty) {
      const limit = Math.min(bytes.length, start + RECOVERY_BYTES);
      const end = new JsonNesting(0).end(bytes, start, limit);
      if (end > start) return end;
      if (limit === bytes.length && !last) return -1;
    }
    const lineEnd = bytes.indexOf(LF, start);
    if (lineEnd < 0 && !last && bytes.length - start <= MAX_RECORD_BYTES) return -1;
    this.recoveries++;
    return lineEnd < 0 ? bytes.length : lineEnd;
  }

  /** Behind the list, the rest of the outer object may stand, and nothing else. */
  private takeBehind(batch: CellBatch, at: number): number {
    const { bytes } = batch;
    if (this.trailingTold || !this.behind) return stop(bytes.length);
    if (this.tail.length < TAIL_BYTES)
      this.tail += Buffer.from(bytes.subarray(at, at + TAIL_BYTES)).toString();
    const end = this.behind.depth === 0 ? at : this.behind.end(bytes, at, bytes.length);
    this.countLines(bytes, at, end < 0 ? bytes.length : end);
    if (end < 0) return stop(bytes.length);
    let start = end;
    while (start < bytes.length && isSpace(bytes[start])) start++;
    this.countLines(bytes, end, start);
    if (start < bytes.length) {
      this.trailingTold = true;
      const lineEnd = bytes.indexOf(LF, start);
      this.refuse(batch, start, lineEnd < 0 ? bytes.length : lineEnd, TRAILING);
    }
    return stop(bytes.length);
  }

  private accept(batch: CellBatch, start: number, end: number): void {
    batch.line[batch.rows] = this.line;
    batch.recordStart[batch.rows] = start;
    batch.recordEnd[batch.rows] = end;
    batch.rows++;
  }

  private refuse(batch: CellBatch, start: number, end: number, problem: string): void {
    batch.problems.set(batch.rows, problem);
    this.accept(batch, start, end);
  }

  /** Positions only grow within a fill, so each newline is looked for once. */
  private countLines(bytes: Uint8Array, from: number, to: number): void {
    if (this.nextNewline < from) this.nextNewline = this.newlineFrom(bytes, from);
    while (this.nextNewline < to) {
      this.line++;
      this.nextNewline = this.newlineFrom(bytes, this.nextNewline + 1);
    }
  }

  private newlineFrom(bytes: Uint8Array, from: number): number {
    const at = bytes.indexOf(LF, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}

const stop = (at: number) => -(at + 1);
const noJson = (fault: string, offset: number) =>
  `No valid JSON: ${fault}, at byte ${offset + 1} of the record`;
const isSpace = (byte: number) => byte === SPACE || byte === LF || byte === CR || byte === TAB;

/** Behind white space and byte order marks. */
function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    if (isSpace(bytes[at])) at++;
    else {
      const behind = skipMark(bytes, at);
      if (behind === at) break;
      at = behind;
    }
  }
  return Math.min(at, to);
}

function skipMark(bytes: Uint8Array, at: number): number {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf ? at + 3 : at;
}
