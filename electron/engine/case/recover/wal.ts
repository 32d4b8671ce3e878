import { fstatSync } from 'node:fs';
import { readAt } from './page-file.ts';

const HEAD_BYTES = 32;
const FRAME_HEAD_BYTES = 24;
const MAGIC = 0x377f0682;

export interface WalPages {
  /** Where the last committed content of a page begins in the log. */
  readonly pages: ReadonlyMap<number, number>;
  /** Pages of the database after the last commit; undefined without any commit. */
  readonly size: number | undefined;
  readonly cutShort: boolean;
}

/**
 * What a write-ahead log holds, as SQLite would recover it (file format, "The Write-Ahead Log"): frames of one salt whose
 * running checksums hold, up to the last that ends a commit.
 * @param isWhole what else is asked of a page
 */
export function readWal(
  file: number,
  pageSize: number,
  isWhole: (page: Uint8Array, number: number) => boolean,
): WalPages {
  const head = Buffer.from(readAt(file, 0, HEAD_BYTES));
  const none = { pages: new Map<number, number>(), size: undefined };
  if (head.length < HEAD_BYTES) return { ...none, cutShort: false };
  const magic = head.readUInt32BE(0);
  if ((magic & ~1) >>> 0 !== MAGIC || head.readUInt32BE(8) !== pageSize) return { ...none, cutShort: true };
  const bigEndian = (magic & 1) === 1;
  let sums = checksum(head.subarray(0, 24), [0, 0], bigEndian);
  if (!same(sums, head, 24)) return { ...none, cutShort: true };
  const { size: length } = fstatSync(file);
  const pages = new Map<number, number>();
  let pending: [number, number][] = [];
  let size: number | undefined;
  let cutShort = false;
  for (let at = HEAD_BYTES; at + FRAME_HEAD_BYTES + pageSize <= length; at += FRAME_HEAD_BYTES + pageSize) {
    const frame = Buffer.from(readAt(file, at, FRAME_HEAD_BYTES));
    // Frames of a log before this one are no damage: the log is written over from its beginning.
    if (frame.length < FRAME_HEAD_BYTES || !frame.subarray(8, 16).equals(head.subarray(16, 24))) break;
    const page = Buffer.from(readAt(file, at + FRAME_HEAD_BYTES, pageSize));
    const number = frame.readUInt32BE(0);
    if (page.length === pageSize)
      sums = checksum(page, checksum(frame.subarray(0, 8), sums, bigEndian), bigEndian);
    if (page.length < pageSize || !same(sums, frame, 16) || !isWhole(page, number)) {
      cutShort = true;
      break;
    }
    pending.push([number, at + FRAME_HEAD_BYTES]);
    const sizeAfter = frame.readUInt32BE(4);
    if (sizeAfter === 0) continue;
    for (const [page, where] of pending) pages.set(page, where);
    pending = [];
    size = sizeAfter;
  }
  return { pages, size, cutShort };
}

type Sums = readonly [number, number];

/** SQLite's checksum of a log: pairs of 32-bit words added up crosswise. */
function checksum(bytes: Buffer, [first, second]: Sums, bigEndian: boolean): Sums {
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    const x = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const y = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    a = (a + x + b) >>> 0;
    b = (b + y + a) >>> 0;
  }
  return [a, b];
}

/** Stored big-endian, whatever they were worked out in. */
function same([a, b]: Sums, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;
}
