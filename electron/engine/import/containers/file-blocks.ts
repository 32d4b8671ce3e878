import { type FileHandle, open } from 'node:fs/promises';
import { readingFailure, unreadable } from './byte-file.ts';

export const BLOCK_BYTES = 1024 * 1024;

/**
 * `length` bytes of a file from `start` on, or all there are, block by block; the next is read while one is worked on.
 * A block is good until the next is asked for: two buffers take turns, so that none need be cleared and collected.
 * @throws StillwatchError FILE_UNREADABLE
 */
export async function* fileBlocks(
  path: string,
  start = 0,
  length = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r').catch(unreadable);
  let buffer = new Uint8Array(BLOCK_BYTES);
  let spare = new Uint8Array(BLOCK_BYTES);
  let position = start;
  let next = readBlock(file, buffer, position, length);
  try {
    for (;;) {
      const block = await next;
      if (block.length === 0) return;
      position += block.length;
      next = readBlock(file, spare, position, start + length - position);
      // Its failure is heard when it is asked for, or not at all.
      next.catch(() => {});
      yield block;
      [buffer, spare] = [spare, buffer];
    }
  } catch (error) {
    throw readingFailure(error);
  } finally {
    await next.catch(() => {});
    await file.close();
  }
}

async function readBlock(
  file: FileHandle,
  buffer: Uint8Array,
  position: number,
  most: number,
): Promise<Uint8Array> {
  const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, most), position);
  return buffer.subarray(0, bytesRead);
}
