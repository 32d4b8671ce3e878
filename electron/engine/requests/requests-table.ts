import { formatUtc } from '../../../shared/time/zone.ts';
import type { Database } from '../case/database.ts';
import { TextReader } from '../texts/text-reader.ts';
import { textValues } from './codec.ts';
import { ACCOUNT_COLUMN, FIRST_EXTRA, REQUEST_COLUMNS, ROW_COLUMN, TIME_COLUMN } from './columns.ts';
import { promptTexts } from './prompt-column.ts';
import { readNumbers, readText } from './read-chunk.ts';
import { sourceReading } from './read-request.ts';

type Value = string | number | bigint | null;
/** The value of one column by the row's index in its chunk. */
type Reader = (index: number) => Value;

interface Chunk {
  readonly id: number;
  readonly rows: number;
  readonly sourceId: number;
  readonly sha256: string;
}

/** Of a connection with the table `requests`. */
export interface RequestsTable {
  /** From now on only the columns at these places have values; all without it. The others cost nothing then. */
  readOnly(columns: ReadonlySet<number>): void;
  /** How many rows it has, at once. */
  count(): number;
}

/**
 * Gives a connection the read-only table `requests`, so that SQL sees one row a request although the case
 * keeps them in chunks: source (SHA-256), row, account_id, time_us, timestamp (RFC 3339, UTC), the canonical
 * fields, and extra (JSON of the file's other columns). The rows are read over `db`, another connection to
 * the same case, because a connection that runs a statement cannot start a second one.
 */
export function defineRequestsTable(connection: Database, db: Database): RequestsTable {
  const columns = columnReaders(db);
  const names = columns.map(({ name }) => name);
  let wanted: ReadonlySet<number> | undefined;
  connection.table('requests', {
    columns: names,
    directOnly: true,
    *rows() {
      const chunks = db
        .prepare(
          `SELECT k.id, k.rows, s.id AS sourceId, s.sha256 FROM request_chunk k JOIN source s ON s.id = k.source_id
           WHERE s.published = 1 ORDER BY k.id`,
        )
        .all() as Chunk[];
      const used = names.flatMap((_, place) => (wanted && !wanted.has(place) ? [] : [place]));
      // Whoever takes a row is done with it before the next.
      const row: Value[] = names.map(() => null);
      for (const chunk of chunks) {
        const readers = used.map((place) => columns[place].open(chunk));
        for (let index = 0; index < chunk.rows; index++) {
          for (let i = 0; i < used.length; i++) row[used[i]] = readers[i](index);
          yield row;
        }
      }
    },
  });
  return {
    readOnly(places) {
      wanted = places;
    },
    count: () =>
      db
        .prepare(
          'SELECT ifnull(sum(k.rows), 0) FROM request_chunk k JOIN source s ON s.id = k.source_id WHERE s.published = 1',
        )
        .pluck()
        .get() as number,
  };
}

function columnReaders(db: Database): { readonly name: string; readonly open: (chunk: Chunk) => Reader }[] {
  const texts = new TextReader(db);
  let accounts: Map<number, string> | undefined;
  const accountNames = () => {
    accounts ??= new Map(db.prepare('SELECT id, external_id FROM account').raw().all() as [number, string][]);
    return accounts;
  };
  return [
    {
      name: 'source',
      open:
        ({ sha256 }) =>
        () =>
          sha256,
    },
    { name: 'row', open: (chunk) => numberReader(db, chunk, ROW_COLUMN) },
    {
      name: 'account_id',
      open: ({ id, rows }) => {
        const ids = readNumbers(db, id, ACCOUNT_COLUMN, rows);
        const nameOf = accountNames();
        return (index) => nameOf.get(ids[index]) ?? null;
      },
    },
    { name: 'time_us', open: (chunk) => numberReader(db, chunk, TIME_COLUMN) },
    {
      name: 'timestamp',
      open: ({ id, rows }) => {
        const timeUs = readNumbers(db, id, TIME_COLUMN, rows);
        return (index) => (Number.isNaN(timeUs[index]) ? null : formatUtc(timeUs[index]));
      },
    },
    ...REQUEST_COLUMNS.map(({ number, field, type }) => ({
      name: field,
      open: (chunk: Chunk): Reader => {
        if (field === 'prompt_text') {
          const indexes = Array.from({ length: chunk.rows }, (_, i) => i);
          const prompts = promptTexts(db, texts, chunk.id, chunk.rows, indexes);
          return (index) => prompts[index];
        }
        return type === 'text' ? textReader(db, chunk, number) : numberReader(db, chunk, number);
      },
    })),
    { name: 'extra', open: (chunk) => extraReader(db, chunk) },
  ];
}

const absent: Reader = () => null;

/** The driver makes every JS number a REAL; whole ones are INTEGER to a reader of SQL. */
function numberReader(db: Database, { id, rows }: Chunk, column: number): Reader {
  const values = readNumbers(db, id, column, rows);
  return (index) => {
    const value = values[index];
    if (Number.isSafeInteger(value)) return BigInt(value);
    return Number.isNaN(value) ? null : value;
  };
}

function textReader(db: Database, { id, rows }: Chunk, column: number): Reader {
  const text = readText(db, id, column, rows);
  if (!text) return absent;
  const values = textValues(text);
  return (index) => values[text.codes[index]];
}

/** The file's other columns in its order, as JSON; a name of theirs may be anything. */
function extraReader(db: Database, chunk: Chunk): Reader {
  const { extra } = sourceReading(db, chunk.sourceId).layout;
  const columns = extra.flatMap(({ number, name }) => {
    const text = number >= FIRST_EXTRA ? readText(db, chunk.id, number, chunk.rows) : undefined;
    if (!text) return [];
    const key = JSON.stringify(name);
    return { codes: text.codes, members: textValues(text).map((value) => `${key}:${JSON.stringify(value)}`) };
  });
  return (index) => {
    const members: string[] = [];
    for (const { codes, members: of } of columns) if (codes[index] > 0) members.push(of[codes[index]]);
    return members.length > 0 ? `{${members.join(',')}}` : null;
  };
}
