import '../no-network.ts';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { CaseAccess } from '../case/case.ts';
import { openDatabase } from '../case/database.ts';
import { buildCells, type CountedSource } from './build-cells.ts';

/** What the counting thread is given. */
export interface CellsTask {
  readonly access: CaseAccess;
  readonly sourceId: number;
  /** One number that is no longer 0 once nothing more is wanted. */
  readonly stop: SharedArrayBuffer;
}

export type FromCellsThread =
  | { readonly type: 'rows'; readonly rows: number }
  | { readonly type: 'end'; readonly cells: CountedSource };

const REPORT_MS = 100;

class Stopped extends Error {}

/** Reads the requests over a connection of its own, so that the engine answers all the while. */
function serve(port: MessagePort, { access, sourceId, stop }: CellsTask): void {
  const flag = new Int32Array(stop);
  let reportedMs = performance.now();
  const db = openDatabase(access.path, { key: access.key, readOnly: true });
  try {
    const cells = buildCells(db, sourceId, (rows) => {
      if (Atomics.load(flag, 0) !== 0) throw new Stopped();
      const now = performance.now();
      if (now - reportedMs < REPORT_MS) return;
      reportedMs = now;
      port.postMessage({ type: 'rows', rows } satisfies FromCellsThread);
    });
    const { accounts, ends, bytes } = cells;
    port.postMessage({ type: 'end', cells } satisfies FromCellsThread, [
      accounts.buffer as ArrayBuffer,
      ends.buffer as ArrayBuffer,
      bytes.buffer as ArrayBuffer,
    ]);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    db.close();
    port.close();
  }
}

if (parentPort) serve(parentPort, workerData as CellsTask);
