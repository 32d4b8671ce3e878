import { expect, test } from 'vitest';
import { BufferPool } from '../../../electron/engine/import/buffer-pool.ts';

test('a copy holds what was copied, in a buffer given back before as in a new one', () => {
  const pool = new BufferPool();
  const old = pool.copyNumbers(Float64Array.of(1, 2, 3));
  expect(old).toEqual(Float64Array.of(1, 2, 3));
  pool.give([old.buffer as ArrayBuffer]);
  const words = pool.copyWords(Uint32Array.of(4, 5, 6, 7, 8));
  expect(words.buffer).toBe(old.buffer);
  expect(words).toEqual(Uint32Array.of(4, 5, 6, 7, 8));
});

test('no buffer is in use twice, and one that is too small is not used', () => {
  const pool = new BufferPool();
  const [first, second] = [pool.copyBytes(Uint8Array.of(1)), pool.copyBytes(Uint8Array.of(2))];
  expect(first.buffer).not.toBe(second.buffer);
  pool.give([first.buffer as ArrayBuffer]);
  expect(pool.copyBytes(new Uint8Array(9)).buffer).not.toBe(first.buffer);
  expect(pool.copyBytes(new Uint8Array(8)).buffer).toBe(first.buffer);
  expect(pool.copyBytes(new Uint8Array(8)).buffer).not.toBe(first.buffer);
  expect(second).toEqual(Uint8Array.of(2));
});

test('nothing at all can be copied', () => {
  expect(new BufferPool().copyBytes(new Uint8Array(0))).toEqual(new Uint8Array(0));
});
