/** A value of Thrift's compact protocol, taken apart as far as it is one. */
export type Thrift =
  | { kind: 'bool'; value: boolean }
  | { kind: 'byte'; value: number }
  | { kind: 'int'; type: 4 | 5 | 6; value: bigint }
  | { kind: 'double'; bytes: Buffer }
  | { kind: 'binary'; bytes: Buffer }
  | { kind: 'list'; of: number; items: Thrift[]; claimed?: number }
  | { kind: 'struct'; fields: { id: number; value: Thrift }[] };

/** Where a value is read. */
export interface ThriftReader {
  readonly bytes: Buffer;
  at: number;
}

/** Throws for what is none. */
export function readThrift(reader: ThriftReader, type: number, depth: number): Thrift {
  if (depth > 60) throw new RangeError('Nested too deep');
  switch (type) {
    case 1:
    case 2:
      return { kind: 'bool', value: type === 1 };
    case 3:
      return { kind: 'byte', value: reader.bytes.readUInt8(reader.at++) };
    case 4:
    case 5:
    case 6:
      return { kind: 'int', type, value: unzigzag(varint(reader)) };
    case 7:
      return { kind: 'double', bytes: take(reader, 8) };
    case 8:
      return { kind: 'binary', bytes: take(reader, Number(varint(reader))) };
    case 9:
    case 10: {
      const head = reader.bytes.readUInt8(reader.at++);
      const size = head >> 4 === 15 ? Number(varint(reader)) : head >> 4;
      const of = head & 15;
      const items = Array.from({ length: Math.min(size, 100_000) }, () =>
        of === 1 || of === 2
          ? readThrift(reader, reader.bytes.readUInt8(reader.at++) === 1 ? 1 : 2, depth + 1)
          : readThrift(reader, of, depth + 1),
      );
      return { kind: 'list', of, items };
    }
    case 12: {
      const fields: { id: number; value: Thrift }[] = [];
      for (let last = 0; ; ) {
        const head = reader.bytes.readUInt8(reader.at++);
        if (head === 0) return { kind: 'struct', fields };
        last = head >> 4 === 0 ? Number(unzigzag(varint(reader))) : last + (head >> 4);
        fields.push({ id: last, value: readThrift(reader, head & 15, depth + 1) });
      }
    }
    default:
      throw new RangeError('No such type');
  }
}

function take(reader: ThriftReader, length: number): Buffer {
  if (length > reader.bytes.length - reader.at) throw new RangeError('Cut short');
  reader.at += length;
  return Buffer.from(reader.bytes.subarray(reader.at - length, reader.at));
}

function varint(reader: ThriftReader): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = reader.bytes.readUInt8(reader.at++);
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return value;
  }
  throw new RangeError('Too long');
}

const unzigzag = (value: bigint) => (value >> 1n) ^ -(value & 1n);

function typeOf(value: Thrift): number {
  switch (value.kind) {
    case 'bool':
      return value.value ? 1 : 2;
    case 'byte':
      return 3;
    case 'int':
      return value.type;
    case 'double':
      return 7;
    case 'binary':
      return 8;
    case 'list':
      return 9;
    case 'struct':
      return 12;
  }
}

export function encodeThrift(value: Thrift): Buffer {
  switch (value.kind) {
    case 'bool':
      return Buffer.alloc(0);
    case 'byte':
      return Buffer.from([value.value]);
    case 'int':
      return putVarint(BigInt.asUintN(64, (value.value << 1n) ^ (value.value >> 63n)));
    case 'double':
      return value.bytes;
    case 'binary':
      return Buffer.concat([putVarint(BigInt(value.bytes.length)), value.bytes]);
    case 'list': {
      const size = value.claimed ?? value.items.length;
      const head =
        size < 15
          ? Buffer.from([(size << 4) | value.of])
          : Buffer.concat([Buffer.from([0xf0 | value.of]), putVarint(BigInt(size))]);
      return Buffer.concat([
        head,
        ...value.items.map((item) =>
          item.kind === 'bool' ? Buffer.from([item.value ? 1 : 2]) : encodeThrift(item),
        ),
      ]);
    }
    case 'struct': {
      let last = 0;
      const parts = value.fields.map(({ id, value: held }) => {
        const step = id - last;
        last = id;
        const type = typeOf(held);
        const head =
          step > 0 && step < 16
            ? Buffer.from([(step << 4) | type])
            : Buffer.concat([Buffer.from([type]), putVarint(BigInt(id) << 1n)]);
        return Buffer.concat([head, encodeThrift(held)]);
      });
      return Buffer.concat([...parts, Buffer.from([0])]);
    }
  }
}

function putVarint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}
