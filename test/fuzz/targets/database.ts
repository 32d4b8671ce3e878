import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { readTable } from '../../../electron/engine/import/containers/sqlite-reader.ts';
import { tablesOf } from '../../../electron/engine/import/containers/sqlite-tables.ts';
import { readRecords, words } from '../memory.ts';
import { mutatePages } from '../mutate/pages.ts';
import type { Target } from '../target.ts';

const TABLE =
  'CREATE TABLE log (timestamp TEXT, account_id TEXT, model TEXT, input_tokens INTEGER, prompt_text TEXT)';
const ROWS = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
  INSERT INTO log SELECT '2026-05-04T10:00:' || (10 + i % 50) || 'Z', 'ac_' || (i % 5), x'ff41', i, hex(zeroblob(i * 9)) FROM n`;

/** Databases that hold more than a table of rows: what would run when they are read, were it trusted. */
export const DATABASES: readonly (readonly string[])[] = [
  [TABLE, ROWS],
  ["PRAGMA encoding = 'UTF-16le'", TABLE, ROWS],
  ['PRAGMA page_size = 512', TABLE, ROWS, 'DELETE FROM log WHERE input_tokens % 2'],
  [`${TABLE.slice(0, -1)}, PRIMARY KEY (timestamp, account_id, input_tokens)) WITHOUT ROWID`, ROWS],
  [
    TABLE,
    ROWS,
    'CREATE VIEW v0 AS SELECT * FROM log',
    ...Array.from(
      { length: 20 },
      (_, i) => `CREATE VIEW v${i + 1} AS SELECT * FROM v${i} UNION ALL SELECT * FROM v${i}`,
    ),
  ],
  [
    TABLE,
    ROWS,
    'CREATE VIEW endless AS WITH RECURSIVE n(timestamp, account_id) AS (SELECT 1, 1 UNION ALL SELECT timestamp + 1, 1 FROM n) SELECT * FROM n',
  ],
  [
    TABLE,
    ROWS,
    'CREATE INDEX upper_model ON log (upper(model), length(prompt_text))',
    'CREATE INDEX part ON log (model) WHERE input_tokens > 5',
  ],
  [TABLE, ROWS, 'CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM log; END'],
  [
    'CREATE TABLE log (timestamp TEXT, account_id TEXT, twice TEXT AS (upper(account_id)) VIRTUAL, kept TEXT AS (lower(account_id)) STORED, CHECK (length(account_id) > 0))',
    "INSERT INTO log VALUES ('2026-05-04T10:00:00Z', 'ac_1')",
  ],
  [
    TABLE,
    ROWS,
    'CREATE VIRTUAL TABLE words USING fts5 (timestamp, account_id)',
    "INSERT INTO words VALUES ('a', 'b')",
  ],
  [TABLE, ROWS, 'CREATE VIRTUAL TABLE boxes USING rtree (id, x0, x1)', 'INSERT INTO boxes VALUES (1, 2, 3)'],
  [
    'CREATE TABLE "a""b; DROP TABLE x --" (timestamp, account_id, "select" BLOB)',
    'INSERT INTO "a""b; DROP TABLE x --" VALUES (1, 2, zeroblob(9))',
  ],
];
/** Words of schemas with others of the same length or shorter. */
const WORDS: readonly (readonly [string, string])[] = [
  ['upper(account_id)', 'load_extension(1)'],
  ['upper(account_id)', 'randomblob(9e8)'],
  ['lower(account_id)', 'zeroblob(2147483)'],
  ['upper(model)', 'random()    '],
  ['CREATE TABLE', 'CREATE VIEW '],
  ['account_id', 'timestamp '],
  ['account_id TEXT', 'a REFERENCES b '],
  ['log', 'gol'],
  ['INTEGER', 'BLOB  '],
  ['fts5', 'fts9'],
  ['TEXT', 'ANY '],
  ['AS (', 'XX ('],
  ['table', 'index'],
  ['VIRTUAL', 'STORED '],
];

/** Databases as a log: pages, cells and schemas changed; views, triggers, expressions and virtual tables in them. */
export const database: Target = {
  name: 'database',
  about: "tables of other programs' SQLite databases, read without trust as on their thread",
  share: 1000,
  async start(folder) {
    const path = join(folder, 'log.db');
    const seeds = DATABASES.map((statements) => {
      rmSync(path, { force: true });
      const db = new SQLite(path);
      for (const statement of statements) db.exec(statement);
      db.close();
      return readFileSync(path);
    });
    return {
      keeps: ['log.db'],
      make: (rng) => mutatePages(rng, rng.pick(seeds), WORDS),
      run: async (input) => {
        writeFileSync(path, input);
        // As its thread has it, but where a case that never ends is seen.
        const [table] = await tablesOf(path);
        if (table === undefined) return 'no table';
        const { batches } = await readTable(path, table, input.length);
        return words(
          await readRecords({
            async *batches() {
              for await (const { batch } of batches(() => {})) yield batch;
            },
          }),
        );
      },
    };
  },
};
