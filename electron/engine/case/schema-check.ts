import { StillwatchError } from '../../../shared/contract/errors.ts';
import { type Database, inMemory } from './database.ts';

interface Item {
  readonly type: string;
  readonly name: string;
  /** Kind, name, table and SQL, as one text. */
  readonly text: string;
}

/** What SQLite keeps for itself: statistics of values, which a case gets when it is closed. */
const OWN = /^sqlite_(?:stat\d|sequence|autoindex_.*)$/;

/** Of each number of migrations what they make, with its kind. */
const made = new Map<number, ReadonlyMap<string, string>>();

/**
 * Refuses a case that lacks a table which the migrations make, or holds anything that is not to the letter what they
 * make. A trigger would run with the first thing that is written, and a view in place of a table can keep whoever reads
 * it for ever, so nothing else is asked of the database before. What a trigger of ours that was taken away kept from is
 * found by the custody chain.
 * @throws StillwatchError CASE_DAMAGED
 */
export function assertOwnSchema(db: Database, migrations: readonly string[]): void {
  const expected = expectedOf(migrations);
  const found = itemsOf(db);
  const strange = found.some(({ text }) => !expected.has(text));
  const tables = new Set(found.map(({ text }) => text));
  const missing = [...expected].some(([text, type]) => type === 'table' && !tables.has(text));
  if (!strange && !missing) return;
  throw new StillwatchError(
    'CASE_DAMAGED',
    `The case file is damaged or was tampered with: its tables are not those that Stillwatch makes (${strange ? 'one is there that is not of it, or was changed' : 'one is missing'}). Nothing was changed. Open a backup copy of this case.`,
  );
}

function expectedOf(migrations: readonly string[]): ReadonlyMap<string, string> {
  let expected = made.get(migrations.length);
  if (!expected) {
    const db = inMemory();
    try {
      for (const statements of migrations) db.exec(statements);
      expected = new Map(itemsOf(db).map(({ text, type }) => [text, type]));
    } finally {
      db.close();
    }
    made.set(migrations.length, expected);
  }
  return expected;
}

function itemsOf(db: Database): Item[] {
  const items = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').raw().all() as (
    | string
    | null
  )[][];
  return items
    .map((columns) => ({
      type: String(columns[0]),
      name: String(columns[1]),
      text: JSON.stringify(columns.map(String)),
    }))
    .filter(({ name }) => !OWN.test(name));
}
