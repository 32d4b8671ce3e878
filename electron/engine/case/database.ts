import SQLite from 'better-sqlite3';
import type { CaseKey } from './key.ts';

/** The SQLite driver is reached through this file alone. */
export type Database = SQLite.Database;

/** How long a writer waits for another. */
const BUSY_MS = 5000;

export interface OpenOptions {
  /** null for an unencrypted file. */
  readonly key: CaseKey | null;
  readonly readOnly?: boolean;
  readonly mustExist?: boolean;
}

/**
 * Opens a database file and gives the connection the settings it needs. The file is only read: the first page,
 * so a wrong key fails here, with the driver's SQLITE_NOTADB.
 */
export function openDatabase(
  path: string,
  { key, readOnly = false, mustExist = true }: OpenOptions,
): Database {
  const db = new SQLite(path, { readonly: readOnly, fileMustExist: mustExist });
  try {
    if (key) {
      db.pragma("cipher = 'chacha20'");
      db.pragma(`key = 'raw:${key.keyHex}${key.saltHex}'`);
    }
    // Without this, large sorts of an encrypted case would spill readable rows into temporary files.
    db.pragma('temp_store = MEMORY');
    // What is removed is overwritten, and no page is mapped into memory past the cipher.
    db.pragma('secure_delete = ON');
    db.pragma('mmap_size = 0');
    db.pragma('trusted_schema = OFF');
    db.pragma('foreign_keys = ON');
    db.pragma(`busy_timeout = ${BUSY_MS}`);
    db.pragma('cache_size = -65536');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Encrypts the whole file anew with another key, whose salt becomes the file's first bytes; null takes encryption away. */
export function rekey(db: Database, key: CaseKey | null): void {
  db.pragma("cipher = 'chacha20'");
  db.pragma(key ? `rekey = 'raw:${key.keyHex}${key.saltHex}'` : "rekey = ''");
}

/** Readies a connection for writing, which is the first change to the file. */
export function startWriting(db: Database): void {
  db.pragma('journal_mode = WAL');
  // What a person writes must survive a power cut the moment it is shown as saved.
  db.pragma('synchronous = FULL');
}

/**
 * Whether no other connection has the database open: only then does SQLite leave the write-ahead log, in
 * which the connection is again afterwards.
 */
export function isOnlyConnection(db: Database): boolean {
  db.pragma('busy_timeout = 0');
  try {
    return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return false;
    throw error;
  } finally {
    db.pragma(`busy_timeout = ${BUSY_MS}`);
    db.pragma('journal_mode = WAL');
  }
}

/**
 * Opens somebody else's database file for reading, trusting nothing in it. It must not be in write-ahead mode:
 * reading would leave files beside it.
 */
export function openForeignDatabase(path: string): Database {
  const db = new SQLite(path, { readonly: true, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('query_only = ON');
    db.pragma('cell_size_check = ON');
    db.pragma('temp_store = MEMORY');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens a small database that one connection has at a time: a lock that ends with the process, however that ends.
 * Undefined at once where another has it.
 */
export function openAlone(path: string): Database | undefined {
  const db = new SQLite(path, { fileMustExist: true, timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}

/** A database of its own that is gone when it is closed. */
export function inMemory(): Database {
  return new SQLite(':memory:');
}

/** The SQLite result code of a driver error ('SQLITE_FULL', ...), or undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof SQLite.SqliteError ? error.code : undefined;
}
