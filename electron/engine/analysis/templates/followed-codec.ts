import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const WIDTH = Uint16Array.BYTES_PER_ELEMENT;
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/**
 * What the rows of a chunk follow, as bytes: 16 bits a row, little-endian, compressed with zstd. Rows of one account
 * stand together and follow few templates, so that half a byte a row is left of it.
 */
export function packFollowed(followed: Uint16Array): Uint8Array {
  return zstdCompressSync(new Uint8Array(followed.buffer, followed.byteOffset, followed.byteLength), PACKING);
}

/** @throws RangeError where the bytes are not those of so many rows */
export function unpackFollowed(packed: Uint8Array, rows: number): Uint16Array {
  const bytes = zstdDecompressSync(packed, { maxOutputLength: Math.max(1, rows * WIDTH) });
  if (bytes.length !== rows * WIDTH) throw new RangeError('This block is of another number of rows.');
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
