import type { Rng } from '../../../electron/engine/rng.ts';
import { edge, mutateBytes } from './bytes.ts';

const HEADER_BYTES = 100;

/** An SQLite file with changes where they tell: its header, the headers, cell pointers and cells of its pages, its schema. */
export function mutatePages(
  rng: Rng,
  file: Buffer,
  words: readonly (readonly [string, string])[] = [],
): Buffer {
  const bytes = Buffer.from(file);
  const raw = bytes.readUInt16BE(16);
  const pageBytes = raw === 1 ? 65_536 : raw;
  const pages = Math.floor(bytes.length / pageBytes);
  for (let left = rng.pick([1, 1, 1, 2, 4]); left > 0; left--) {
    const start = rng.int(0, rng.chance(0.5) ? Math.min(pages, 12) - 1 : pages - 1) * pageBytes;
    const head = start === 0 ? HEADER_BYTES : start;
    switch (rng.int(0, 9)) {
      case 0:
        bytes[rng.int(16, HEADER_BYTES - 1)] = rng.int(0, 255);
        break;
      case 1: {
        // First page of the free list, its length, the version of the schema, the encoding, and such.
        bytes.writeUInt32BE(
          rng.chance(0.5) ? rng.int(0, pages + 1) : edge(rng) >>> 0,
          rng.pick([28, 32, 36, 40, 52, 56, 60, 64, 68, 96]),
        );
        break;
      }
      case 2:
        bytes[head] = rng.pick([0, 2, 5, 10, 13, 255]);
        break;
      case 3:
        bytes.writeUInt16BE(edge(rng) & 0xffff, head + rng.pick([1, 3, 5]));
        break;
      case 4: {
        // A pointer to a cell, or to the page on the right: to itself, to another, to none.
        const at = head + 8 + 2 * rng.int(0, 12);
        if (rng.chance(0.7)) bytes.writeUInt16BE(rng.int(0, pageBytes - 1), at);
        else bytes.writeUInt32BE(rng.int(0, pages + 1), head + 8);
        break;
      }
      case 5: {
        // Inside a cell: lengths and serial types are varints.
        const cell = bytes.readUInt16BE(head + 8 + 2 * rng.int(0, 3));
        const at = start + (cell % pageBytes) + rng.int(0, 12);
        if (at < bytes.length) bytes[at] = rng.pick([0, 1, 0x7f, 0x80, 0x81, 0xff, rng.int(0, 255)]);
        break;
      }
      case 6:
        bytes.copy(
          bytes,
          start,
          rng.int(0, pages - 1) * pageBytes,
          rng.int(0, pages - 1) * pageBytes + pageBytes,
        );
        break;
      case 7:
      case 8: {
        if (words.length === 0) break;
        const [from, to] = rng.pick(words);
        const at = bytes.indexOf(from, rng.int(0, bytes.length - 1));
        if (at >= 0) bytes.write(to.slice(0, from.length).padEnd(from.length), at, 'latin1');
        break;
      }
      default:
        bytes[rng.int(0, bytes.length - 1)] ^= 1 << rng.int(0, 7);
    }
  }
  return rng.chance(0.1) ? mutateBytes(rng, bytes) : bytes;
}
