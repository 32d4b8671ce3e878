import type { Database } from '../../case/database.ts';
import { chunksBehind } from '../../exhibits/chunks-behind.ts';
import type { RequestsBehind } from '../../exhibits/requests-behind.ts';
import { type Job, pacer } from '../../jobs/job.ts';
import { ACCOUNT_COLUMN, TIME_COLUMN } from '../../requests/columns.ts';
import type { FoundRequest } from '../../requests/find-request.ts';
import { readNumbers } from '../../requests/read-chunk.ts';

/** 1 for each row of a chunk that goes along, by id of the chunk; chunks without any are not there. */
export type MarkedRows = Map<number, Uint8Array>;

/**
 * Marks the requests that meet any of the needs.
 * @throws StillwatchError CANCELLED
 */
export async function markRows(
  db: Database,
  needs: readonly RequestsBehind[],
  singles: readonly FoundRequest[],
  job: Job,
): Promise<MarkedRows> {
  const pause = pacer(job);
  const marked: MarkedRows = new Map();
  for (const need of needs) {
    for (const { chunk, rows, place, chunks, isBehind } of chunksBehind(db, need)) {
      const marks = marked.get(chunk) ?? new Uint8Array(rows);
      let any = false;
      for (let i = 0; i < rows; i++) {
        if (!isBehind(i)) continue;
        marks[i] = 1;
        any = true;
      }
      if (any) marked.set(chunk, marks);
      await pause({ stage: 'choosing requests', done: place, total: chunks, unit: 'entries' });
    }
  }
  for (const { chunk, rows, index } of singles) {
    const marks = marked.get(chunk) ?? new Uint8Array(rows);
    marks[index] = 1;
    marked.set(chunk, marks);
  }
  return marked;
}

export interface Counted {
  /** Requests that are marked now, by id of the account. */
  readonly byAccount: ReadonlyMap<number, number>;
  /** Marks that were taken back, by id of the account. */
  readonly beyond: ReadonlyMap<number, number>;
}

/**
 * Counts what is marked, and takes back the marks of an account beyond its first `limit` by time, those without a
 * valid time last, ties by source and row.
 * @throws StillwatchError CANCELLED
 */
export async function limitRows(
  db: Database,
  marked: MarkedRows,
  limit: number | null,
  job: Job,
): Promise<Counted> {
  const pause = pacer(job);
  const byAccount = new Map<number, number>();
  for (const [done, [chunk, marks]] of [...marked].entries()) {
    const account = readNumbers(db, chunk, ACCOUNT_COLUMN, marks.length);
    for (let i = 0; i < marks.length; i++)
      if (marks[i]) byAccount.set(account[i], (byAccount.get(account[i]) ?? 0) + 1);
    await pause({ stage: 'counting requests', done, total: marked.size, unit: 'entries' });
  }
  const beyond = new Map<number, number>();
  if (limit === null) return { byAccount, beyond };
  const over = new Set([...byAccount].filter(([, count]) => count > limit).map(([id]) => id));
  if (over.size === 0) return { byAccount, beyond };
  const found = new Map<number, Place[]>([...over].map((id) => [id, []]));
  for (const [chunk, marks] of marked) {
    const account = readNumbers(db, chunk, ACCOUNT_COLUMN, marks.length);
    const timeUs = readNumbers(db, chunk, TIME_COLUMN, marks.length);
    for (let i = 0; i < marks.length; i++) {
      const places = marks[i] ? found.get(account[i]) : undefined;
      const us = Number.isNaN(timeUs[i]) ? Number.POSITIVE_INFINITY : timeUs[i];
      places?.push({ us, chunk, index: i });
    }
    await pause({ stage: 'counting requests', done: 0, unit: 'entries' });
  }
  for (const [id, places] of found) {
    places.sort(
      (one, other) => order(one.us, other.us) || one.chunk - other.chunk || one.index - other.index,
    );
    for (const { chunk, index } of places.slice(limit)) (marked.get(chunk) as Uint8Array)[index] = 0;
    beyond.set(id, places.length - limit);
    if (limit === 0) byAccount.delete(id);
    else byAccount.set(id, limit);
  }
  return { byAccount, beyond };
}

interface Place {
  readonly us: number;
  readonly chunk: number;
  readonly index: number;
}

const order = (one: number, other: number) => (one < other ? -1 : one > other ? 1 : 0);
