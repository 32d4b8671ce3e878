import { expect, test } from 'vitest';
import { followedChunks } from '../../../../electron/engine/analysis/followed-chunks.ts';
import { followedTemplates } from '../../../../electron/engine/analysis/templates/followed.ts';
import {
  packFollowed,
  unpackFollowed,
} from '../../../../electron/engine/analysis/templates/followed-codec.ts';

test('rows are told by the rank of their template, templates that were not kept together, and none', () => {
  expect([...followedTemplates(Uint32Array.of(0, 7, 3, 5, 7, 0), [7, 5])]).toEqual([0, 2, 1, 3, 2, 0]);
  // A kept template of which no row is left stands in nobody's way.
  expect([...followedTemplates(Uint32Array.of(0, 2), [9, 2])]).toEqual([0, 3]);
  expect(followedTemplates(new Uint32Array(0), [1])).toHaveLength(0);
});

test('what is packed is unpacked whole, and blocks of another length are refused', () => {
  const some = Uint16Array.from({ length: 4096 }, (_, i) => (i * i) % 2003);
  for (const followed of [some, some.subarray(7, 12), new Uint16Array(0)]) {
    expect([...unpackFollowed(packFollowed(followed), followed.length)]).toEqual([...followed]);
  }
  expect(() => unpackFollowed(packFollowed(some), some.length + 1)).toThrow(RangeError);
  expect(() => unpackFollowed(packFollowed(some), some.length - 1)).toThrow(RangeError);
});

test('rows of one template compress to a small part of a byte each', () => {
  expect(packFollowed(new Uint16Array(4096).fill(1999)).length).toBeLessThan(64);
});

test('rows go back to the chunks that they were read from', () => {
  const { requests, chunks } = followedChunks(
    [
      { id: 9, rows: 2 },
      { id: 4, rows: 3 },
    ],
    Uint32Array.of(4, 0, 2, 1, 3),
    Uint16Array.of(50, 10, 30, 0, 1),
  );
  expect(requests).toBe(3);
  expect(chunks.map(({ id }) => id)).toEqual([9, 4]);
  expect([...unpackFollowed(chunks[0].packed, 2)]).toEqual([10, 0]);
  expect([...unpackFollowed(chunks[1].packed, 3)]).toEqual([30, 1, 50]);
});
