import type { TextColumn } from '../requests/codec.ts';
import type { RunText } from './run.ts';

/** Makes the dictionary of each chunk from that of the run, numbered in order of first use. */
export class ChunkDictionary {
  /** Of the column. */
  readonly number: number;
  private readonly column: RunText;
  /** Rows of a chunk at most. */
  private readonly most: number;
  /** Per text of the run `base` and its number in the chunk; smaller where the chunk has not used it yet. */
  private readonly marks: Uint32Array;
  private base = 0;
  /** No text of the run stands in two rows, so none needs to be looked for. */
  private readonly allDistinct: boolean;
  /** What `ofRows` gives lies in these. */
  private bytes = new Uint8Array(1 << 16);
  private readonly ends: Uint32Array;
  private readonly codes: Uint32Array;
  /** Texts of the chunk, in order of first use. */
  private readonly used: Uint32Array;

  constructor(column: RunText, most: number) {
    this.number = column.number;
    this.column = column;
    this.most = most;
    this.allDistinct = isAscending(column.codes);
    this.marks = new Uint32Array(this.allDistinct ? 0 : column.ends.length + 1);
    this.ends = new Uint32Array(most);
    this.codes = new Uint32Array(most);
    this.used = new Uint32Array(most);
  }

  /** The column in the given rows of the run; good until the next are asked for. */
  ofRows(rows: Uint32Array): TextColumn {
    const count = this.allDistinct ? this.numberEach(rows) : this.numberDistinct(rows);
    this.copyTexts(count);
    return {
      bytes: this.bytes,
      ends: this.ends.subarray(0, count),
      codes: this.codes.subarray(0, rows.length),
    };
  }

  private numberEach(rows: Uint32Array): number {
    const { codes, used } = this;
    const runCodes = this.column.codes;
    let count = 0;
    for (let i = 0; i < rows.length; i++) {
      const code = runCodes[rows[i]];
      if (code !== 0) used[count++] = code;
      codes[i] = code === 0 ? 0 : count;
    }
    return count;
  }

  private numberDistinct(rows: Uint32Array): number {
    const { codes, used, marks, base } = this;
    const runCodes = this.column.codes;
    let count = 0;
    for (let i = 0; i < rows.length; i++) {
      const code = runCodes[rows[i]];
      if (code === 0) {
        codes[i] = 0;
        continue;
      }
      let mark = marks[code];
      if (mark <= base) {
        used[count++] = code;
        mark = base + count;
        marks[code] = mark;
      }
      codes[i] = mark - base;
    }
    this.base += this.most;
    return count;
  }

  private copyTexts(count: number): void {
    const { ends, used } = this;
    const { bytes, ends: runEnds } = this.column;
    let size = 0;
    for (let k = 0; k < count; k++) {
      const code = used[k];
      size += runEnds[code - 1] - (code > 1 ? runEnds[code - 2] : 0);
      ends[k] = size;
    }
    if (size > this.bytes.length) this.bytes = new Uint8Array(Math.max(size, this.bytes.length * 2));
    const out = this.bytes;
    let at = 0;
    for (let k = 0; k < count; k++) {
      const end = ends[k];
      // Most texts are short, for which setting a part of an array takes longer.
      for (let from = runEnds[used[k] - 1] - (end - at); at < end; ) out[at++] = bytes[from++];
    }
  }
}

/** Whether each code but 0 is greater than those before it. */
function isAscending(codes: Uint32Array): boolean {
  let last = 0;
  for (const code of codes) {
    if (code === 0) continue;
    if (code <= last) return false;
    last = code;
  }
  return true;
}
