import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unpack } from '../../../../electron/engine/import/containers/unpack.ts';
import { unzstd } from '../../../../electron/engine/import/containers/zstd.ts';
import { fileWith } from '../../support.ts';
import { readAll } from './read-all.ts';

const TABLE = 'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n2026-05-04T00:00:01Z,ac_2\n';
const ROWS = [
  ['2026-05-04T00:00:00Z', 'ac_1'],
  ['2026-05-04T00:00:01Z', 'ac_2'],
];
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const half = TABLE.indexOf('ac_1');

const skippable = Buffer.concat([Buffer.from('502a4d1805000000', 'hex'), Buffer.from('hello')]);

test.each([
  ['gzip', gzipSync(TABLE)],
  ['gzip', Buffer.concat([gzipSync(TABLE.slice(0, half)), gzipSync(TABLE.slice(half))])],
  ['zstd', zstdCompressSync(TABLE)],
  ['zstd', zstdCompressSync(TABLE, { params: { [constants.ZSTD_c_checksumFlag]: 1 } })],
  [
    'zstd',
    Buffer.concat([
      skippable,
      zstdCompressSync(TABLE.slice(0, half)),
      skippable,
      zstdCompressSync(TABLE.slice(half)),
    ]),
  ],
])('%s is unpacked to its very end, whatever it is called', async (packing, bytes) => {
  const read = await readAll(fileWith(bytes, 'log.csv'));
  expect(read.rows).toEqual(ROWS);
  expect(read.format).toBe(`CSV, comma, UTF-8, ${packing}`);
  expect(read.sha256).toBe(sha256(bytes));
  expect(read.contentSha256).toBe(sha256(TABLE));
});

test.each([
  ['gzip', gzipSync(TABLE)],
  ['zstd', zstdCompressSync(TABLE)],
])('%s that was cut short or changed is told, wherever it was cut', async (_, bytes) => {
  for (let length = 20; length < bytes.length; length += 7) {
    await expect(readAll(fileWith(bytes.subarray(0, length)))).rejects.toMatchObject({
      code: 'SOURCE_DAMAGED',
      message: expect.stringContaining('cut short'),
    });
  }
});

test('a changed byte in a zstd file with a checksum is told', async () => {
  const bytes = zstdCompressSync(TABLE, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  bytes[bytes.length - 1] ^= 1;
  await expect(readAll(fileWith(bytes))).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
});

test('a zstd window that would take gigabytes of memory is refused', async () => {
  // Window of 2^31 bytes, no content size, one empty last block.
  const bytes = Buffer.from('28b52ffd00a8010000', 'hex');
  await expect(readAll(fileWith(bytes))).rejects.toMatchObject({
    code: 'SOURCE_DAMAGED',
    message: expect.stringContaining('window'),
  });
});

test.each([
  ['gzip', gzipSync],
  ['zstd', zstdCompressSync],
])('a %s bomb is stopped long before its end', async (_, pack) => {
  const bomb = pack(Buffer.from(`a,b\n${`${'0'.repeat(100_000)},0\n`.repeat(400)}`));
  await expect(readAll(fileWith(bomb))).rejects.toMatchObject({
    code: 'SOURCE_DAMAGED',
    message: expect.stringContaining('bomb'),
  });
});

test('what is packed twice is refused', async () => {
  await expect(readAll(fileWith(gzipSync(gzipSync(TABLE))))).rejects.toMatchObject({ code: 'NOT_A_LOG' });
});

test('zstd frames come out the same however the file is cut into blocks', async () => {
  const content = Buffer.from(Array.from({ length: 40_000 }, (_, i) => `${i * 7919} `).join(''));
  const packed = Buffer.concat([
    zstdCompressSync(content.subarray(0, 100_000)),
    skippable,
    zstdCompressSync(content.subarray(100_000)),
  ]);
  async function* cut(sizes: readonly number[]) {
    let at = 0;
    for (let i = 0; at < packed.length; at += sizes[i++ % sizes.length])
      yield packed.subarray(at, at + sizes[i % sizes.length]);
  }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1 }), async (sizes) => {
      const out: Uint8Array[] = [];
      for await (const block of unzstd(cut([...sizes, 10_000]))) out.push(Buffer.from(block));
      expect(sha256(Buffer.concat(out))).toBe(sha256(content));
    }),
    { numRuns: 20, seed: 3 },
  );
});

test('what unpacks to a byte at a time is handed on in one piece', async () => {
  const frames = Buffer.concat(Array.from({ length: 200 }, (_, i) => zstdCompressSync(Buffer.of(i))));
  const blocks: Uint8Array[] = [];
  for await (const block of unpack(Readable.from([frames]), 'zstd', frames.length)) blocks.push(block);
  expect(blocks.map((block) => [...block])).toEqual([Array.from({ length: 200 }, (_, i) => i)]);
});
