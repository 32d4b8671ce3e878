import type { CustodyGap, Loss } from '../../../../shared/contract/cases.ts';
import type { Database } from '../database.ts';
import type { CopiedCase, CopiedOfCase } from './copy-case-rows.ts';
import { isBroken } from './copy-rows.ts';
import type { SourceLoss } from './mark-sources.ts';
import { ANALYSIS_TABLES, rowsOf } from './tables.ts';

export interface Found {
  readonly lost: readonly SourceLoss[];
  /** Rows taken out because what they refer to is gone, by table. */
  readonly unmoored: ReadonlyMap<string, number>;
  readonly custodyGaps: readonly CustodyGap[];
  /** Accounts that were given a name again, which is not their own. */
  readonly named: number;
  /** Blocks of prompt texts that are used and gone; null where that cannot be told. */
  readonly blocksLost: number | null;
}

/** Counted or made again from what is left, or told of with what they belong to. */
const NOT_LISTED = new Set([
  ...ANALYSIS_TABLES,
  'account_total',
  'account_activity',
  'source_value',
  'account_value',
  'prompt_use',
  'request_column',
  'request_chunk',
  'hash_seed',
  'redaction_key',
]);

/** What was lost, kind by kind, with how much of it is left. */
export function lossesOf(db: Database, { tables }: CopiedCase, found: Found): Loss[] {
  const losses: Loss[] = [];
  const sum = (of: (source: SourceLoss) => number) => found.lost.reduce((total, one) => total + of(one), 0);
  const requests = sum(({ kind, rowsLost }) => (kind === 'requests' ? rowsLost : 0));
  if (requests > 0)
    losses.push({
      table: 'request_chunk',
      what: 'requests',
      kept: db.prepare('SELECT total(rows) FROM request_chunk').pluck().get() as number,
      lost: requests,
    });
  const columns = sum(({ columnsLost }) => columnsLost.size);
  if (columns > 0)
    losses.push({
      table: 'request_column',
      what: 'columns of requests, each of some of them',
      kept: db
        .prepare(
          "SELECT count(DISTINCT source_id || ' ' || (key % 65536)) FROM request_column JOIN request_chunk ON id = key / 65536",
        )
        .pluck()
        .get() as number,
      lost: columns,
    });
  for (const [table, copied] of tables) {
    const dropped = found.unmoored.get(table) ?? 0;
    if (NOT_LISTED.has(table) || (!isBroken(copied) && dropped === 0)) continue;
    const known = lostOf(table, copied, found, db);
    const lost = known === null ? null : known + (table === 'account_identifier' ? dropped : 0);
    if (lost === 0) continue;
    losses.push({
      table,
      what: rowsOf(table),
      // Records that acts told of were made again, and rows taken out that referred to what is gone.
      kept: table === 'record' ? count(db, 'record') : copied.kept - dropped,
      lost,
    });
  }
  return losses;
}

function lostOf(table: string, copied: CopiedOfCase, found: Found, db: Database): number | null {
  const sum = (of: (source: SourceLoss) => number) => found.lost.reduce((total, one) => total + of(one), 0);
  const ofKind = (kind: string) => sum((source) => (source.kind === kind ? source.rowsLost : 0));
  switch (table) {
    case 'custody_log': {
      if (found.custodyGaps.some(({ before }) => before === null)) return null;
      return found.custodyGaps.reduce(
        (total, { after, before }) => total + (before as number) - after - 1,
        0,
      );
    }
    case 'account_record':
      return ofKind('accounts');
    case 'context_event':
      return ofKind('context');
    case 'reject':
      return sum(({ rejectsLost }) => rejectsLost);
    case 'prompt_block':
      return found.blocksLost;
    case 'account':
      return copied.there === undefined ? found.named : copied.there - copied.kept;
    case 'record':
      return copied.there === undefined ? null : copied.there - count(db, 'record');
    default:
      return copied.there === undefined ? null : copied.there - copied.kept;
  }
}

function count(db: Database, table: string): number {
  return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}
