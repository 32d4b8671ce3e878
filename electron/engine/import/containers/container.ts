import type { CellBatch } from '../cells.ts';
import type { Text } from './text.ts';

/** What a container format makes of a file: its columns and its records, batch by batch. */
export interface Records {
  readonly columns: readonly string[];
  /** In words: 'CSV, comma'. */
  readonly format: string;
  /** The header line as it stands in the text, newline included; absent where there is none. */
  readonly header?: Uint8Array;
  /** Records are JSON objects, and stand as such in the bytes of their batch. */
  readonly json?: true;
  /** What is doubtful in what was read so far, a sentence each; ask after the last batch for all of it. */
  warnings?(): readonly string[];
  /** After the last batch: what happened on the way, a sentence each. */
  notes?(): readonly string[];
  /** A batch is valid until the next is asked for. Can be asked for once. */
  batches(): AsyncIterable<CellBatch>;
}

/** Splits bytes that come in blocks into records. The same bytes give the same records however they are cut. */
export interface RecordParser {
  /** Takes the next block; call `fill` until it returns false before the next. */
  push(block: Uint8Array): void;
  /**
   * Fills the batch with complete records.
   * @param last no more blocks follow, so the end of the bytes ends a record.
   * @returns false when more bytes are needed (or, with `last`, when all is read); the batch may still hold
   * some records then.
   */
  fill(batch: CellBatch, last: boolean): boolean;
}

/**
 * The batches a parser makes of a text.
 * @param head the beginning of the text from where the parser is to start.
 */
export async function* parsedBatches(
  text: Text,
  head: Uint8Array,
  ended: boolean,
  parser: RecordParser,
  batch: CellBatch,
): AsyncGenerator<CellBatch> {
  try {
    parser.push(head);
    for (let last = ended; ; ) {
      while (parser.fill(batch, last)) if (batch.rows > 0) yield batch;
      if (batch.rows > 0) yield batch;
      if (last) return;
      const block = await text.next();
      if (block) parser.push(block);
      else last = true;
    }
  } finally {
    await text.close();
  }
}

/** Column names, trimmed; unnamed and repeated ones are told apart by number. */
export function distinctNames(given: readonly string[]): string[] {
  const seen = new Set<string>();
  // Where the numbers of a name go on: a header of one name ten thousand times is not counted from 2 each time.
  const numbers = new Map<string, number>();
  return given.map((text, i) => {
    const base = text.trim() || `column ${i + 1}`;
    let name = base;
    let n = numbers.get(base) ?? 2;
    for (; seen.has(name); n++) name = `${base} (${n})`;
    numbers.set(base, n);
    seen.add(name);
    return name;
  });
}
