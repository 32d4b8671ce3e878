import { createHash, type Hash } from 'node:crypto';
import type { Chip } from '../../../shared/contract/filters.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../case/database.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { ACCOUNT_COLUMN, ROW_COLUMN } from '../requests/columns.ts';
import { readNumbers } from '../requests/read-chunk.ts';
import { type ChunkBehind, chunksBehind } from './chunks-behind.ts';

/** Which requests stand behind a result: all that meet each of these. */
export interface RequestsBehind {
  /** Ids in the case; null for all accounts. */
  readonly accounts: readonly number[] | null;
  /** Half-open, in microseconds since 1970 UTC; requests without a valid time lie in none. */
  readonly range: { readonly fromUs: number; readonly toUs: number } | null;
  /** Conditions on the request itself: model, endpoint, status, topic. */
  readonly chips: readonly Chip[];
}

/** More requests than these are not named one by one. */
export const MOST_NAMED = 2_000_000;
const LINES_AT_ONCE = 10_000;

/**
 * How many records of published sources stand behind a result, and the SHA-256, hex, of what names them. Of each
 * source, by ascending hash, a line with its SHA-256, then a line with each row number, ascending. Where more than
 * `mostNamed` stand behind it, a line for each account instead, by id: the id as canonical JSON, a space, the count.
 * Lines end in a newline. A record that counts a stretch of time, or stands for a conversation, is one.
 * @throws StillwatchError CANCELLED
 */
export async function hashRequests(
  db: Database,
  behind: RequestsBehind,
  job: Job,
  mostNamed = MOST_NAMED,
): Promise<{ rows: number; rowsHash: string }> {
  const hash = createHash('sha256');
  const rows =
    (await hashRows(db, behind, job, mostNamed, hash)) ?? (await hashCounts(db, behind, job, hash));
  return { rows, rowsHash: hash.digest('hex') };
}

/** Answers undefined, with nothing hashed, where there are too many. */
async function hashRows(db: Database, behind: RequestsBehind, job: Job, most: number, hash: Hash) {
  const pause = pacer(job);
  const found = new Map<string, Float64Array[]>();
  let total = 0;
  for (const part of chunksBehind(db, behind)) {
    const rows = readNumbers(db, part.chunk, ROW_COLUMN, part.rows).filter((_, i) => part.isBehind(i));
    total += rows.length;
    if (total > most) return undefined;
    if (rows.length > 0) listOf(found, part.sha256).push(rows);
    await pause(progressOf(part));
  }
  for (const [sha256, parts] of byKey(found)) {
    const rows = joined(parts).sort();
    hash.update(`${sha256}\n`);
    for (let from = 0; from < rows.length; from += LINES_AT_ONCE)
      hash.update(`${rows.subarray(from, from + LINES_AT_ONCE).join('\n')}\n`);
  }
  return total;
}

async function hashCounts(db: Database, behind: RequestsBehind, job: Job, hash: Hash): Promise<number> {
  const pause = pacer(job);
  const found = new Map<string, Map<number, number>>();
  let total = 0;
  for (const part of chunksBehind(db, behind)) {
    const counts = found.get(part.sha256) ?? new Map<number, number>();
    found.set(part.sha256, counts);
    const account = readNumbers(db, part.chunk, ACCOUNT_COLUMN, part.rows);
    for (let i = 0; i < part.rows; i++) {
      if (!part.isBehind(i)) continue;
      total++;
      counts.set(account[i], (counts.get(account[i]) ?? 0) + 1);
    }
    await pause(progressOf(part));
  }
  const nameOf = db.prepare('SELECT external_id FROM account WHERE id = ?').pluck();
  for (const [sha256, counts] of byKey(found)) {
    if (counts.size === 0) continue;
    hash.update(`${sha256}\n`);
    const named = new Map([...counts].map(([id, count]) => [nameOf.get(id) as string, count]));
    for (const [account, count] of byKey(named)) hash.update(`${canonicalJson(account)} ${count}\n`);
  }
  return total;
}

function progressOf({ place, chunks }: ChunkBehind) {
  return { stage: 'naming the requests behind it', done: place, total: chunks, unit: 'entries' as const };
}

function listOf(found: Map<string, Float64Array[]>, key: string): Float64Array[] {
  const list = found.get(key) ?? [];
  found.set(key, list);
  return list;
}

function byKey<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
