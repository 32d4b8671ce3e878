import type { Database } from '../case/database.ts';
import type { TextReader } from '../texts/text-reader.ts';
import { textValues } from './codec.ts';
import { readPrompts } from './read-chunk.ts';

/** The prompt texts of the rows at the given indexes of a chunk, in that order; null where there is none. */
export function promptTexts(
  db: Database,
  reader: TextReader,
  chunk: number,
  rows: number,
  indexes: readonly number[],
): (string | null)[] {
  const prompts = readPrompts(db, chunk, rows);
  if (!prompts) return indexes.map(() => null);
  if ('texts' in prompts) {
    const values = textValues(prompts.texts);
    return indexes.map((index) => values[prompts.texts.codes[index]]);
  }
  const numbers = indexes.map((index) => prompts.numbers[index]);
  // In order of their numbers, so that each block is unpacked once.
  const wanted = [...new Set(numbers.filter((number) => !Number.isNaN(number)))].sort((a, b) => a - b);
  const texts = new Map(wanted.map((number) => [number, reader.text(number)]));
  return numbers.map((number) => texts.get(number) ?? null);
}
