import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { MIGRATIONS, migrate, SCHEMA_VERSION, schemaVersion } from '../../../electron/engine/case/migrate.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { newCase, tempFolder } from '../support.ts';

/** A case on which somebody ran a statement. */
async function changedBy(statement: string): Promise<string> {
  const path = join(tempFolder(), 'case.swcase');
  await (await newCase(path)).close();
  const db = openDatabase(path, { key: null });
  db.exec(statement);
  db.close();
  return path;
}

test.each([
  ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON custody_log BEGIN DELETE FROM record; END'],
  [
    'a view in place of a table',
    'ALTER TABLE source RENAME TO hidden; CREATE VIEW source AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 1 AS published FROM n',
  ],
  ['a virtual table', 'CREATE VIRTUAL TABLE words USING fts5 (a)'],
  ['an index on an expression', 'CREATE INDEX i ON record (lower(body))'],
  ['one table less', 'DROP TABLE account_total'],
  ['the number of an older schema', 'PRAGMA user_version = 3'],
])('a case with %s is refused before anything is asked of it', async (_what, statement) => {
  const path = await changedBy(statement);
  await expect(openCase(path, 'tester', null)).rejects.toMatchObject({
    code: 'CASE_DAMAGED',
    message: expect.stringMatching(/tables are not those.*Nothing was changed/),
  });
});

test('statistics that SQLite keeps are no part of the schema, and every older schema is brought up to date', async () => {
  const open = await openCase(await changedBy('ANALYZE'), 'tester', null);
  expect(open.readOnly).toBeNull();
  await open.close();
  for (let version = 1; version < SCHEMA_VERSION; version++) {
    const db = openDatabase(join(tempFolder(), 'case.swcase'), { key: null, mustExist: false });
    db.pragma(`application_id = ${0x53576361}`);
    for (const statements of MIGRATIONS.slice(0, version)) db.exec(statements);
    db.pragma(`user_version = ${version}`);
    migrate(db);
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
    db.close();
  }
});
