import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Compressors } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { damagedParquet } from './parquet-schema.ts';

/** Pages are some megabytes at most; what a file claims is held in memory. */
const MAX_PAGE_BYTES = 256 * 1024 * 1024;

type Unpack = NonNullable<Compressors['SNAPPY']>;

/** How packed pages are unpacked: by Node where it can, for it checks sums and sizes. */
export const PAGE_UNPACKERS: Compressors = {
  GZIP: limited((packed, size) => gunzipSync(packed, { maxOutputLength: size + 1 })),
  BROTLI: limited((packed, size) => brotliDecompressSync(packed, { maxOutputLength: size + 1 })),
  ZSTD: limited((packed, size) => zstdDecompressSync(packed, { maxOutputLength: size + 1 })),
  SNAPPY: limited(compressors.SNAPPY as Unpack),
  LZ4: limited(compressors.LZ4 as Unpack),
  LZ4_RAW: limited(compressors.LZ4_RAW as Unpack),
};

function limited(unpack: Unpack): Unpack {
  return (packed, size) => {
    if (!(size >= 0 && size <= MAX_PAGE_BYTES)) throw damagedParquet();
    const unpacked = size === 0 && packed.length === 0 ? new Uint8Array(0) : unpack(packed, size);
    if (!(unpacked instanceof Buffer)) return unpacked;
    // The reader looks at the memory behind the view from its first byte on.
    return new Uint8Array(unpacked.buffer, unpacked.byteOffset, unpacked.length);
  };
}
