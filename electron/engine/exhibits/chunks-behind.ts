import type { Chip } from '../../../shared/contract/filters.ts';
import type { RequestField } from '../../../shared/contract/imports.ts';
import type { Database } from '../case/database.ts';
import { textValues } from '../requests/codec.ts';
import { ACCOUNT_COLUMN, columnOf, TIME_COLUMN } from '../requests/columns.ts';
import { readNumbers, readText } from '../requests/read-chunk.ts';
import type { RequestsBehind } from './requests-behind.ts';

/** A chunk of a published source that may hold requests behind a result. */
export interface ChunkBehind {
  readonly chunk: number;
  readonly rows: number;
  readonly sha256: string;
  /** Its place among so many chunks. */
  readonly place: number;
  readonly chunks: number;
  isBehind(index: number): boolean;
}

interface Chunk {
  readonly id: number;
  readonly rows: number;
  readonly sha256: string;
  readonly firstAccount: number;
  readonly lastAccount: number;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
}

/** The chunks that hold requests behind a result, read no further than it takes to tell which. */
export function* chunksBehind(db: Database, behind: RequestsBehind): Iterable<ChunkBehind> {
  const chunks = db
    .prepare(
      `SELECT k.id, k.rows, s.sha256, k.first_account AS firstAccount, k.last_account AS lastAccount,
              k.first_us AS firstUs, k.last_us AS lastUs
       FROM request_chunk k JOIN source s ON s.id = k.source_id WHERE s.published = 1 ORDER BY k.id`,
    )
    .all() as Chunk[];
  const wanted = behind.accounts && Float64Array.from(new Set(behind.accounts)).sort();
  for (const [place, chunk] of chunks.entries()) {
    if (!mayHold(chunk, wanted, behind.range)) continue;
    const tests = testsOf(db, chunk, wanted, behind);
    yield {
      chunk: chunk.id,
      rows: chunk.rows,
      sha256: chunk.sha256,
      place,
      chunks: chunks.length,
      isBehind: (index) => tests.every((test) => test(index)),
    };
  }
}

function mayHold(chunk: Chunk, wanted: Float64Array | null, range: RequestsBehind['range']): boolean {
  if (wanted && !(wanted[firstFrom(wanted, chunk.firstAccount)] <= chunk.lastAccount)) return false;
  if (!range) return true;
  return (
    chunk.firstUs !== null &&
    chunk.lastUs !== null &&
    chunk.firstUs < range.toUs &&
    chunk.lastUs >= range.fromUs
  );
}

type Test = (index: number) => boolean;

function testsOf(db: Database, chunk: Chunk, wanted: Float64Array | null, behind: RequestsBehind): Test[] {
  const { id, rows, firstAccount, lastAccount } = chunk;
  const { range, chips } = behind;
  const tests: Test[] = [];
  if (wanted && firstAccount !== lastAccount) {
    const account = readNumbers(db, id, ACCOUNT_COLUMN, rows);
    tests.push((index) => wanted[firstFrom(wanted, account[index])] === account[index]);
  }
  if (range) {
    const timeUs = readNumbers(db, id, TIME_COLUMN, rows);
    tests.push((index) => timeUs[index] >= range.fromUs && timeUs[index] < range.toUs);
  }
  return [...tests, ...chips.map((chip) => chipTest(db, chunk, chip))];
}

function chipTest(db: Database, { id, rows }: Chunk, { field, values, negate }: Chip): Test {
  const column = readText(db, id, columnOf(field as RequestField).number, rows);
  if (!column) return () => values.includes(null) !== negate;
  const meets = textValues(column).map((value) => values.includes(value) !== negate);
  return (index) => meets[column.codes[index]];
}

/** The place of the first of ascending numbers that is at least `least`; their length without any. */
function firstFrom(numbers: Float64Array, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
