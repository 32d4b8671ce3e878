import type { RequestField } from '../../../../../shared/contract/imports.ts';
import type { IdentifierKind } from '../../../../../shared/contract/records.ts';
import type { Database } from '../../../case/database.ts';
import { normalise } from '../../../identifiers/kinds.ts';
import { type Job, pacer } from '../../../jobs/job.ts';
import { textValues } from '../../../requests/codec.ts';
import { ACCOUNT_COLUMN, columnOf, TIME_COLUMN } from '../../../requests/columns.ts';
import { readNumbers, readText } from '../../../requests/read-chunk.ts';

/** Kinds of values that requests carry, and the column each stands in. A user agent is none that accounts are compared by. */
const COLUMNS = {
  organization: 'organization_id',
  api_key: 'api_key_id',
  ip: 'ip',
  asn: 'asn',
  user_agent: 'user_agent',
  header_fingerprint: 'header_fingerprint',
  device: 'device_id',
  end_user: 'end_user_id',
} as const satisfies Readonly<Partial<Record<IdentifierKind | 'user_agent', RequestField>>>;
export type SeenKind = keyof typeof COLUMNS;
const SEEN_KINDS = Object.keys(COLUMNS) as readonly SeenKind[];

/** How often one account's requests in the bundle carry a value, and when. */
export interface Seen {
  requests: number;
  firstUs: number | null;
  lastUs: number | null;
  /** Months of the UTC calendar, counted from year 0. */
  readonly months: Set<number>;
}

/** By kind, value and number of the account in the case; values as they are compared, as spelt where they have no such form. */
export type SeenValues = ReadonlyMap<SeenKind, ReadonlyMap<string, ReadonlyMap<number, Seen>>>;

const kept = new WeakMap<Database, Promise<SeenValues>>();

/** What the requests of a published case carry. Read once: nobody writes into it. @throws StillwatchError CANCELLED */
export function seenValues(db: Database, job: Job): Promise<SeenValues> {
  const known = kept.get(db);
  if (known) return known;
  const reading = readSeen(db, job);
  kept.set(db, reading);
  reading.catch(() => kept.delete(db));
  return reading;
}

async function readSeen(db: Database, job: Job): Promise<SeenValues> {
  const pause = pacer(job);
  const found = new Map<SeenKind, Map<string, Map<number, Seen>>>(
    SEEN_KINDS.map((kind) => [kind, new Map()]),
  );
  const chunks = db
    .prepare(
      `SELECT k.id, k.rows FROM request_chunk k JOIN source s ON s.id = k.source_id
       WHERE s.published = 1 ORDER BY k.id`,
    )
    .all() as { id: number; rows: number }[];
  for (const [done, { id, rows }] of chunks.entries()) {
    await pause({ stage: 'reading what requests carry', done, total: chunks.length, unit: 'entries' });
    addChunk(db, id, rows, found);
  }
  return found;
}

export function monthOf(us: number): number {
  const date = new Date(us / 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function addChunk(
  db: Database,
  chunk: number,
  rows: number,
  found: ReadonlyMap<SeenKind, Map<string, Map<number, Seen>>>,
): void {
  const accounts = readNumbers(db, chunk, ACCOUNT_COLUMN, rows);
  const timeUs = readNumbers(db, chunk, TIME_COLUMN, rows);
  const weights = readNumbers(db, chunk, columnOf('request_count').number, rows);
  const months = Int32Array.from(timeUs, (us) => (Number.isNaN(us) ? -1 : monthOf(us)));
  for (const kind of SEEN_KINDS) {
    const column = readText(db, chunk, columnOf(COLUMNS[kind]).number, rows);
    if (!column) continue;
    const ofKind = found.get(kind) as Map<string, Map<number, Seen>>;
    const values = textValues(column).map((value) => (value ? comparisonForm(kind, value) : null));
    // Rows of a chunk lie by account, so the values of the account at hand are found by their number alone.
    let own: (Seen | undefined)[] = [];
    for (let row = 0; row < rows; row++) {
      if (row > 0 && accounts[row] !== accounts[row - 1]) own = [];
      const code = column.codes[row];
      const value = values[code];
      if (value === null) continue;
      own[code] ??= seenBy(ofKind, value, accounts[row]);
      addRow(own[code], Number.isNaN(weights[row]) ? 1 : weights[row], timeUs[row], months[row]);
    }
  }
}

function comparisonForm(kind: SeenKind, value: string): string {
  return (kind === 'user_agent' ? undefined : normalise(kind, value)) ?? value;
}

function seenBy(ofKind: Map<string, Map<number, Seen>>, value: string, account: number): Seen {
  const ofValue = ofKind.get(value) ?? new Map<number, Seen>();
  ofKind.set(value, ofValue);
  const seen = ofValue.get(account) ?? {
    requests: 0,
    firstUs: null,
    lastUs: null,
    months: new Set<number>(),
  };
  ofValue.set(account, seen);
  return seen;
}

function addRow(seen: Seen, requests: number, us: number, month: number): void {
  seen.requests += requests;
  if (Number.isNaN(us)) return;
  seen.months.add(month);
  if (seen.firstUs === null || us < seen.firstUs) seen.firstUs = us;
  if (seen.lastUs === null || us > seen.lastUs) seen.lastUs = us;
}
