import '../../no-network.ts';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { serveBatches } from './serve-batches.ts';
import { readTable } from './sqlite-reader.ts';
import { damagedDatabase, tablesOf } from './sqlite-tables.ts';

/** The file, and the table to read; without one, the tables are told. */
export interface SqliteTask {
  readonly path: string;
  readonly fileBytes: number;
  readonly table: string | null;
}

export type FromSqliteThread =
  | { readonly type: 'tables'; readonly tables: readonly string[] }
  | { readonly type: 'failed'; readonly code: StillwatchError['code']; readonly message: string };

async function tellTables(port: MessagePort, path: string): Promise<void> {
  try {
    port.postMessage({ type: 'tables', tables: await tablesOf(path) } satisfies FromSqliteThread);
  } catch (error) {
    const { code, message } = error instanceof StillwatchError ? error : damagedDatabase();
    port.postMessage({ type: 'failed', code, message } satisfies FromSqliteThread);
  } finally {
    port.close();
  }
}

if (parentPort) {
  const { path, fileBytes, table } = workerData as SqliteTask;
  if (table === null) await tellTables(parentPort, path);
  else await serveBatches(parentPort, damagedDatabase, () => readTable(path, table, fileBytes));
}
