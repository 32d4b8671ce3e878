import { expect, it } from 'vitest';
import { HASH_WORDS, orderByHash } from '../../../electron/engine/analysis/hash-order.ts';
import { Rng } from '../../../electron/engine/rng.ts';

it('orders hashes by all of their words', () => {
  const rng = new Rng(7);
  // Few first words, so that many agree in the bits by which they are dealt out, and in more.
  const hashes = Array.from({ length: 3000 }, () => [
    rng.int(0, 4) * 0x3333_0000 + rng.int(0, 2),
    rng.int(0, 2) * 0x7fff_ffff,
    rng.int(0, 0xffff_ffff),
  ]);
  const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const order = orderByHash(Uint32Array.from(hashes.flat()));
  expect(hashes[0]).toHaveLength(HASH_WORDS);
  expect(Array.from(order, (i) => hex(hashes[i]))).toEqual(hashes.map(hex).sort());
  expect(new Set(order).size).toBe(hashes.length);
});
