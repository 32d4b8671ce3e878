/** A Parquet file of one row group and uncompressed plain pages, with whatever is to be odd or wrong about it. */
export interface MadeColumn {
  /** Of the schema, from the top down; the last one is the column itself. */
  readonly path: readonly MadeElement[];
  /** The page: levels, where the schema has them, and values. */
  readonly page: Uint8Array;
  /** Instead of one per row. */
  readonly values?: number;
  /** The page's checksum; none without it. */
  readonly crc?: number;
}

export interface MadeElement {
  readonly name: string;
  /** 0 boolean, 1 int32, 2 int64, 3 int96, 4 float, 5 double, 6 byte array, 7 fixed; none for a group. */
  readonly type?: number;
  readonly typeLength?: number;
  /** 0 required, 1 optional, 2 repeated. */
  readonly repetition?: number;
  /** 0 UTF8, 1 MAP, 3 LIST, 5 DECIMAL, ... */
  readonly converted?: number;
  readonly scale?: number;
  readonly children?: number;
}

export function makeParquet(columns: readonly MadeColumn[], rows: number, claimedRows = rows): Buffer {
  const chunks: Buffer[] = [Buffer.from('PAR1')];
  let position = 4;
  const metas = columns.map(({ path, page, values = rows, crc }) => {
    const header = struct(
      [1, i32(0)],
      [2, i32(page.length)],
      [3, i32(page.length)],
      ...field(4, crc === undefined ? undefined : crc | 0),
      [5, struct([1, i32(values)], [2, i32(0)], [3, i32(3)], [4, i32(3)])],
    );
    const offset = position;
    chunks.push(header.bytes, Buffer.from(page));
    const size = header.bytes.length + page.length;
    position += size;
    const names = list(
      8,
      path.map(({ name }) => binary(name)),
    );
    return struct(
      [2, i64(offset)],
      [
        3,
        struct(
          [1, i32(path.at(-1)?.type ?? 0)],
          [2, list(5, [i32(0)])],
          [3, names],
          [4, i32(0)],
          [5, i64(values)],
          [6, i64(size)],
          [7, i64(size)],
          [9, i64(offset)],
        ),
      ],
    );
  });
  const elements: MadeElement[] = [];
  const seen = new Set<MadeElement>();
  for (const element of columns.flatMap(({ path }) => path)) {
    if (!seen.has(element)) elements.push(element);
    seen.add(element);
  }
  const tops = new Set(columns.map(({ path }) => path[0])).size;
  const root = struct([4, binary('root')], [5, i32(tops)]);
  const schema = list(12, [
    root,
    ...elements.map(({ name, type, typeLength, repetition = 0, converted, scale, children }) =>
      struct(
        ...field(1, type),
        ...field(2, typeLength),
        [3, i32(repetition)],
        [4, binary(name)],
        ...field(5, children),
        ...field(6, converted),
        ...field(7, scale),
      ),
    ),
  ]);
  const group = struct([1, list(12, metas)], [2, i64(position)], [3, i64(claimedRows)]);
  const footer = struct([1, i32(1)], [2, schema], [3, i64(claimedRows)], [4, list(12, [group])]).bytes;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...chunks, footer, length, Buffer.from('PAR1')]);
}

/** A byte array as it stands in a plain page. */
export function plainBytes(text: string | Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(Buffer.byteLength(text));
  return Buffer.concat([length, Buffer.from(text)]);
}

/** Levels, each a run of its own. */
export function levels(...values: readonly number[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(values.length * 2);
  return Buffer.concat([length, ...values.map((value) => Buffer.from([2, value]))]);
}

/** A value of Thrift's compact protocol. */
interface Thrift {
  readonly type: number;
  readonly bytes: Buffer;
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}

const zigzag = (value: number) => varint((BigInt(value) << 1n) ^ (BigInt(value) >> 63n));
const i32 = (value: number): Thrift => ({ type: 5, bytes: zigzag(value) });
const i64 = (value: number): Thrift => ({ type: 6, bytes: zigzag(value) });
const field = (id: number, value: number | undefined): [number, Thrift][] =>
  value === undefined ? [] : [[id, i32(value)]];

function binary(text: string): Thrift {
  return { type: 8, bytes: Buffer.concat([varint(BigInt(Buffer.byteLength(text))), Buffer.from(text)]) };
}

function list(type: number, items: readonly Thrift[]): Thrift {
  const head = items.length < 15 ? Buffer.from([(items.length << 4) | type]) : undefined;
  const size = head ?? Buffer.concat([Buffer.from([0xf0 | type]), varint(BigInt(items.length))]);
  return { type: 9, bytes: Buffer.concat([size, ...items.map(({ bytes }) => bytes)]) };
}

function struct(...fields: readonly (readonly [number, Thrift])[]): Thrift {
  let last = 0;
  const parts = fields.map(([id, { type, bytes }]) => {
    const head = Buffer.from([((id - last) << 4) | type]);
    last = id;
    return Buffer.concat([head, bytes]);
  });
  return { type: 12, bytes: Buffer.concat([...parts, Buffer.from([0])]) };
}
