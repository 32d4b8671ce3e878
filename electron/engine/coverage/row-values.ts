import type { GrowthOf } from '../../../shared/contract/coverage.ts';
import type { Database } from '../case/database.ts';
import type { RowMatch } from '../filters/match-rows.ts';
import { type AccountStretch, accountStretches } from '../requests/account-chunks.ts';
import { textValues } from '../requests/codec.ts';
import { columnOf } from '../requests/columns.ts';
import { readPrompts, readText } from '../requests/read-chunk.ts';

/** Numbers for values of a text column, the same in every chunk. */
export class ValueNumbers {
  readonly values: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(value: string): number {
    let number = this.numbers.get(value);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.numbers.set(value, number);
    }
    return number;
  }
}

/** One stretch of an account's rows: the value's number of each row by its index in the chunk, -1 for none. */
export type ValueAt = (index: number) => number;

/** Reads the topics of a chunk's rows. */
export function topicsOfChunk(db: Database, chunk: number, rows: number, numbers: ValueNumbers): ValueAt {
  return textOfChunk(db, chunk, rows, 'topic', numbers);
}

/** Reads which prompt each row of a chunk has: by its text, or where the data give no text by its hash. */
export function promptsOfChunk(db: Database, chunk: number, rows: number, numbers: ValueNumbers): ValueAt {
  const found = readPrompts(db, chunk, rows);
  const hash = textOfChunk(db, chunk, rows, 'prompt_hash', numbers, 'hash ');
  if (!found) return hash;
  if ('numbers' in found)
    return (index) =>
      Number.isNaN(found.numbers[index]) ? hash(index) : numbers.of(`text ${found.numbers[index]}`);
  const values = textValues(found.texts);
  return (index) => {
    const value = values[found.texts.codes[index]];
    return value === null ? hash(index) : numbers.of(`old ${value}`);
  };
}

function textOfChunk(
  db: Database,
  chunk: number,
  rows: number,
  field: 'topic' | 'prompt_hash',
  numbers: ValueNumbers,
  prefix = '',
): ValueAt {
  const column = readText(db, chunk, columnOf(field).number, rows);
  if (!column) return () => -1;
  const values = textValues(column);
  const known = new Int32Array(values.length).fill(-1);
  return (index) => {
    const code = column.codes[index];
    const value = values[code];
    if (value === null) return -1;
    if (known[code] < 0) known[code] = numbers.of(prefix + value);
    return known[code];
  };
}

/** Times and value numbers of an account's single requests that match and have both, ascending by time. */
export function timedValues(
  db: Database,
  account: number,
  by: GrowthOf,
  numbers: ValueNumbers,
  matchIn?: (stretch: AccountStretch) => RowMatch,
): { readonly timeUs: Float64Array; readonly value: Uint32Array; readonly left: number } {
  const times: number[] = [];
  const values: number[] = [];
  let left = 0;
  for (const stretch of accountStretches(db, account, true)) {
    const { chunk, rows, from, to, timeUs } = stretch;
    const meets = matchIn?.(stretch);
    const valueAt = (by === 'topic' ? topicsOfChunk : promptsOfChunk)(db, chunk, rows, numbers);
    for (let index = from; index < to; index++) {
      if (meets && !meets(index)) continue;
      const value = valueAt(index);
      if (value < 0 || Number.isNaN(timeUs[index])) {
        left++;
        continue;
      }
      times.push(timeUs[index]);
      values.push(value);
    }
  }
  const order = Uint32Array.from(times.keys()).sort((a, b) => times[a] - times[b] || a - b);
  return {
    timeUs: Float64Array.from(order, (i) => times[i]),
    value: Uint32Array.from(order, (i) => values[i]),
    left,
  };
}
