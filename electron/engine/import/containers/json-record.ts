import type { CellBatch } from '../cells.ts';
import type { JsonColumns, JsonKey } from './json-columns.ts';
import { JsonScanner, MAX_DEPTH, STOPPED, TOO_DEEP, unescapeString } from './json-scanner.ts';
import { roomFor } from './parsing.ts';

const QUOTE = 34;
const COMMA = 44;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const NULL = 110;

/**
 * Reads one JSON object into a row of a batch: nested objects are laid flat, their keys joined by dots; numbers
 * keep their digits as written; lists stay JSON; null is an absent cell. Of a key that is there twice, the last
 * value stands. Keys are compared and never become properties of anything.
 */
export class JsonRecordReader {
  readonly scanner = new JsonScanner();
  private readonly columns: JsonColumns;
  /** Column that takes what has none, or -1. */
  private readonly other: number;
  private batch!: CellBatch;
  private firstCell = 0;
  private scratchUsed = 0;
  private readonly others: string[] = [];
  /** How often a key stood in an object that had it already. */
  repeatedKeys = 0;

  constructor(columns: JsonColumns, other: number) {
    this.columns = columns;
    this.other = other;
  }

  /** Begins a batch whose `bytes` are set. */
  startBatch(batch: CellBatch): void {
    this.batch = batch;
    this.scratchUsed = 0;
  }

  /** Reads the object at a position into a row; returns the position behind it or STOPPED. */
  read(at: number, end: number, row: number): number {
    const { batch, scanner } = this;
    scanner.start(batch.bytes, end);
    this.firstCell = row * batch.columns;
    batch.start.fill(0, this.firstCell, this.firstCell + batch.columns);
    batch.end.fill(0, this.firstCell, this.firstCell + batch.columns);
    this.others.length = 0;
    const scratchBefore = this.scratchUsed;
    const repeatedBefore = this.repeatedKeys;
    const after = this.object(at, this.columns.root, 0);
    if (after < 0) {
      this.scratchUsed = scratchBefore;
      this.repeatedKeys = repeatedBefore;
    } else if (this.others.length > 0 && this.other >= 0) {
      this.putText(this.other, Buffer.from(`{${this.others.join(',')}}`));
    }
    return after;
  }

  private object(at: number, parent: JsonKey, depth: number): number {
    const { scanner, columns } = this;
    const { bytes, end } = scanner;
    parent.next = 0;
    let i = scanner.space(at + 1);
    if (i < end && bytes[i] === CLOSE_OBJECT) {
      if (parent !== columns.root) this.put(parent, at, i + 1);
      return i + 1;
    }
    for (;;) {
      if (i >= end) return STOPPED;
      if (bytes[i] !== QUOTE) return scanner.broken(i, 'something else than a key in quotes');
      const keyStart = i + 1;
      const keyEnd = scanner.string(keyStart);
      if (keyEnd < 0) return STOPPED;
      const key = scanner.escaped
        ? this.findEscaped(parent, keyStart, keyEnd - 1)
        : columns.find(parent, bytes, keyStart, keyEnd - 1);
      i = scanner.colon(keyEnd);
      if (i < 0) return STOPPED;
      if (key) i = this.value(i, key, depth + 1);
      else {
        const from = i;
        i = scanner.value(from, depth + 1);
        if (i >= 0) this.putOther(this.pathOf(parent, keyStart, keyEnd - 1), from, i);
      }
      if (i < 0) return STOPPED;
      i = scanner.space(i);
      if (i >= end) return STOPPED;
      if (bytes[i] === CLOSE_OBJECT) return i + 1;
      if (bytes[i] !== COMMA) return scanner.broken(i, 'something else than a comma between values');
      i = scanner.space(i + 1);
    }
  }

  private value(at: number, key: JsonKey, depth: number): number {
    const { scanner } = this;
    const byte = scanner.bytes[at];
    if (at < scanner.end && byte === OPEN_OBJECT) {
      if (depth >= MAX_DEPTH) return scanner.broken(at, TOO_DEEP);
      return this.object(at, key, depth);
    }
    const after = scanner.value(at, depth);
    if (after >= 0) this.put(key, at, after);
    return after;
  }

  /** Puts a value that was just scanned where its key's column is. */
  private put(key: JsonKey, from: number, to: number): void {
    const { batch, scanner } = this;
    const column = this.columns.columnOf(key);
    const kind = scanner.bytes[from];
    if (column < 0) {
      if (kind !== NULL) this.putOther(key.path, from, to);
    } else if (kind === NULL) this.setCell(column, 0, 0);
    else if (kind !== QUOTE) this.setCell(column, from, to);
    else if (!scanner.escaped) this.setCell(column, from + 1, to - 1);
    else {
      batch.scratch = roomFor(batch.scratch, this.scratchUsed, to - from);
      const start = this.scratchUsed;
      this.scratchUsed = unescapeString(scanner.bytes, from + 1, to - 1, batch.scratch, start);
      this.setCell(column, -(start + 1), this.scratchUsed);
    }
  }

  private putText(column: number, text: Uint8Array): void {
    const { batch } = this;
    batch.scratch = roomFor(batch.scratch, this.scratchUsed, text.length);
    batch.scratch.set(text, this.scratchUsed);
    this.setCell(column, -(this.scratchUsed + 1), this.scratchUsed + text.length);
    this.scratchUsed += text.length;
  }

  private setCell(column: number, start: number, end: number): void {
    // While columns are still found, the batch may have fewer.
    if (column >= this.batch.columns) return;
    if (this.batch.end[this.firstCell + column] !== 0) this.repeatedKeys++;
    this.batch.start[this.firstCell + column] = start;
    this.batch.end[this.firstCell + column] = end;
  }

  private putOther(path: string, from: number, to: number): void {
    const value = Buffer.from(this.scanner.bytes.subarray(from, to)).toString();
    this.others.push(`${JSON.stringify(path)}:${value}`);
  }

  private findEscaped(parent: JsonKey, from: number, to: number): JsonKey | undefined {
    const key = this.unescaped(from, to);
    return this.columns.find(parent, key, 0, key.length);
  }

  private pathOf(parent: JsonKey, from: number, to: number): string {
    const name = Buffer.from(this.unescaped(from, to)).toString();
    return parent === this.columns.root ? name : `${parent.path}.${name}`;
  }

  private unescaped(from: number, to: number): Uint8Array {
    const out = new Uint8Array(to - from);
    return out.subarray(0, unescapeString(this.scanner.bytes, from, to, out, 0));
  }
}
