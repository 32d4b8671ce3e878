import { Interner } from '../interner.ts';
import type { TextColumn } from '../requests/codec.ts';
import type { Coded, Codes } from './dataset.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text column of all rows while it fills chunk by chunk; texts are looked up once a chunk, not once a row. */
export class CodedColumn {
  private codes: Codes;
  private readonly texts = new Interner([0x243f6a88, 0x85a308d3]);

  constructor(rows: number) {
    this.codes = new Uint8Array(rows);
  }

  /** Puts a chunk's column at the given rows; nothing where no row of the chunk has a value. */
  put(column: TextColumn | undefined, places: Uint32Array): void {
    if (!column) return;
    const { bytes, ends, codes } = column;
    const known = new Uint32Array(ends.length + 1);
    for (let k = 0, from = 0; k < ends.length; k++) {
      known[k + 1] = 1 + this.texts.intern(bytes, from, ends[k]);
      from = ends[k];
    }
    this.codes = wideEnough(this.codes, this.texts.count);
    scatterCodes(codes, known, places, this.codes);
  }

  /** How many texts there are so far. */
  get count(): number {
    return this.texts.count;
  }

  /** The column without its values: codes alone tell them apart. */
  finishCodes(): Codes {
    return this.codes;
  }

  /** The column with its values in ascending order, which the order of rows has no part in. */
  finish(): Coded {
    const { bytes, ends, count } = this.texts;
    const values: string[] = [];
    for (let k = 0, from = 0; k < count; k++) {
      values.push(decoder.decode(bytes.subarray(from, ends[k])));
      from = ends[k];
    }
    const order = Array.from(values, (_, k) => k).sort((a, b) => (values[a] < values[b] ? -1 : 1));
    const rank = new Uint32Array(count + 1);
    order.forEach((k, at) => {
      rank[k + 1] = at + 1;
    });
    recode(this.codes, rank);
    return { codes: this.codes, values: order.map((k) => values[k]) };
  }
}

/** The same codes, in wider cells where the greatest code so far needs them. */
function wideEnough(codes: Codes, greatest: number): Codes {
  if (greatest > 0xffff) return codes instanceof Uint32Array ? codes : new Uint32Array(codes);
  if (greatest > 0xff) return codes instanceof Uint8Array ? new Uint16Array(codes) : codes;
  return codes;
}

function scatterCodes(from: Uint32Array, known: Uint32Array, places: Uint32Array, into: Codes): void {
  for (let i = 0; i < from.length; i++) into[places[i]] = known[from[i]];
}

function recode(codes: Codes, rank: Uint32Array): void {
  for (let i = 0; i < codes.length; i++) codes[i] = rank[codes[i]];
}
