import type { z } from 'zod';
import type { BagFile } from '../bag/bag.ts';
import { type Cell, csvLine } from '../formula-guard.ts';
import { json } from '../json-text.ts';

/** What a shape describes, not to be changed: what is written is the value itself, never what parsing made of it. */
export type Told<T> = T extends readonly (infer Item)[]
  ? readonly Told<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Told<T[Key]> }
    : T;

/** A JSON file, checked against its shape as it is read. */
export function jsonFile<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  make: () => Told<z.infer<Shape>>,
): BagFile {
  return {
    path,
    content: again(function* () {
      const value = make();
      shape.parse(value);
      yield json(value);
    }),
  };
}

/** A file of one JSON value a line, each checked against the shape of a line. */
export function ndjsonFile<Shape extends z.ZodType>(
  path: string,
  line: Shape,
  make: () => Iterable<Told<z.infer<Shape>>>,
): BagFile {
  return {
    path,
    content: again(function* () {
      for (const value of make()) {
        line.parse(value);
        yield `${JSON.stringify(value)}\n`;
      }
    }),
  };
}

/** A table under its header. Texts that a spreadsheet might run are guarded. */
export function csvFile(
  path: string,
  header: readonly string[],
  rows: () => Iterable<readonly Cell[]>,
): BagFile {
  return {
    path,
    content: again(function* () {
      yield csvLine(header);
      for (const row of rows()) yield csvLine(row);
    }),
  };
}

/** Pieces that can be walked more than once. */
export function again(pieces: () => Iterator<string>): Iterable<string> {
  return { [Symbol.iterator]: pieces };
}
