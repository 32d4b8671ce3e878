import type { Database } from '../case/database.ts';
import type { PackedAccount } from './roll-ups.ts';
import type { SourceValueSum } from './value-counts.ts';

export interface ValueRollUp {
  readonly totals: readonly SourceValueSum[];
  readonly accounts: readonly PackedAccount[];
  /** What was not told apart, a sentence each. */
  readonly notes: readonly string[];
}

/** Writes what a source's rows count by value; part of the transaction that publishes the source. */
export function publishValues(db: Database, sourceId: number, { totals, accounts }: ValueRollUp): void {
  const insertValue = db.prepare(
    `INSERT INTO source_value (source_id, field, number, value, requests, input_tokens, output_tokens)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { field, number, value, requests, inputTokens, outputTokens } of totals) {
    insertValue.run(sourceId, field, number, value, requests, inputTokens, outputTokens);
  }
  const insertAccount = db.prepare(
    'INSERT INTO account_value (account_id, source_id, counts) VALUES (?, ?, ?)',
  );
  for (const [account, packed] of accounts) insertAccount.run(account, sourceId, packed);
  db.prepare('UPDATE source SET values_counted = 1 WHERE id = ?').run(sourceId);
}
