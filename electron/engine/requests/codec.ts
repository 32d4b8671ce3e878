/**
 * How a column of a chunk becomes bytes. Each block begins with a kind byte; numbers are little-endian.
 *
 *   EMPTY    [0]                                                     every value absent
 *   NUMBERS  [1, width, hasAbsent, 0, 0,0,0,0, scale f64, base f64, values..., absent bitmap]
 *            width 1, 2, 4: value = base + scale * unsigned integer;  width 8: the f64 itself
 *   TEXT     [2, width, 0, 0, count u32, ends u32 * count, UTF-8 bytes..., codes...]
 *            code 0 is absent, code k the k-th distinct text
 *
 * Absent numbers are NaN outside. The number of values is the chunk's and not repeated.
 */
const EMPTY = 0;
const NUMBERS = 1;
const TEXT = 2;
/** The kind byte of a block of text, for SQL. */
export const TEXT_BLOCK_HEX = '02';
const NUMBERS_HEAD = 24;
const TEXT_HEAD = 8;

/** Distinct texts of a column: bytes of text k (from 0) are bytes[ends[k - 1] .. ends[k]]. */
export interface TextColumn {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  /** Per row, 0 for absent or 1 + the index of its text. */
  readonly codes: Uint32Array;
}

export function encodeNumbers(values: Float64Array): Uint8Array {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let absent = 0;
  let whole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) {
      absent++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    // -0 has no integer form that comes back as itself.
    if (whole && (!Number.isSafeInteger(value) || Object.is(value, -0))) whole = false;
  }
  if (absent === values.length) return new Uint8Array([EMPTY]);
  const scale = whole ? commonScale(values, min) : 1;
  const steps = (max - min) / scale;
  const width = !whole || steps > 0xffff_ffff ? 8 : steps > 0xffff ? 4 : steps > 0xff ? 2 : 1;
  const bitmapBytes = absent > 0 && width !== 8 ? (values.length + 7) >> 3 : 0;
  const out = new Uint8Array(NUMBERS_HEAD + width * values.length + bitmapBytes);
  const head = new DataView(out.buffer);
  out[0] = NUMBERS;
  out[1] = width;
  out[2] = bitmapBytes > 0 ? 1 : 0;
  head.setFloat64(8, scale, true);
  head.setFloat64(16, min, true);
  if (width === 8) {
    new Float64Array(out.buffer, NUMBERS_HEAD, values.length).set(values);
    return out;
  }
  const cells = integerView(out.buffer, NUMBERS_HEAD, width, values.length);
  const bitmapAt = NUMBERS_HEAD + width * values.length;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) out[bitmapAt + (i >> 3)] |= 1 << (i & 7);
    else cells[i] = (value - min) / scale;
  }
  return out;
}

/** The largest of a second, a millisecond and one (in microseconds) that divides every distance from `min`. */
function commonScale(values: Float64Array, min: number): number {
  for (const scale of [1_000_000, 1000]) {
    let divides = true;
    for (let i = 0; divides && i < values.length; i++) {
      if (!Number.isNaN(values[i]) && (values[i] - min) % scale !== 0) divides = false;
    }
    if (divides) return scale;
  }
  return 1;
}

/** Values of a number column of `rows` rows; NaN where absent. */
export function decodeNumbers(block: Uint8Array, rows: number): Float64Array {
  const values = new Float64Array(rows);
  if (block[0] === EMPTY) return values.fill(Number.NaN);
  if (block[0] !== NUMBERS) throw new RangeError('This block holds no numbers.');
  const own = block.slice();
  const width = own[1];
  const head = new DataView(own.buffer);
  const scale = head.getFloat64(8, true);
  const base = head.getFloat64(16, true);
  if (width === 8) {
    values.set(new Float64Array(own.buffer, NUMBERS_HEAD, rows));
    return values;
  }
  const cells = integerView(own.buffer, NUMBERS_HEAD, width, rows);
  for (let i = 0; i < rows; i++) values[i] = base + scale * cells[i];
  if (own[2] === 1) {
    const bitmapAt = NUMBERS_HEAD + width * rows;
    for (let i = 0; i < rows; i++) {
      if (own[bitmapAt + (i >> 3)] & (1 << (i & 7))) values[i] = Number.NaN;
    }
  }
  return values;
}

export function encodeText({ bytes, ends, codes }: TextColumn): Uint8Array {
  const count = ends.length;
  if (count === 0) return new Uint8Array([EMPTY]);
  const width = count > 0xffff ? 4 : count > 0xff ? 2 : 1;
  const used = ends[count - 1];
  const codesAt = alignTo(TEXT_HEAD + 4 * count + used, width);
  const out = new Uint8Array(codesAt + width * codes.length);
  out[0] = TEXT;
  out[1] = width;
  new DataView(out.buffer).setUint32(4, count, true);
  new Uint32Array(out.buffer, TEXT_HEAD, count).set(ends);
  out.set(bytes.subarray(0, used), TEXT_HEAD + 4 * count);
  integerView(out.buffer, codesAt, width, codes.length).set(codes);
  return out;
}

/** Whether a block is one of text; a block of nothing but absent values is neither that nor one of numbers. */
export function holdsText(block: Uint8Array): boolean {
  return block[0] === TEXT;
}

export function decodeText(block: Uint8Array, rows: number): TextColumn {
  if (block[0] === EMPTY) {
    return { bytes: new Uint8Array(0), ends: new Uint32Array(0), codes: new Uint32Array(rows) };
  }
  if (block[0] !== TEXT) throw new RangeError('This block holds no text.');
  const own = block.slice();
  const width = own[1];
  const count = new DataView(own.buffer).getUint32(4, true);
  const ends = new Uint32Array(own.buffer, TEXT_HEAD, count);
  const bytesAt = TEXT_HEAD + 4 * count;
  const codesAt = alignTo(bytesAt + ends[count - 1], width);
  return {
    bytes: own.subarray(bytesAt, bytesAt + ends[count - 1]),
    ends,
    codes: Uint32Array.from(integerView(own.buffer, codesAt, width, rows)),
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The distinct texts of a column as strings, index = code; index 0 (absent) is null. */
export function textValues({ bytes, ends }: TextColumn): (string | null)[] {
  const values: (string | null)[] = [null];
  let from = 0;
  for (const end of ends) {
    values.push(decoder.decode(bytes.subarray(from, end)));
    from = end;
  }
  return values;
}

function integerView(buffer: ArrayBufferLike, at: number, width: number, length: number) {
  if (width === 1) return new Uint8Array(buffer, at, length);
  if (width === 2) return new Uint16Array(buffer, at, length);
  return new Uint32Array(buffer, at, length);
}

const alignTo = (position: number, width: number) => Math.ceil(position / width) * width;
