import type { ByteSource } from '../../../electron/engine/bundle/bag/zip-check.ts';

/** Bytes in memory as verification reads them. */
export function bytesOf(bytes: Buffer): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: async (position, length) => bytes.subarray(position, position + length),
  };
}
