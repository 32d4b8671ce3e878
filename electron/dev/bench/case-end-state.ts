import type { ValueField } from '../../../shared/contract/accounts.ts';
import type { RequestField } from '../../../shared/contract/imports.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import type { Database } from '../../engine/case/database.ts';
import { ALL_ACCOUNTS } from '../../engine/import/roll-ups.ts';
import { unpackActivity } from '../../engine/requests/activity-codec.ts';
import { ACCOUNT_COLUMN, columnOf, TIME_COLUMN } from '../../engine/requests/columns.ts';
import { readNumbers, readText } from '../../engine/requests/read-chunk.ts';
import { eachValue } from '../../engine/requests/value-codec.ts';
import type { EndState, RollUpSums, ValueRollUpSums } from './end-state.ts';

/** Tables that the others build too, in a form of their own, and tables that are the case's housekeeping. */
const COMPARED = [
  'account',
  'request_chunk',
  'request_column',
  'account_total',
  'account_activity',
  'account_value',
];
// The values of a source, to which the others have no counterpart beside the texts in their tables.
const HOUSEKEEPING = [
  'redaction_key',
  'source',
  'source_value',
  'reject',
  'hash_seed',
  'record',
  'command',
  'custody_log',
];
const TEXT_FIELDS: readonly RequestField[] = [
  'request_id',
  'organization_id',
  'session_id',
  'ip',
  'user_agent',
  'model',
  'endpoint',
  'topic',
];

/** What an imported case holds, worked out from its requests and roll-ups as they are stored. */
export function caseEndState(db: Database): EndState {
  refuseOtherTables(db);
  return {
    requests: readRequests(db),
    accountTotal: db
      .prepare(
        `SELECT count(*) AS entries, sum(requests) AS requests, sum(failed) AS failed,
                sum(input_tokens) AS inputTokens, sum(output_tokens) AS outputTokens
         FROM account_total`,
      )
      .get() as RollUpSums,
    accountActivity: sumActivities(db, 'account_id <> ?'),
    caseActivity: sumActivities(db, 'account_id = ?'),
    accountModel: sumValues(db, 'model'),
    accountTopic: sumValues(db, 'topic'),
    accountStatus: sumValues(db, 'status'),
    accountEndpoint: sumValues(db, 'endpoint'),
  };
}

/** An import that fills a table nobody else builds would be compared with less work than its own. */
function refuseOtherTables(db: Database): void {
  const tables = db
    // A full-text index is filled from a table of the case; those behind it are never empty.
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[];
  const others = tables
    .filter((name) => !COMPARED.includes(name) && !HOUSEKEEPING.includes(name))
    .filter((name) => db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined);
  if (others.length === 0) return;
  throw new Error(
    `The import fills tables that the benchmark does not know: ${others.join(', ')}. Build the same in ` +
      'contenders/sqlite3.ts and contenders/duckdb.ts, compare it in end-state.ts, and name it in case-end-state.ts.',
  );
}

function readRequests(db: Database): EndState['requests'] {
  const chunks = db.prepare('SELECT id, rows FROM request_chunk').all() as { id: number; rows: number }[];
  const accounts = new Set<number>();
  const sum = {
    rows: 0,
    inputTokens: 0,
    textLength: 0,
    firstUs: Number.POSITIVE_INFINITY,
    lastUs: Number.NEGATIVE_INFINITY,
  };
  for (const { id, rows } of chunks) {
    sum.rows += rows;
    for (const account of readNumbers(db, id, ACCOUNT_COLUMN, rows)) accounts.add(account);
    for (const us of readNumbers(db, id, TIME_COLUMN, rows)) {
      sum.firstUs = Math.min(sum.firstUs, us);
      sum.lastUs = Math.max(sum.lastUs, us);
    }
    for (const tokens of readNumbers(db, id, columnOf('input_tokens').number, rows))
      sum.inputTokens += tokens;
    for (const field of TEXT_FIELDS) sum.textLength += textLength(db, id, columnOf(field).number, rows);
  }
  return { ...sum, accounts: accounts.size };
}

function textLength(db: Database, chunk: number, column: number, rows: number): number {
  const text = readText(db, chunk, column, rows);
  if (!text) return 0;
  const { ends, codes } = text;
  let length = 0;
  for (const code of codes) {
    if (code > 0) length += (ends[code - 1] as number) - (code > 1 ? (ends[code - 2] as number) : 0);
  }
  return length;
}

function sumActivities(db: Database, which: 'account_id = ?' | 'account_id <> ?'): RollUpSums {
  const packed = db
    .prepare(`SELECT bins FROM account_activity WHERE ${which}`)
    .pluck()
    .all(ALL_ACCOUNTS) as Uint8Array[];
  const sums = { entries: 0, requests: 0, failed: 0, inputTokens: 0, outputTokens: 0 };
  for (const bins of packed) {
    const activity: Activity = unpackActivity(bins);
    sums.entries += activity.bin.length;
    for (const name of ['requests', 'failed', 'inputTokens', 'outputTokens'] as const)
      for (const value of activity[name]) sums[name] += value;
  }
  return sums;
}

function sumValues(db: Database, field: ValueField): ValueRollUpSums {
  const sums = { entries: 0, requests: 0, inputTokens: 0, outputTokens: 0 };
  const wanted = columnOf(field).number;
  for (const packed of db.prepare('SELECT counts FROM account_value').pluck().all() as Uint8Array[]) {
    eachValue(packed, (column, _, requests, inputTokens, outputTokens) => {
      if (column !== wanted) return;
      sums.entries++;
      sums.requests += requests;
      sums.inputTokens += inputTokens;
      sums.outputTokens += outputTokens;
    });
  }
  return sums;
}
