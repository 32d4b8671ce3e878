import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { listParts } from '../../../../electron/engine/import/open-records.ts';
import { fileWith } from '../../support.ts';
import { readAll } from './read-all.ts';

/** A database file of these statements. */
function databaseOf(...statements: string[]): string {
  const db = new SQLite(':memory:');
  for (const statement of statements) db.exec(statement);
  const path = fileWith(db.serialize(), 'log.db');
  db.close();
  return path;
}

test('of several tables the one with most fields of a request is read, the others are named', async () => {
  const path = databaseOf(
    'CREATE TABLE account (id INTEGER, name TEXT)',
    'CREATE TABLE "re""quests" (timestamp TEXT, account_id TEXT, n, "a b" AS (n))',
    `INSERT INTO "re""quests" VALUES ('2026-05-04T00:00:00Z', 'ac_é', 9223372036854775807),
       (NULL, CAST(x'61e9' AS TEXT), 0.1), ('', x'00ff', 'a' || char(9) || 'b')`,
  );
  const before = readFileSync(path);
  const { parts, refused } = await listParts(path);
  expect(parts.map(({ name }) => name)).toEqual(['log.db/re"quests']);
  expect(refused).toEqual([
    { name: 'log.db/account', reason: 'Of this database the table "re"quests" is read' },
  ]);
  const { columns, records, format } = await readAll(parts[0]);
  expect(format).toBe('SQLite, table re"quests');
  expect(columns).toEqual(['timestamp', 'account_id', 'n', 'a b']);
  expect(records).toEqual([
    { line: 1, cells: ['2026-05-04T00:00:00Z', 'ac_é', '9223372036854775807', '9223372036854775807'] },
    { line: 2, cells: [], problem: 'Bytes that are no UTF-8 text' },
    { line: 3, cells: ['', "x'00FF'", 'a\tb', 'a\tb'] },
  ]);
  expect(readdirSync(dirname(path))).toEqual(['log.db']);
  expect(readFileSync(path)).toEqual(before);
});

test('a table of many rows comes in batches, whole', async () => {
  const path = databaseOf(
    'CREATE TABLE r (timestamp, account_id)',
    'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000) INSERT INTO r SELECT i, i * 2 FROM n',
  );
  const { rows } = await readAll(path);
  expect(rows).toHaveLength(5000);
  expect(rows[4999]).toEqual(['5000', '10000']);
});

test('a value that is too long costs its record', async () => {
  const path = databaseOf('CREATE TABLE r (a, b)', 'INSERT INTO r VALUES (1, zeroblob(16777217)), (2, 3)');
  expect((await readAll(path)).records).toEqual([
    { line: 1, cells: [], problem: 'A record longer than 16 MB' },
    { line: 2, cells: ['2', '3'] },
  ]);
});

test('views and virtual tables are not read; a database without tables is no log', async () => {
  const path = databaseOf(
    'CREATE TABLE t (a, b)',
    'CREATE VIEW v AS SELECT a AS timestamp, b AS account_id FROM t',
  );
  expect((await listParts(path)).parts.map(({ table }) => table)).toEqual(['t']);
  await expect(listParts(databaseOf('CREATE VIEW v AS SELECT 1'))).rejects.toMatchObject({
    code: 'NOT_A_LOG',
  });
});

test('a damaged database is told; one in write-ahead mode is left alone', async () => {
  const path = databaseOf(
    'CREATE TABLE r (timestamp, account_id)',
    'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000) INSERT INTO r SELECT i, i FROM n',
  );
  const bytes = readFileSync(path);
  const damaged = Buffer.from(bytes).fill(0xff, 8192, 8192 + 64);
  await expect(readAll(fileWith(damaged))).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
  await expect(readAll(fileWith(bytes.subarray(0, 5000)))).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
  bytes[18] = 2;
  bytes[19] = 2;
  const writeAhead = fileWith(bytes);
  await expect(readAll(writeAhead)).rejects.toMatchObject({ code: 'NOT_A_LOG' });
  expect(readdirSync(dirname(writeAhead))).toHaveLength(1);
});
