import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { makeCase } from '../a-case.ts';
import { lookAround } from '../look-around-case.ts';
import { mutatePages } from '../mutate/pages.ts';
import { demand, type Target } from '../target.ts';

/** What somebody may have put into a case beside what belongs there. */
export const HOSTILE_SCHEMAS: readonly string[] = [
  'CREATE TRIGGER t AFTER INSERT ON custody_log BEGIN DELETE FROM record; END',
  "CREATE TRIGGER t AFTER INSERT ON custody_log BEGIN INSERT INTO custody_log SELECT max(seq) + 1, 'x', 'y' FROM custody_log; END",
  'CREATE TRIGGER t AFTER UPDATE ON source BEGIN SELECT count(*) FROM record a, record b, record c; END',
  'CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
  'ALTER TABLE annotation_old RENAME TO x',
  'CREATE VIRTUAL TABLE words USING fts5 (a)',
  'CREATE INDEX i ON record (lower(body))',
  'CREATE TABLE extra (a CHECK (a > 0), b AS (upper(a)))',
  "INSERT INTO record SELECT 'finding', 'x' || rowid, '{' FROM record",
  "UPDATE source SET layout = '[', mapping = 'null', warnings = '{}'",
  'UPDATE request_chunk SET rows = 4294967295',
  'UPDATE request_column SET data = zeroblob(100)',
  'UPDATE prompt_block SET data = randomblob(50), texts = 1000000000',
  'PRAGMA user_version = 9999',
  'PRAGMA user_version = 3',
  'PRAGMA application_id = 1',
];
const WORDS: readonly (readonly [string, string])[] = [
  ['CREATE TABLE', 'CREATE VIEW '],
  ['"action":"case.open"', '"action":"case.0pen"'],
  ['custody_log', 'custody_gol'],
  ['record', 'source'],
  ['fts5', 'fts4'],
  ['json', 'blob'],
  ['account', 'request'],
  ['INTEGER', 'TEXT   '],
];

/** Unencrypted cases with changed pages, cells, schemas and values. */
export const plainCase: Target = {
  name: 'plain-case',
  about: 'unencrypted case files, opened and looked at',
  share: 60,
  async start(folder) {
    const path = join(folder, 'case.swcase');
    const made = await makeCase(folder);
    await made.close();
    rmSync(join(folder, 'log.csv'));
    const whole = readFileSync(path);
    const seeds = [whole, whole, whole];
    for (const statement of HOSTILE_SCHEMAS) {
      writeFileSync(path, whole);
      const db = new SQLite(path);
      try {
        db.exec(statement);
      } catch {
        // A table of another name in this version.
      }
      db.close();
      seeds.push(readFileSync(path));
    }
    return {
      keeps: ['case.swcase', 'case.swcase-wal', 'case.swcase-shm', 'case.swcase-journal'],
      make: (rng) => (rng.chance(0.1) ? rng.pick(seeds) : mutatePages(rng, rng.pick(seeds), WORDS)),
      run: async (input) => {
        for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
        writeFileSync(path, input);
        // A statement that somebody ran on the case, where its file would be long.
        const text = Buffer.from(input.subarray(0, 2000)).toString();
        if (text.startsWith('sql ')) {
          writeFileSync(path, whole);
          const db = new SQLite(path);
          db.exec(text.slice(4));
          db.close();
        }
        const open = await openCase(path, 'tester', null);
        try {
          const failed = lookAround(open);
          demand(
            open.readOnly === null || /^\S.*\.$/su.test(open.readOnly),
            'is read-only for a reason that is no sentence',
          );
          return `${open.readOnly === null ? 'open' : 'open for reading'}${failed > 0 ? ', in part' : ''}`;
        } finally {
          await open.close();
        }
      },
    };
  },
};
