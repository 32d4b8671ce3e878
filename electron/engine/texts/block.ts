import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * A block of prompt texts. Up to this many texts, and bytes of text, stand in one: enough to compress well,
 * few enough that one text is unpacked in a millisecond.
 */
export const BLOCK_TEXTS = 1024;
export const BLOCK_BYTES = 256 * 1024;
/** Bytes a text has in `hashes` and `sketches`. */
export const HASH_BYTES = 16;
export const SKETCH_BYTES = 8;

/** Room for a packed block at once: with less, packing it takes several times as long. */
const PACKING = { chunkSize: BLOCK_BYTES / 2, params: { [constants.ZSTD_c_compressionLevel]: 3 } };
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The texts of a block, unpacked: text k (from 0) is bytes[ends[k - 1] .. ends[k]]. */
export interface BlockTexts {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** At once: handing a block to another thread takes longer than packing it. */
export function packTexts(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, PACKING);
}

export function unpackTexts(data: Uint8Array, ends: Uint8Array): BlockTexts {
  return { bytes: zstdDecompressSync(data), ends: words(ends) };
}

/** Text `index` of a block, from 0. */
export function textAt({ bytes, ends }: BlockTexts, index: number): string {
  return decoder.decode(bytesAt({ bytes, ends }, index));
}

export function bytesAt({ bytes, ends }: BlockTexts, index: number): Uint8Array {
  return bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
}

/** Bytes of a blob as little-endian 32-bit numbers; what the driver gives lies at any offset, so it is copied. */
export function words(blob: Uint8Array): Uint32Array {
  return new Uint32Array(blob.slice().buffer);
}

/** Numbers as the bytes of a blob. */
export function blobOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
