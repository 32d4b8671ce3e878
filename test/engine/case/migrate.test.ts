import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { MIGRATIONS, migrate, SCHEMA_VERSION, schemaVersion } from '../../../electron/engine/case/migrate.ts';
import { tempFolder } from '../support.ts';

const fresh = () => openDatabase(join(tempFolder(), 'case.swcase'), { key: null, mustExist: false });

test('version 1 makes the three layers and the custody log, all tables strict', () => {
  const db = fresh();
  migrate(db);
  expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
  const tables = db
    // A full-text index and the tables behind it have a form of their own.
    .prepare(
      `SELECT name, strict FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  expect(tables).toContainEqual({ name: 'custody_log', strict: 1 });
  expect(tables.filter((table) => (table as { strict: number }).strict === 0)).toEqual([]);
  db.close();
});

test('migrating twice changes nothing', () => {
  const db = fresh();
  migrate(db);
  const before = db.prepare('SELECT sql FROM sqlite_master ORDER BY name').all();
  migrate(db);
  expect(db.prepare('SELECT sql FROM sqlite_master ORDER BY name').all()).toEqual(before);
  db.close();
});

test('an interrupted migration leaves the version before', () => {
  const db = fresh();
  const broken = [...MIGRATIONS, 'CREATE TABLE extra (a INTEGER) STRICT; SELECT no_such_function();'];
  expect(() =>
    db.transaction(() => {
      for (const sql of broken) db.exec(sql);
    })(),
  ).toThrow();
  expect(db.prepare('SELECT count(*) FROM sqlite_master').pluck().get()).toBe(0);
  db.close();
});

test('the custody log cannot be changed or deleted from through SQL', () => {
  const db = fresh();
  migrate(db);
  db.prepare("INSERT INTO custody_log (seq, entry, hash) VALUES (1, '{}', 'x')").run();
  expect(() => db.exec("UPDATE custody_log SET entry = '[]'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM custody_log')).toThrow('append-only');
  db.close();
});
