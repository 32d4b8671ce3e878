import { Interner } from '../interner.ts';
import { RAW_OFFSET, TIME_COLUMN } from '../requests/columns.ts';
import type { BufferPool } from './buffer-pool.ts';
import type { CellBatch } from './cells.ts';
import type { ImportPlan } from './plan.ts';
import type { Run, RunNumbers } from './run.ts';

/** Rows gathered before they are sorted by account and written. */
const RUN_ROWS = 65_536;
/** Wide tables gather fewer rows, so that memory does not depend on the file. */
const RUN_CELLS = 1 << 23;
/** Text gathered before a run is written early. */
const RUN_TEXT_BYTES = 64 * 1024 * 1024;

/** A text column while it fills. */
export interface GrowingText {
  readonly number: number;
  readonly texts: Interner;
  readonly codes: Uint32Array;
}

/** Where rows are gathered; `take` hands them on and begins anew. */
export class RunBuffer {
  rows = 0;
  readonly account: Uint32Array;
  readonly timeUs: Float64Array;
  readonly row: Float64Array;
  readonly idHash: readonly [Float64Array, Float64Array];
  readonly rowHash: readonly [Float64Array, Float64Array];
  readonly texts = new Map<number, GrowingText>();
  readonly numbers = new Map<number, RunNumbers>();
  private readonly capacity: number;
  private readonly seed: readonly [number, number];
  private readonly pool: BufferPool;

  /** @param pool where the buffers of the runs it hands on come from. */
  constructor(plan: ImportPlan, seed: readonly [number, number], pool: BufferPool) {
    this.pool = pool;
    const capacity = Math.min(RUN_ROWS, Math.ceil(RUN_CELLS / (plan.fields.length + plan.extra.length + 1)));
    this.capacity = capacity;
    this.seed = seed;
    this.account = new Uint32Array(capacity);
    this.timeUs = new Float64Array(capacity);
    this.row = new Float64Array(capacity);
    this.idHash = [new Float64Array(capacity), new Float64Array(capacity)];
    this.rowHash = [new Float64Array(capacity), new Float64Array(capacity)];
    this.addText(TIME_COLUMN + RAW_OFFSET);
    for (const { target } of plan.fields) {
      if (target.type === 'text') this.addText(target.number);
      else {
        this.numbers.set(target.number, { number: target.number, values: new Float64Array(capacity) });
        this.addText(target.number + RAW_OFFSET);
      }
    }
    for (const { number } of plan.extra) this.addText(number);
  }

  text(number: number): GrowingText {
    const column = this.texts.get(number);
    if (!column) throw new Error(`The run has no text column ${number}.`);
    return column;
  }

  /** Puts a cell's text into the row being read. An empty cell is absent. */
  putText(column: GrowingText, batch: CellBatch, cell: number): boolean {
    const from = batch.start[cell];
    const to = batch.end[cell];
    if (from >= 0) {
      if (to <= from) {
        column.codes[this.rows] = 0;
        return false;
      }
      column.codes[this.rows] = 1 + column.texts.intern(batch.bytes, from, to);
      return true;
    }
    const start = -(from + 1);
    column.codes[this.rows] = to <= start ? 0 : 1 + column.texts.intern(batch.scratch, start, to);
    return to > start;
  }

  get full(): boolean {
    return this.rows === this.capacity;
  }

  /** Whether the texts take more memory than a run should. */
  get heavy(): boolean {
    let bytes = 0;
    for (const { texts } of this.texts.values()) bytes += texts.size;
    return bytes > RUN_TEXT_BYTES;
  }

  /** The rows gathered so far, copied out, and the buffer empty again. */
  take(newAccounts: readonly string[]): Run {
    const { rows, pool } = this;
    const cut = (values: Float64Array) => pool.copyNumbers(values.subarray(0, rows));
    const run: Run = {
      rows,
      account: pool.copyWords(this.account.subarray(0, rows)),
      timeUs: cut(this.timeUs),
      row: cut(this.row),
      idHash: [cut(this.idHash[0]), cut(this.idHash[1])],
      rowHash: [cut(this.rowHash[0]), cut(this.rowHash[1])],
      texts: [...this.texts.values()]
        .filter(({ texts }) => texts.count > 0)
        .map(({ number, texts, codes }) => ({
          number,
          bytes: pool.copyBytes(texts.bytes.subarray(0, texts.size)),
          ends: pool.copyWords(texts.ends.subarray(0, texts.count)),
          codes: pool.copyWords(codes.subarray(0, rows)),
        })),
      numbers: [...this.numbers.values()].map(({ number, values }) => ({ number, values: cut(values) })),
      newAccounts,
    };
    this.clear();
    return run;
  }

  /** Forgets the rows and texts gathered so far. */
  clear(): null {
    this.rows = 0;
    for (const { texts } of this.texts.values()) texts.clear();
    return null;
  }

  private addText(number: number): void {
    this.texts.set(number, { number, texts: new Interner(this.seed), codes: new Uint32Array(this.capacity) });
  }
}
