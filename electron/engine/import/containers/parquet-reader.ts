import {
  type AsyncBuffer,
  type ColumnMetaData,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
} from 'hyparquet';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { type CellBatch, newBatch } from '../cells.ts';
import { MAX_RECORD_BYTES } from './csv-parser.ts';
import { checkPages } from './parquet-check.ts';
import { ParquetJson } from './parquet-json.ts';
import { PAGE_UNPACKERS } from './parquet-pages.ts';
import { damagedParquet, type ParquetColumn, type ParquetSchema, readSchema } from './parquet-schema.ts';
import { type ParquetText, valueReader } from './parquet-value.ts';
import { markWrongBytes, roomFor } from './parsing.ts';
import { bomb, MAX_UNPACKED_BYTES } from './unpack.ts';

const TAB = 9;
const FOOT_BYTES = 8;
/** Its lists may claim as many items as it has bytes, and each takes its place in memory. */
const MAX_FOOTER_BYTES = 16 * 1024 * 1024;
/** Values held at a time of flat columns, which are read in ranges of rows, and how many bytes of them. */
const RANGE_VALUES = 1 << 22;
const RANGE_BYTES = 256 * 1024 * 1024;
/** Nested columns are read by the row group: so many values and bytes fit. */
const MAX_NESTED_VALUES = 8_000_000;
const MAX_NESTED_BYTES = 512 * 1024 * 1024;
/** The packed bytes of one column in one row group are held as well. */
const MAX_CHUNK_BYTES = 1024 ** 3;
/** A batch is handed on when it holds that much. */
const BATCH_BYTES = 4 * 1024 * 1024;
const NO_TEXT = 'Bytes that are no UTF-8 text';

export interface ParquetTable {
  readonly columns: readonly string[];
  readonly rows: number;
  /** Each batch is one of its own. `progress` is called between steps that may take long. */
  batches(progress: () => void): AsyncGenerator<CellBatch>;
}

/**
 * Reads a Parquet file's schema, and its rows by row groups. The library that unpacks the pages may loop, fill
 * the memory or lose an error on a hostile file, so this runs on a thread that can be ended.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED; anything else is an error of the library, about damage
 */
export async function readParquet(file: AsyncBuffer): Promise<ParquetTable> {
  await checkFoot(file);
  const metadata = await parquetMetadataAsync(file, { geoparquet: false, parsers: PARSERS });
  const schema = readSchema(metadata);
  const groups = neutralGroups(metadata, schema);
  const neutral: FileMetaData = {
    version: metadata.version,
    schema: schema.elements,
    num_rows: metadata.num_rows,
    row_groups: groups,
    metadata_length: metadata.metadata_length,
  };
  const scan = await parquetScan({
    file,
    metadata: neutral,
    compressors: PAGE_UNPACKERS,
    parsers: PARSERS,
    utf8: false,
    useOffsetIndex: false,
  });

  async function* batches(progress: () => void): AsyncGenerator<CellBatch> {
    const writer = new RowWriter(schema.columns);
    let start = 0;
    for (const group of groups) {
      const end = start + Number(group.num_rows);
      const nested = new Map<string, ArrayLike<unknown>>();
      const read = async (key: string, rowStart: number, rowEnd: number) => {
        const values: ArrayLike<unknown> = await scan.readColumn({ column: key, rowStart, rowEnd });
        if (values.length !== rowEnd - rowStart) throw damagedParquet();
        progress();
        return values;
      };
      for (const [i, { meta_data: meta }] of start < end ? group.columns.entries() : []) {
        if (!meta) throw damagedParquet();
        checkPages(await file.slice(...chunkRange(meta)), meta, schema.leaves[i]);
        progress();
      }
      for (const { key, flat } of start < end ? schema.tops : []) {
        if (!flat) nested.set(key, await read(key, start, end));
      }
      const step = rangeRows(group, schema);
      for (let from = start; from < end; from += step) {
        const to = Math.min(end, from + step);
        const values = new Map<string, { readonly of: ArrayLike<unknown>; readonly first: number }>();
        for (const { key, flat } of schema.tops) {
          const whole = nested.get(key);
          values.set(
            key,
            whole && !flat ? { of: whole, first: from - start } : { of: await read(key, from, to), first: 0 },
          );
        }
        const columns = schema.columns.map(
          ({ top }) => values.get(top) as { of: ArrayLike<unknown>; first: number },
        );
        for (let row = 0; row < to - from; row++) {
          if (writer.add((column) => columns[column].of[columns[column].first + row])) yield writer.take();
        }
      }
      start = end;
    }
    if (writer.waiting) yield writer.take();
  }

  return { columns: schema.names, rows: Number(metadata.num_rows), batches };
}

/** Values come as they are stored; the text is made of them here. */
const PARSERS = {
  timestampFromMilliseconds: (value: bigint) => value,
  timestampFromMicroseconds: (value: bigint) => value,
  timestampFromNanoseconds: (value: bigint) => value,
  dateFromDays: (value: number) => value,
  stringFromBytes: (value: Uint8Array) => value,
  jsonFromBytes: (value: Uint8Array) => value,
  geometryFromBytes: (value: Uint8Array) => value,
  geographyFromBytes: (value: Uint8Array) => value,
  uuidFromBytes: (value: Uint8Array) => value,
};

async function checkFoot(file: AsyncBuffer): Promise<void> {
  if (file.byteLength < FOOT_BYTES + 4) throw damagedParquet();
  const foot = Buffer.from(await file.slice(file.byteLength - FOOT_BYTES, file.byteLength));
  const magic = foot.toString('latin1', 4);
  if (magic === 'PARE') throw encrypted();
  const length = foot.readUInt32LE(0);
  if (magic !== 'PAR1' || length > file.byteLength - FOOT_BYTES - 4 || length > MAX_FOOTER_BYTES)
    throw damagedParquet();
}

/** The row groups under neutral names, once they fit the schema and the limits. */
function neutralGroups(metadata: FileMetaData, { leaves, tops }: ParquetSchema): FileMetaData['row_groups'] {
  const flat = new Set(tops.filter((top) => top.flat).map(({ key }) => key));
  let rows = 0;
  const groups = metadata.row_groups.map((group): FileMetaData['row_groups'][number] => {
    rows += wholeNumber(group.num_rows);
    if (group.columns.length !== leaves.length) throw damagedParquet();
    let nestedValues = 0;
    let nestedBytes = 0;
    const columns = group.columns.map((chunk, i) => {
      if (chunk.crypto_metadata) throw encrypted();
      const meta = chunk.meta_data;
      const { names, keys } = leaves[i];
      if (chunk.file_path || !meta || !sameNames(meta.path_in_schema, names)) throw damagedParquet();
      if (wholeNumber(meta.total_compressed_size) > MAX_CHUNK_BYTES) throw tooLarge();
      if (meta.codec !== 'UNCOMPRESSED' && !(meta.codec in PAGE_UNPACKERS)) throw otherPacking(meta.codec);
      if (!flat.has(keys[0])) {
        nestedValues += wholeNumber(meta.num_values);
        nestedBytes += wholeNumber(meta.total_uncompressed_size);
      }
      return {
        file_offset: chunk.file_offset,
        meta_data: { ...meta, path_in_schema: [...keys], statistics: undefined },
      };
    });
    if (nestedValues > MAX_NESTED_VALUES || nestedBytes > MAX_NESTED_BYTES) throw tooLarge();
    return { columns, total_byte_size: group.total_byte_size, num_rows: group.num_rows };
  });
  if (rows !== wholeNumber(metadata.num_rows)) throw damagedParquet();
  return groups;
}

function chunkRange(meta: ColumnMetaData): [number, number] {
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
  return [start, start + Number(meta.total_compressed_size)];
}

const sameNames = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i]);

function wholeNumber(value: bigint | undefined): number {
  const number = Number(value ?? Number.NaN);
  if (!(number >= 0 && number <= Number.MAX_SAFE_INTEGER)) throw damagedParquet();
  return number;
}

/** How many rows of a group's flat columns are held at a time. */
function rangeRows(
  { columns, num_rows }: FileMetaData['row_groups'][number],
  { leaves }: ParquetSchema,
): number {
  const rows = Number(num_rows);
  const bytes = columns.reduce(
    (sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0),
    0,
  );
  const fitting = Math.min(RANGE_VALUES / leaves.length, (RANGE_BYTES * rows) / Math.max(1, bytes));
  return Math.max(256, Math.floor(fitting));
}

/** Writes rows into batches. */
class RowWriter {
  private readonly columns: readonly ((value: unknown) => ParquetText | null)[];
  private batch: CellBatch;
  private used = 0;
  private line = 0;
  private totalBytes = 0;

  constructor(columns: readonly ParquetColumn[]) {
    this.columns = columns.map(cellReader);
    this.batch = newBatch(columns.length);
  }

  get waiting(): boolean {
    return this.batch.rows > 0;
  }

  /** Adds a row by its columns' values; whether the batch is to be taken. */
  add(cellOf: (column: number) => unknown): boolean {
    const { batch, columns } = this;
    const first = this.used;
    const row = batch.rows;
    batch.recordStart[row] = first;
    for (let column = 0; column < columns.length; column++) {
      const cell = row * columns.length + column;
      batch.start[cell] = this.used;
      try {
        this.put(columns[column](cellOf(column)) ?? '');
      } catch (error) {
        // A string inside a list or a map.
        if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
        batch.problems.set(row, NO_TEXT);
        this.put('');
      }
      batch.end[cell] = this.used;
      if (this.used - first > MAX_RECORD_BYTES) {
        batch.problems.set(row, 'A record longer than 16 MB');
        this.used = first;
        const cells = columns.length * row;
        batch.start.fill(first, cells, cells + columns.length);
        batch.end.fill(first, cells, cells + columns.length);
        break;
      }
      batch.bytes[this.used++] = TAB;
    }
    batch.recordEnd[row] = Math.max(first, this.used - 1);
    batch.line[row] = ++this.line;
    batch.rows++;
    return batch.rows === batch.capacity || this.used > BATCH_BYTES;
  }

  take(): CellBatch {
    const { batch } = this;
    this.totalBytes += this.used;
    // Rows that repeat one value take next to no room in the file, so only the sum says anything.
    if (this.totalBytes > MAX_UNPACKED_BYTES) throw bomb();
    markWrongBytes(batch, NO_TEXT);
    this.batch = newBatch(this.columns.length);
    this.used = 0;
    return batch;
  }

  private put(text: ParquetText): void {
    const { batch } = this;
    const most = typeof text === 'string' ? text.length * 3 : text.length;
    // One more for the tab behind it.
    if (this.used + most >= batch.bytes.length) batch.bytes = roomFor(batch.bytes, this.used, most + 1);
    if (typeof text !== 'string') {
      batch.bytes.set(text, this.used);
      this.used += text.length;
    } else if (text.length <= SHORT_TEXT && this.putAscii(text)) this.used += text.length;
    else this.used += encoder.encodeInto(text, batch.bytes.subarray(this.used)).written;
  }

  /** Whether the text was ASCII and is written; for numbers and times, which are, it is the shorter way. */
  private putAscii(text: string): boolean {
    const { bytes } = this.batch;
    let at = this.used;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return false;
      bytes[at++] = code;
    }
    return true;
  }
}

/** Texts up to here are written letter by letter. */
const SHORT_TEXT = 32;
const encoder = new TextEncoder();

/** Of a top-level value the text of this column; null where there is none. */
function cellReader({ below, node }: ParquetColumn): (value: unknown) => ParquetText | null {
  const inner = node.kind === 'leaf' && !node.repeated ? valueReader(node.element).text : nestedText(node);
  return (value) => {
    let at = value;
    for (const key of below) {
      if (at === null || at === undefined) return null;
      at = (at as Record<string, unknown>)[key];
    }
    return at === null || (at === undefined && node.kind !== 'leaf') ? null : inner(at);
  };
}

function nestedText(node: ParquetColumn['node']): (value: unknown) => string {
  const json = new ParquetJson();
  return (value) => json.of(node, value);
}

function encrypted(): StillwatchError {
  return new StillwatchError(
    'NOT_A_LOG',
    'This Parquet file is encrypted, which is not read. Nothing was imported. Export it without encryption.',
  );
}

function otherPacking(codec: string): StillwatchError {
  return new StillwatchError(
    'NOT_A_LOG',
    `This Parquet file is packed in a way that is not read (${codec ?? 'unknown'}). Nothing was imported. Write it with Snappy, gzip or zstd.`,
  );
}

function tooLarge(): StillwatchError {
  return new StillwatchError(
    'NOT_A_LOG',
    'A row group of this Parquet file is too large to be read. Nothing was imported. Write it with smaller row groups, of 100,000 rows for instance.',
  );
}
