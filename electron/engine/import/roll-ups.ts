import type { Database } from '../case/database.ts';
import type { AccountTotals } from './account-totals.ts';
import { publishValues, type ValueRollUp } from './publish-values.ts';

/** Account number under which a source's whole activity is kept. */
export const ALL_ACCOUNTS = 0;

/** What was counted of the rows of a source while they passed. */
export interface RollUps {
  /** Id in the case of each account of the import. */
  readonly caseIds: readonly number[];
  readonly totals: AccountTotals;
  readonly activity: ActivityRollUp;
  readonly values: ValueRollUp;
}

/** Packed numbers of an account, by its id in the case. */
export type PackedAccount = readonly [account: number, packed: Uint8Array];

export interface ActivityRollUp {
  /** Of all accounts together. */
  readonly total: Uint8Array;
  readonly accounts: readonly PackedAccount[];
}

/** Writes what a source's rows count by account, time and value. Call it inside the transaction that publishes it. */
export function writeRollUps(db: Database, sourceId: number, done: RollUps): void {
  const { totals } = done;
  const insertTotal = db.prepare(
    `INSERT INTO account_total (account_id, source_id, requests, failed, without_time, input_tokens, output_tokens, first_us, last_us)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  done.caseIds.forEach((id, i) => {
    if (!hasRows(done, i)) return;
    insertTotal.run(
      id,
      sourceId,
      totals.requests[i],
      totals.failed[i],
      totals.withoutTime[i],
      totals.inputTokens[i],
      totals.outputTokens[i],
      orNull(totals.firstUs[i]),
      orNull(totals.lastUs[i]),
    );
  });
  const insertActivity = db.prepare(
    'INSERT INTO account_activity (account_id, source_id, bins) VALUES (?, ?, ?)',
  );
  insertActivity.run(ALL_ACCOUNTS, sourceId, done.activity.total);
  for (const [account, packed] of done.activity.accounts) insertActivity.run(account, sourceId, packed);
  publishValues(db, sourceId, done.values);
}

/** Accounts that only duplicates and conflicts named have none, and are not made. */
export function hasRows({ totals }: RollUps, account: number): boolean {
  return (totals.rows[account] ?? 0) > 0;
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);
