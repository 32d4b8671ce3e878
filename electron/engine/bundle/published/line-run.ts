import type { Run, RunText } from '../../import/run.ts';

/** A run holds no more rows, cells and characters than this, as that of an import. */
const RUN_ROWS = 65_536;
const RUN_CELLS = 1 << 23;
const RUN_CHARACTERS = 64 * 1024 * 1024;

interface Texts {
  readonly codes: Uint32Array;
  readonly numbers: Map<string, number>;
  /** What the row before has: mostly the next has it too. */
  last: string;
  lastCode: number;
}

/** Gathers rows as strings and numbers, and hands them on as runs. */
export class LineRun {
  rows = 0;
  private readonly capacity: number;
  private readonly account: Uint32Array;
  private readonly timeUs: Float64Array;
  private readonly row: Float64Array;
  private readonly texts = new Map<number, Texts>();
  private readonly numbers = new Map<number, Float64Array>();
  private readonly accounts = new Map<string, number>();
  private newAccounts: string[] = [];
  private characters = 0;

  /** @param columns that a row may have at most. */
  constructor(columns: number) {
    this.capacity = Math.min(RUN_ROWS, Math.ceil(RUN_CELLS / (columns + 1)));
    this.account = new Uint32Array(this.capacity);
    this.timeUs = new Float64Array(this.capacity);
    this.row = new Float64Array(this.capacity);
  }

  get full(): boolean {
    return this.rows === this.capacity || this.characters > RUN_CHARACTERS;
  }

  /** Begins with a row; `putText` and `putNumber` fill it, `end` ends it. */
  begin(account: string, timeUs: number, row: number): void {
    let number = this.accounts.get(account);
    if (number === undefined) {
      number = this.accounts.size;
      this.accounts.set(account, number);
      this.newAccounts.push(account);
    }
    this.account[this.rows] = number;
    this.timeUs[this.rows] = timeUs;
    this.row[this.rows] = row;
  }

  putText(column: number, text: string): void {
    if (text === '') return;
    let texts = this.texts.get(column);
    if (!texts) {
      texts = { codes: new Uint32Array(this.capacity), numbers: new Map(), last: '', lastCode: 0 };
      this.texts.set(column, texts);
    }
    if (text === texts.last) {
      texts.codes[this.rows] = texts.lastCode;
      return;
    }
    let code = texts.numbers.get(text);
    if (code === undefined) {
      code = texts.numbers.size + 1;
      texts.numbers.set(text, code);
      this.characters += text.length;
    }
    texts.last = text;
    texts.lastCode = code;
    texts.codes[this.rows] = code;
  }

  putNumber(column: number, value: number): void {
    let values = this.numbers.get(column);
    if (!values) {
      values = new Float64Array(this.capacity).fill(Number.NaN);
      this.numbers.set(column, values);
    }
    values[this.rows] = value;
  }

  end(): void {
    this.rows++;
  }

  /** The rows gathered so far; begins anew. Accounts keep their numbers. */
  take(): Run {
    const { rows } = this;
    const none = new Float64Array(rows).fill(Number.NaN);
    const run: Run = {
      rows,
      account: this.account.slice(0, rows),
      timeUs: this.timeUs.slice(0, rows),
      row: this.row.slice(0, rows),
      // Duplicates were told from others when the source was imported.
      idHash: [none, none],
      rowHash: [none, none],
      texts: [...this.texts].map(([number, texts]) => encoded(number, texts, rows)),
      numbers: [...this.numbers].map(([number, values]) => ({ number, values: values.slice(0, rows) })),
      newAccounts: this.newAccounts,
    };
    this.rows = 0;
    this.characters = 0;
    this.newAccounts = [];
    this.texts.clear();
    this.numbers.clear();
    return run;
  }
}

function encoded(number: number, { codes, numbers }: Texts, rows: number): RunText {
  const texts = [...numbers.keys()];
  const bytes = Buffer.from(texts.join(''), 'utf8');
  const ends = new Uint32Array(texts.length);
  let size = 0;
  for (const [at, text] of texts.entries()) {
    size += text.length;
    ends[at] = size;
  }
  if (bytes.length !== size) {
    // Not each character is a byte.
    size = 0;
    for (const [at, text] of texts.entries()) {
      size += Buffer.byteLength(text);
      ends[at] = size;
    }
  }
  return { number, bytes, ends, codes: codes.slice(0, rows) };
}
