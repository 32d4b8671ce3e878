/** The little of DER (X.690) that time stamps need: definite lengths, tags below 31. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
  /** Tag, length and content. */
  readonly bytes: Buffer;
}

export const TAG = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** One value with its tag and length. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | size.length, ...size];
  return Buffer.concat([Buffer.from(head), content]);
}

/** An object identifier in dots. */
export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const digits = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) {
      digits.unshift(0x80 | (left % 128));
    }
    bytes.push(...digits);
  }
  return der(TAG.oid, Buffer.from(bytes));
}

/** Bytes that are no DER. */
export class DerError extends Error {}

/** All values that lie end to end in `bytes`. Throws DerError. */
export function derValues(bytes: Buffer): Der[] {
  const values: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const value = valueAt(bytes, at);
    values.push(value);
    at += value.bytes.length;
  }
  return values;
}

/** The one value that is all of `bytes`, of the tag asked for. Throws DerError. */
export function derValue(bytes: Buffer, tag: number): Der {
  const values = derValues(bytes);
  if (values.length !== 1) throw new DerError('Not one value');
  return expect(values[0], tag);
}

/** The values inside one of the tag asked for. Throws DerError. */
export function inside(value: Der | undefined, tag: number): Der[] {
  return derValues(expect(value, tag).content);
}

export function expect(value: Der | undefined, tag: number): Der {
  if (value?.tag !== tag) throw new DerError(`Expected tag ${tag}, found ${value?.tag}`);
  return value;
}

export function isOid(value: Der | undefined, dotted: string): boolean {
  return value?.bytes.equals(oid(dotted)) ?? false;
}

function valueAt(bytes: Buffer, at: number): Der {
  const tag = bytes[at];
  if ((tag & 0x1f) === 0x1f || at + 2 > bytes.length) throw new DerError('Unreadable tag');
  let length = bytes[at + 1];
  let start = at + 2;
  if (length >= 0x80) {
    const size = length & 0x7f;
    if (size === 0 || size > 4 || start + size > bytes.length) throw new DerError('Unreadable length');
    length = bytes.readUIntBE(start, size);
    start += size;
  }
  const end = start + length;
  if (end > bytes.length) throw new DerError('Cut short');
  return { tag, content: bytes.subarray(start, end), bytes: bytes.subarray(at, end) };
}
