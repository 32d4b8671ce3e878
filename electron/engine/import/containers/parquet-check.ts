import { crc32 } from 'node:zlib';
import type { ColumnMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { PAGE_UNPACKERS } from './parquet-pages.ts';
import { damagedParquet, type ParquetLeaf } from './parquet-schema.ts';

const MAX_HEADER_BYTES = 1024 * 1024;
/** The library makes an array of so many at once, and V8 ends the whole process over one that is far larger. */
const MAX_PAGE_VALUES = 16_000_000;
/** Packed values come in eights, and some writers fill up to a whole block of them. */
const PACKED_SLACK = 512;

/**
 * Checks the pages of a column in a row group before they are decoded: they lie inside their column, match their
 * checksums where they have some, and claim no more values, and no longer runs of one value, than there are.
 * Otherwise some bytes could make the library fill the memory, which ends the process and not only its thread.
 * @throws StillwatchError SOURCE_DAMAGED; any other error means damage as well
 */
export function checkPages(chunk: ArrayBuffer, meta: ColumnMetaData, leaf: ParquetLeaf): void {
  let values = 0;
  // A single byte behind the last page is filling.
  for (let at = 0; at < chunk.byteLength - 1; ) {
    const view = new DataView(chunk, at, Math.min(MAX_HEADER_BYTES, chunk.byteLength - at));
    const reader = { view, offset: 0 };
    const header = parquetHeader(reader);
    at += reader.offset;
    const size = header.compressed_page_size;
    if (!(size >= 0 && at + size <= chunk.byteLength)) throw damagedParquet();
    const packed = new Uint8Array(chunk, at, size);
    at += size;
    if (header.crc !== undefined && (crc32(packed) | 0) !== header.crc) throw damagedParquet();
    values += checkPage(header, packed, meta, leaf);
  }
  if (BigInt(values) !== meta.num_values) throw damagedParquet();
}

/** Returns how many values, absent ones included, the page adds to its column. */
function checkPage(header: PageHeader, packed: Uint8Array, meta: ColumnMetaData, leaf: ParquetLeaf): number {
  if (header.type === 'DICTIONARY_PAGE') {
    countOf(header.dictionary_page_header?.num_values);
    return 0;
  }
  if (header.type === 'DATA_PAGE') {
    const page = header.data_page_header;
    const count = countOf(page?.num_values);
    const bytes = unpack(packed, header.uncompressed_page_size, meta);
    let at = 0;
    let present = count;
    if (leaf.maxRepetition > 0) at = checkSized(bytes, at, widthOf(leaf.maxRepetition), count).next;
    if (leaf.maxDefinition > 0) {
      const levels = checkSized(bytes, at, widthOf(leaf.maxDefinition), count, leaf.maxDefinition);
      at = levels.next;
      present = levels.matching;
    }
    checkValues(bytes, at, present, page?.encoding, meta);
    return count;
  }
  if (header.type === 'DATA_PAGE_V2') {
    const page = header.data_page_header_v2;
    const count = countOf(page?.num_values);
    const present = count - countOf(page?.num_nulls);
    const repetition = countOf(page?.repetition_levels_byte_length);
    const definition = countOf(page?.definition_levels_byte_length);
    if (!page || present < 0 || repetition + definition > packed.length) throw damagedParquet();
    if (leaf.maxRepetition > 0) checkRuns(packed, 0, repetition, widthOf(leaf.maxRepetition), count);
    if (leaf.maxDefinition > 0) {
      const end = repetition + definition;
      checkRuns(packed, repetition, end, widthOf(leaf.maxDefinition), count);
    }
    const rest = packed.subarray(repetition + definition);
    const size = header.uncompressed_page_size - repetition - definition;
    const bytes = page.is_compressed === false ? rest : unpack(rest, size, meta);
    checkValues(bytes, 0, present, page.encoding, meta);
    return count;
  }
  throw damagedParquet();
}

function countOf(value: number | undefined): number {
  if (value === undefined || !(value >= 0 && value <= MAX_PAGE_VALUES)) throw damagedParquet();
  return value;
}

function unpack(packed: Uint8Array, size: number, { codec }: ColumnMetaData): Uint8Array {
  const bytes = codec === 'UNCOMPRESSED' ? packed : PAGE_UNPACKERS[codec]?.(packed, size);
  if (bytes?.length !== size) throw damagedParquet();
  return bytes;
}

function checkValues(
  bytes: Uint8Array,
  at: number,
  present: number,
  encoding: string | undefined,
  { type }: ColumnMetaData,
): void {
  if (present === 0) return;
  if (encoding === 'RLE' && type === 'BOOLEAN') checkSized(bytes, at, 1, present);
  else if (encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY') {
    const width = bytes[at];
    if (!(width <= 32)) throw damagedParquet();
    if (width > 0) checkRuns(bytes, at + 1, bytes.length, width, present);
  }
}

const widthOf = (maxLevel: number) => 32 - Math.clz32(maxLevel);

/** Runs with their length in bytes in front of them. */
function checkSized(bytes: Uint8Array, at: number, width: number, count: number, wanted?: number) {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at, true);
  const next = at + 4 + length;
  if (next > bytes.length) throw damagedParquet();
  return { next, matching: checkRuns(bytes, at + 4, next, width, count, wanted) };
}

/**
 * Goes through the runs of `count` values (Parquet's hybrid of repeated and bit-packed ones).
 * @returns how many of them are `wanted`
 */
function checkRuns(
  bytes: Uint8Array,
  from: number,
  end: number,
  width: number,
  count: number,
  wanted?: number,
): number {
  const valueBytes = (width + 7) >> 3;
  let at = from;
  let seen = 0;
  let matching = 0;
  while (seen < count) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      if (at >= end || shift > 28) throw damagedParquet();
      const byte = bytes[at++];
      head += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    if (head % 2 === 0) {
      const repeated = head / 2;
      if (seen + repeated > count || at + valueBytes > end) throw damagedParquet();
      let value = 0;
      for (let i = 0; i < valueBytes; i++) value += bytes[at + i] * 2 ** (8 * i);
      if (value === wanted) matching += repeated;
      seen += repeated;
      at += valueBytes;
    } else {
      const packed = ((head - 1) / 2) * 8;
      if (seen + packed > count + PACKED_SLACK) throw damagedParquet();
      const taken = Math.min(packed, count - seen);
      if (wanted !== undefined) matching += countPacked(bytes, at, width, taken, wanted);
      seen += taken;
      at += (packed / 8) * width;
    }
  }
  return matching;
}

/** How many of bit-packed values are `wanted`; levels, so they are few bits wide. */
function countPacked(bytes: Uint8Array, at: number, width: number, count: number, wanted: number): number {
  const mask = (1 << width) - 1;
  let matching = 0;
  for (let i = 0, bit = 0; i < count; i++, bit += width) {
    const byte = at + (bit >> 3);
    const value = ((bytes[byte] | ((bytes[byte + 1] ?? 0) << 8)) >> (bit & 7)) & mask;
    if (value === wanted) matching++;
  }
  return matching;
}
