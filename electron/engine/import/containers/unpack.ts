import type { Readable } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { readingFailure } from './byte-file.ts';
import { BLOCK_BYTES } from './file-blocks.ts';
import { unzstd } from './zstd.ts';

/** Unpacked content may be this many times the packed before it is held to be a bomb. */
const MAX_RATIO = 200;
/** Below this much content no ratio is suspicious. */
const RATIO_FLOOR = 16 * 1024 * 1024;
/** Blocks of less are put together. */
const LITTLE_BYTES = BLOCK_BYTES / 4;
/** More than any log; what it would be unpacked into has to be kept somewhere. */
export const MAX_UNPACKED_BYTES = 64 * 1024 ** 3;

export type Packing = 'gzip' | 'zstd' | 'deflate';

const PACKING_NAMES: Record<Packing, string> = {
  gzip: 'gzip file',
  zstd: 'zstd file',
  deflate: 'zip archive',
};

/** Whether so much content out of so many packed bytes is more than a log can come to. */
export function isBomb(unpackedBytes: number, packedBytes: number): boolean {
  return (
    unpackedBytes > MAX_UNPACKED_BYTES ||
    (unpackedBytes > RATIO_FLOOR && unpackedBytes > packedBytes * MAX_RATIO)
  );
}

/**
 * Unpacked blocks of a stream of packed bytes, which is destroyed in the end.
 * @throws StillwatchError SOURCE_DAMAGED when it is broken, cut short, or unpacks to far too much.
 */
export async function* unpack(
  packed: Readable,
  packing: Packing,
  packedBytes: number,
): AsyncGenerator<Uint8Array> {
  const blocks = packing === 'zstd' ? unzstd(packed) : inflated(packed, packing);
  let unpackedBytes = 0;
  try {
    for await (const block of gathered(blocks)) {
      unpackedBytes += block.length;
      if (isBomb(unpackedBytes, packedBytes)) throw bomb();
      yield block;
    }
  } catch (error) {
    throw unpackFailure(error, packing);
  } finally {
    packed.destroy();
  }
}

/**
 * The same bytes, little blocks put together: a file may unpack to one byte at a time, and who reads looks at an
 * unfinished record again with each block.
 */
async function* gathered(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let little: Uint8Array[] = [];
  let bytes = 0;
  for await (const block of blocks) {
    if (bytes === 0 && block.length >= LITTLE_BYTES) {
      yield block;
      continue;
    }
    // A block may be filled again once the next is asked for.
    little.push(Uint8Array.from(block));
    bytes += block.length;
    if (bytes < LITTLE_BYTES) continue;
    yield Buffer.concat(little);
    little = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(little);
}

async function* inflated(packed: Readable, packing: 'gzip' | 'deflate'): AsyncGenerator<Uint8Array> {
  const options = { chunkSize: BLOCK_BYTES };
  const inflate = packing === 'gzip' ? createGunzip(options) : createInflateRaw(options);
  packed.on('error', (error) => inflate.destroy(error));
  packed.pipe(inflate);
  try {
    yield* inflate;
  } finally {
    inflate.destroy();
  }
}

export function bomb(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    `This file unpacks to more than ${MAX_RATIO} times its size or to more than 64 GB, as a decompression bomb does. Nothing of it was kept.`,
  );
}

function unpackFailure(error: unknown, packing: Packing): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const thing = `The ${PACKING_NAMES[packing]}`;
  if (code === 'Z_BUF_ERROR')
    return new StillwatchError(
      'SOURCE_DAMAGED',
      `${thing} ends too early: it was cut short. Nothing of it was kept. Fetch the file again.`,
    );
  if (code?.startsWith('Z_') || code?.startsWith('ZSTD_'))
    return new StillwatchError(
      'SOURCE_DAMAGED',
      `${thing} is damaged. Nothing of it was kept. Fetch the file again.`,
    );
  return readingFailure(error);
}
