import { isUtf8 } from 'node:buffer';
import { readVarint } from './tree-page.ts';

export type Value = null | number | bigint | string | Uint8Array;

/**
 * The values of a record (file format, "Record Format"); undefined where its header does not fit its length, or a text is
 * no UTF-8, in which every case is written.
 */
export function readRow(bytes: Uint8Array): Value[] | undefined {
  try {
    return valuesOf(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function valuesOf(bytes: Uint8Array): Value[] | undefined {
  const { value: headBytes, to } = readVarint(bytes, 0, bytes.length);
  if (headBytes < to || headBytes > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values: Value[] = [];
  let at = headBytes;
  for (let head = to; head < headBytes; ) {
    const type = readVarint(bytes, head, headBytes);
    head = type.to;
    const length = lengthOf(type.value);
    if (length === undefined || at + length > bytes.length) return undefined;
    const value = valueAt(bytes, view, at, type.value, length);
    if (value === undefined) return undefined;
    values.push(value);
    at += length;
  }
  return at === bytes.length ? values : undefined;
}

const WHOLE_BYTES = [0, 1, 2, 3, 4, 6, 8];

function lengthOf(type: number): number | undefined {
  if (type >= 12) return Math.floor((type - 12) / 2);
  if (type >= 0 && type <= 6) return WHOLE_BYTES[type];
  if (type === 7) return 8;
  return type === 8 || type === 9 ? 0 : undefined;
}

function valueAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  type: number,
  length: number,
): Value | undefined {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return view.getFloat64(at);
  if (type <= 6) return whole(view, at, length);
  // A Buffer's own slice would be a view.
  const own = Uint8Array.from(bytes.subarray(at, at + length));
  if (type % 2 === 0) return own;
  return isUtf8(own) ? Buffer.from(own.buffer).toString('utf8') : undefined;
}

function whole(view: DataView, at: number, length: number): number | bigint {
  if (length === 8) {
    const value = view.getBigInt64(at);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  let value = view.getInt8(at);
  for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(at + i);
  return value;
}
