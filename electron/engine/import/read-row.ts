import { Interner } from '../interner.ts';
import { mixBits } from '../mix-bits.ts';
import { ACCOUNT_COLUMN, RAW_OFFSET, TIME_COLUMN } from '../requests/columns.ts';
import type { CellBatch } from './cells.ts';
import { parseNumber, spelledCanonically } from './parse-number.ts';
import { newReading, type TimeReading, timeReader } from './parse-time.ts';
import type { ImportPlan } from './plan.ts';
import type { RunNumbers } from './run.ts';
import type { GrowingText, RunBuffer } from './run-buffer.ts';

/** Why a record is rejected for its account. References to an account hold its id, so its length is bounded. */
export const NO_ACCOUNT = 'No account id';
export const LONG_ACCOUNT = 'Account id longer than 1,000 bytes';
export const MAX_ACCOUNT_BYTES = 1000;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const SPACE = 32;
const TAB = 9;

/**
 * Reads rows of batches into a run buffer under a plan. A value that cannot be read as its field's type is
 * absent, and its text is kept; so is the text of a value whose usual spelling is another.
 */
export class RowReader {
  private readonly plan: ImportPlan;
  private readonly run: RunBuffer;
  private readonly readTime: ReturnType<typeof timeReader>;
  private readonly reading: TimeReading = newReading();
  private readonly texts: readonly {
    readonly from: number;
    readonly column: GrowingText;
    /** What its values are hashed under: the field's number, or the name of a column that no field takes. */
    readonly salt: number;
  }[];
  private readonly numbers: readonly {
    readonly from: number;
    readonly column: RunNumbers;
    readonly raw: GrowingText;
  }[];
  private readonly rawTime: GrowingText;
  private readonly requestIds: GrowingText | undefined;
  private readonly accounts: Interner;
  private readonly numberView = new DataView(new ArrayBuffer(8));
  private newAccounts: string[] = [];
  /** How the first readable time was spelt; times spelt otherwise keep their text. */
  timeStyle: string | null = null;
  /** Hashes of the row read last: two 32-bit halves of the row's, and of its request id's (NaN without one). */
  rowHigh = 0;
  rowLow = 0;
  idHigh = Number.NaN;
  idLow = Number.NaN;

  constructor(plan: ImportPlan, run: RunBuffer, seed: readonly [number, number]) {
    this.plan = plan;
    this.run = run;
    this.accounts = new Interner(seed);
    this.readTime = timeReader(plan.mapping.timeFormat, plan.zone);
    this.texts = [
      ...plan.fields.flatMap(({ from, target }) =>
        target.type === 'text' ? [{ from, column: run.text(target.number), salt: target.number }] : [],
      ),
      ...plan.extra.map(({ from, number, name }) => ({
        from,
        column: run.text(number),
        salt: nameSalt(name),
      })),
    ];
    this.numbers = plan.fields.flatMap(({ from, target }) => {
      const column = run.numbers.get(target.number);
      return column ? [{ from, column, raw: run.text(target.number + RAW_OFFSET) }] : [];
    });
    this.rawTime = run.text(TIME_COLUMN + RAW_OFFSET);
    this.requestIds = this.texts.find(({ from }) => from === plan.requestId)?.column;
  }

  /**
   * Reads one record into the run's next row, without taking it yet, and computes its hashes.
   * @returns why the record cannot be stored, in words; undefined when it can.
   */
  read(batch: CellBatch, row: number): string | undefined {
    const { run, plan } = this;
    const first = row * batch.columns;
    const at = run.rows;
    this.rowHigh = 0;
    this.rowLow = 0;
    this.idHigh = Number.NaN;
    this.idLow = Number.NaN;
    const account = this.readAccount(batch, first + plan.account);
    if (typeof account === 'string') return account;
    run.account[at] = account;

    for (let i = 0; i < this.texts.length; i++) {
      const { from, column, salt } = this.texts[i];
      if (!run.putText(column, batch, first + from)) continue;
      const { texts } = column;
      this.addHash(texts.high, texts.low, salt);
      if (column === this.requestIds) {
        this.idHigh = texts.high >>> 0;
        this.idLow = texts.low >>> 0;
      }
    }
    for (let i = 0; i < this.numbers.length; i++) {
      const { from, column, raw } = this.numbers[i];
      this.readNumber(batch, first + from, at, column, raw);
    }
    this.readTimeCell(batch, first + plan.time, at);

    run.idHash[0][at] = this.idHigh;
    run.idHash[1][at] = this.idLow;
    run.rowHash[0][at] = this.rowHigh >>>= 0;
    run.rowHash[1][at] = this.rowLow >>>= 0;
    return undefined;
  }

  /** Accounts first seen since the last call, in order of their numbers. */
  takeNewAccounts(): readonly string[] {
    const taken = this.newAccounts;
    this.newAccounts = [];
    return taken;
  }

  /** The number of the cell's account, spaces around it cut off; in words why it names none. */
  private readAccount(batch: CellBatch, cell: number): number | string {
    const start = batch.start[cell];
    const bytes = start < 0 ? batch.scratch : batch.bytes;
    let from = start < 0 ? -(start + 1) : start;
    let to = batch.end[cell];
    while (from < to && (bytes[from] === SPACE || bytes[from] === TAB)) from++;
    while (from < to && (bytes[to - 1] === SPACE || bytes[to - 1] === TAB)) to--;
    if (to <= from) return NO_ACCOUNT;
    if (to - from > MAX_ACCOUNT_BYTES) return LONG_ACCOUNT;
    const known = this.accounts.count;
    const number = this.accounts.intern(bytes, from, to);
    if (number === known) this.newAccounts.push(decoder.decode(bytes.subarray(from, to)));
    this.addHash(this.accounts.high, this.accounts.low, ACCOUNT_COLUMN);
    return number;
  }

  private readNumber(batch: CellBatch, cell: number, at: number, column: RunNumbers, raw: GrowingText): void {
    const start = batch.start[cell];
    const bytes = start < 0 ? batch.scratch : batch.bytes;
    const from = start < 0 ? -(start + 1) : start;
    const to = batch.end[cell];
    raw.codes[at] = 0;
    if (to <= from) {
      column.values[at] = Number.NaN;
      return;
    }
    const value = parseNumber(bytes, from, to);
    column.values[at] = value;
    if (!spelledCanonically) this.run.putText(raw, batch, cell);
    if (Number.isNaN(value)) this.addHash(raw.texts.high, raw.texts.low, column.number);
    else this.addNumberHash(value, column.number);
  }

  private readTimeCell(batch: CellBatch, cell: number, at: number): void {
    const { run, reading, rawTime } = this;
    const start = batch.start[cell];
    const from = start < 0 ? -(start + 1) : start;
    rawTime.codes[at] = 0;
    if (batch.end[cell] <= from) {
      run.timeUs[at] = Number.NaN;
      return;
    }
    this.readTime(start < 0 ? batch.scratch : batch.bytes, from, batch.end[cell], reading);
    run.timeUs[at] = reading.us;
    if (!Number.isNaN(reading.us)) {
      this.timeStyle ??= reading.style;
      this.addNumberHash(reading.us, TIME_COLUMN);
    }
    if (reading.style === null || reading.style !== this.timeStyle) run.putText(rawTime, batch, cell);
    if (Number.isNaN(reading.us)) this.addHash(rawTime.texts.high, rawTime.texts.low, TIME_COLUMN);
  }

  /** The row's hash is the sum of its cells', each salted by its column: the file's column order does not matter. */
  private addHash(high: number, low: number, column: number): void {
    const salt = Math.imul(column + 1, 0x9e3779b1);
    this.rowHigh = (this.rowHigh + mixBits(high ^ salt ^ Math.imul(low, 0xc2b2ae35))) | 0;
    this.rowLow = (this.rowLow + mixBits(low + salt)) | 0;
  }

  private addNumberHash(value: number, column: number): void {
    this.numberView.setFloat64(0, value);
    this.addHash(Math.imul(this.numberView.getInt32(0), 0x85ebca6b), this.numberView.getInt32(4), column);
  }
}

/** A number for a column's name, away from the numbers of fields: files may order such columns differently. */
function nameSalt(name: string): number {
  let salt = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) salt = Math.imul(salt ^ name.charCodeAt(i), 0x01000193);
  return salt | 0x40000000;
}
