import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { quotedName } from '../quoted-name.ts';
import type { Content } from './content.ts';
import { type Guard, GuardedThread } from './guarded-thread.ts';
import type { PartList } from './parts.ts';
import type { FromReader } from './serve-batches.ts';
import { damagedDatabase } from './sqlite-tables.ts';
import type { FromSqliteThread, SqliteTask } from './sqlite-thread.ts';
import { readOnThread, type ThreadRecords } from './thread-records.ts';

// Beside this file, in the source tree and in the built one.
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? 'sqlite-thread.ts' : 'sqlite-thread.js',
  import.meta.url,
);
const GUARD: Guard = { stallMs: 60_000, heapMb: 512, stalled, died: damagedDatabase };

/**
 * The table of a database that has most of a request's fields; the others are refused. The database is opened on a
 * thread of its own: what is in it can bring SQLite to reckon without end.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED
 */
export async function listTables(path: string, name: string, sizeBytes: number): Promise<PartList> {
  const [best, ...others] = await tablesOnThread(path, sizeBytes);
  if (best === undefined)
    throw new StillwatchError('NOT_A_LOG', 'This SQLite database holds no table. Nothing was imported.');
  return {
    parts: [{ name: `${name}/${best}`, path, entry: null, table: best, sizeBytes }],
    refused: others.map((table) => ({
      name: `${name}/${table}`,
      reason: `Of this database the table ${quotedName(best)} is read`,
    })),
  };
}

/**
 * Opens a table of an SQLite database as records, on a thread of its own.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED
 */
export function openTable(content: Content, path: string, table: string): Promise<ThreadRecords> {
  const task: SqliteTask = { path, fileBytes: content.sizeBytes, table };
  const thread = new GuardedThread<FromReader>(THREAD, task, GUARD);
  return readOnThread({ content, hashedAlready: false, format: `SQLite, table ${table}`, thread });
}

async function tablesOnThread(path: string, fileBytes: number): Promise<readonly string[]> {
  const task: SqliteTask = { path, fileBytes, table: null };
  const thread = new GuardedThread<FromSqliteThread>(THREAD, task, GUARD);
  try {
    const message = await thread.next();
    if (message.type === 'failed') throw new StillwatchError(message.code, message.message);
    return message.tables;
  } finally {
    await thread.close();
  }
}

function stalled(): StillwatchError {
  return new StillwatchError(
    'SOURCE_DAMAGED',
    'Reading this SQLite database got nowhere for 60 seconds, so it was given up: the file is damaged or was made to do that. Nothing of it was kept. Restart Stillwatch to end what still reckons.',
  );
}
