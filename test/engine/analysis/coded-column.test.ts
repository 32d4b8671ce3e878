import { expect, it } from 'vitest';
import { CodedColumn } from '../../../electron/engine/analysis/coded-column.ts';
import type { TextColumn } from '../../../electron/engine/requests/codec.ts';

/** A chunk whose rows have these texts; '' for none. */
function chunk(texts: readonly string[]): TextColumn {
  const values = [...new Set(texts.filter((text) => text !== ''))];
  const parts = values.map((value) => new TextEncoder().encode(value));
  let end = 0;
  return {
    bytes: Uint8Array.from(parts.flatMap((part) => [...part])),
    ends: Uint32Array.from(parts, (part) => {
      end += part.length;
      return end;
    }),
    codes: Uint32Array.from(texts, (text) => values.indexOf(text) + 1),
  };
}

/** `count` different texts, the greatest first, in chunks of a thousand, with a row without a text at the end. */
function filled(count: number) {
  const texts = Array.from({ length: count }, (_, i) => String(1e6 + count - i));
  const column = new CodedColumn(count + 1);
  for (let from = 0; from < count; from += 1000) {
    const part = texts.slice(from, from + 1000);
    column.put(
      chunk(part),
      Uint32Array.from(part, (_, i) => from + i),
    );
  }
  column.put(chunk(['']), Uint32Array.of(count));
  return { texts, ...column.finish() };
}

it.each([
  [255, Uint8Array],
  [256, Uint16Array],
  [65_535, Uint16Array],
  [65_536, Uint32Array],
])('keeps %i values in cells as narrow as they fit', (count, cells) => {
  const { texts, codes, values } = filled(count);
  expect(codes).toBeInstanceOf(cells);
  expect(values).toEqual(texts.toReversed());
  expect(Array.from(codes.subarray(0, count), (code) => values[code - 1])).toEqual(texts);
  expect(codes[count]).toBe(0);
});
