import { MOST_CELL_REQUESTS } from '../../../shared/contract/coverage.ts';
import { formatReference } from '../../../shared/reference.ts';
import { mustFindAccount } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import { accountStretches } from '../requests/account-chunks.ts';
import { textValues } from '../requests/codec.ts';
import { columnOf, ROW_COLUMN } from '../requests/columns.ts';
import { readNumbers, readText } from '../requests/read-chunk.ts';
import { topicsOfChunk, ValueNumbers } from './row-values.ts';

interface Hit {
  readonly chunk: number;
  readonly rows: number;
  readonly sourceId: number;
  readonly index: number;
  readonly us: number;
}

/** The earliest requests of an account on a topic that a filter leaves. @throws StillwatchError NOT_FOUND */
export function cellRequests(db: Database, account: string, topic: string, left?: MatchingRequests) {
  const id = mustFindAccount(db, account);
  const numbers = new ValueNumbers();
  const wanted = numbers.of(topic);
  const hits: Hit[] = [];
  const matchIn = left?.rows(db, id);
  for (const stretch of accountStretches(db, id)) {
    const { chunk, rows, sourceId, from, to, timeUs } = stretch;
    const meets = matchIn?.(stretch);
    const topicAt = topicsOfChunk(db, chunk, rows, numbers);
    for (let index = from; index < to; index++) {
      if (topicAt(index) === wanted && (meets?.(index) ?? true))
        hits.push({ chunk, rows, sourceId, index, us: timeUs[index] });
    }
  }
  // Those without a time come last.
  const timed = hits.filter(({ us }) => !Number.isNaN(us)).sort((a, b) => a.us - b.us || a.chunk - b.chunk);
  const listed = [...timed, ...hits.filter(({ us }) => Number.isNaN(us))].slice(0, MOST_CELL_REQUESTS);
  const source = db.prepare('SELECT sha256 FROM source WHERE id = ?').pluck();
  const chunks = new Map<number, ChunkWords>();
  return {
    requests: listed.map(({ chunk, rows, sourceId, index, us }) => {
      let words = chunks.get(chunk);
      if (!words) {
        words = wordsOf(db, chunk, rows);
        chunks.set(chunk, words);
      }
      return {
        reference: formatReference({
          kind: 'request',
          source: source.get(sourceId) as string,
          row: words.row[index],
        }),
        timeUs: Number.isNaN(us) ? null : us,
        model: words.model(index),
        status: words.status(index),
      };
    }),
    total: hits.length,
    range: timed.length === 0 ? null : { fromUs: timed[0].us, toUs: timed[timed.length - 1].us + 1 },
  };
}

/** What is said of the rows of one chunk. */
interface ChunkWords {
  readonly row: Float64Array;
  readonly model: (index: number) => string;
  readonly status: (index: number) => string;
}

function wordsOf(db: Database, chunk: number, rows: number): ChunkWords {
  const text = (field: 'model' | 'status') => {
    const column = readText(db, chunk, columnOf(field).number, rows);
    const values = column && textValues(column);
    return (index: number) => (column && values ? (values[column.codes[index]] ?? '') : '');
  };
  return { row: readNumbers(db, chunk, ROW_COLUMN, rows), model: text('model'), status: text('status') };
}
