import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusCase {
  readonly target: string;
  readonly name: string;
  /** What must become of it. */
  readonly outcome: string;
}

/** Inputs that once did harm, by target and file: what they did, and what must become of them. */
const OUTCOMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  values: {
    // A part of a microsecond was a time.
    'nanoseconds-with-a-point.txt': 'unix_us, number',
  },
  typed: {
    // The stack overflowed.
    'mention-of-ranges.txt': 'text',
    // The stack overflowed.
    'range-of-ranges.txt': 'text',
    // The search for two ends of a time took the cube of its length.
    'two-thousand-points.txt': 'text',
  },
  'small-files': {
    // An error about canonical JSON came out.
    'key-of-half-a-letter.txt': 'BAD_ARGS',
    // The sentence held all of the name.
    'mapping-with-a-long-name.txt': 'BAD_MAPPING',
  },
  signatures: {
    // A TypeError came out.
    'certificate-named-by-nothing.tsr': 'no stamp',
  },
  csv: {
    // Names were numbered from 2 each time: nine seconds.
    'one-name-ten-thousand-times.csv': 'no rows',
  },
  packed: {
    // An unfinished record was looked at again with each byte.
    'a-byte-a-frame.csv.zst': 'rows',
  },
  database: {
    // Nothing, and must not.
    'loads-an-extension.db': 'SOURCE_DAMAGED',
    // Its rows came again and again.
    'one-page-many-times.db': 'SOURCE_DAMAGED',
    // Listing the tables took all views apart.
    'views-of-views.db': 'rows',
  },
  sql: {
    // An error of the driver came out.
    'named-parameter.txt': 'BAD_ARGS',
    // The sentence held all of the word.
    'word-without-end.txt': 'BAD_ARGS',
  },
  'plain-case': {
    // What people wrote was deleted when the case was opened.
    'trigger-on-the-log.sql': 'CASE_DAMAGED',
    // An error of SQLite came out.
    'version-of-before.sql': 'CASE_DAMAGED',
    // Opening the case never ended.
    'view-for-a-table.sql': 'CASE_DAMAGED',
  },
  bundle: {
    // The stack overflowed when the name was to be told.
    'account-of-lists-in-lists.zip': 'does not hold, broken',
  },
};

export const CORPUS: readonly CorpusCase[] = Object.entries(OUTCOMES).flatMap(([target, files]) =>
  Object.entries(files).map(([name, outcome]) => ({ target, name, outcome })),
);

export function corpusInput({ target, name }: Pick<CorpusCase, 'target' | 'name'>): Buffer {
  return readFileSync(join(import.meta.dirname, 'corpus', target, name));
}
