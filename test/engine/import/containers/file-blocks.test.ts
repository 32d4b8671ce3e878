import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BLOCK_BYTES, fileBlocks } from '../../../../electron/engine/import/containers/file-blocks.ts';
import { tempFolder } from '../../support.ts';

function fileOf(size: number) {
  const path = join(tempFolder(), 'file');
  const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 10)) & 255));
  writeFileSync(path, bytes);
  return { path, bytes };
}

async function read(path: string, start?: number, length?: number): Promise<Buffer> {
  const copies: Uint8Array[] = [];
  for await (const block of fileBlocks(path, start, length)) copies.push(Uint8Array.from(block));
  return Buffer.concat(copies);
}

test.each([0, 1, BLOCK_BYTES, 2 * BLOCK_BYTES + 3, 5 * BLOCK_BYTES - 1])(
  'the blocks of a file of %d bytes are all of it, in order',
  async (size) => {
    const { path, bytes } = fileOf(size);
    expect((await read(path)).equals(bytes)).toBe(true);
  },
);

test('a stretch of a file is read without what stands around it', async () => {
  const { path, bytes } = fileOf(3 * BLOCK_BYTES);
  expect((await read(path, 5, 10)).equals(bytes.subarray(5, 15))).toBe(true);
  expect((await read(path, 7, 2 * BLOCK_BYTES)).equals(bytes.subarray(7, 7 + 2 * BLOCK_BYTES))).toBe(true);
  expect((await read(path, 9, 0)).length).toBe(0);
  expect((await read(path, bytes.length - 4, 100)).equals(bytes.subarray(-4))).toBe(true);
});

test('a block stays as it is until the next is asked for, though that is read meanwhile', async () => {
  const { path, bytes } = fileOf(4 * BLOCK_BYTES);
  let at = 0;
  for await (const block of fileBlocks(path)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bytes.subarray(at, at + block.length).equals(block)).toBe(true);
    at += block.length;
  }
  expect(at).toBe(bytes.length);
});

test('who stops early lets go of the file, and a file that is not there is said', async () => {
  const { path } = fileOf(3 * BLOCK_BYTES);
  for await (const _ of fileBlocks(path)) break;
  await expect(read(`${path}.not`)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
