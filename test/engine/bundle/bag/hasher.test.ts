import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { Hasher } from '../../../../electron/engine/bundle/bag/hasher.ts';

const ALGORITHMS = ['sha256', 'sha512'];
const SMALL = 256 * 1024;

function hasher(): Hasher {
  const made = new Hasher(ALGORITHMS);
  onTestFinished(() => made.close());
  return made;
}

function bytesOf(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 31 + (i >>> 8)) & 0xff));
}

function expected(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(ALGORITHMS.map((name) => [name, createHash(name).update(bytes).digest('hex')]));
}

test('files one after the other have the checksums of their bytes, small ones and large ones, in pieces of any size', async () => {
  const one = hasher();
  for (const length of [0, 1, SMALL - 1, SMALL, SMALL + 1, 3, 3 * SMALL + 7, 0]) {
    for (const piece of [1000, SMALL, 10 * SMALL]) {
      const bytes = bytesOf(length);
      for (let at = 0; at < length; at += piece) await one.update(bytes.subarray(at, at + piece));
      expect(await one.digest()).toEqual(expected(bytes));
    }
  }
});

test('a reader may use its buffer again once the bytes are taken', async () => {
  const one = hasher();
  const buffer = Buffer.alloc(SMALL / 2);
  const all: Buffer[] = [];
  for (let i = 0; i < 200; i++) {
    buffer.fill(i);
    all.push(Buffer.from(buffer));
    await one.update(buffer);
  }
  buffer.fill(255);
  expect(await one.digest()).toEqual(expected(Buffer.concat(all)));
});

test('closed in the middle of a file, it ends', async () => {
  const one = hasher();
  await one.update(bytesOf(5 * SMALL));
  await one.close();
  await expect(one.digest()).rejects.toThrow('ended before its work');
});
