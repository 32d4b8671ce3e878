import type { TableField } from '../../../../shared/contract/imports.ts';
import type { IdentifierKind } from '../../../../shared/contract/records.ts';
import type { Database } from '../../case/database.ts';
import { normalise } from '../../identifiers/kinds.ts';
import { ACCOUNT_RECORD_COLUMNS, type AccountValues, accountOf, accountValues } from './account-values.ts';
import { type Comparison, comparisonOf, judgeAccount } from './same-account.ts';
import type { TableRow } from './table-row.ts';
import type { Outcome, TableWriter } from './table-writer.ts';

/** Which identifiers a field gives. */
export const IDENTIFIERS_OF = [
  ['organization_id', ['organization']],
  ['email', ['email', 'email_skeleton', 'email_domain']],
  ['phone_hash', ['phone']],
  ['payment_fingerprint', ['payment_fingerprint']],
  ['card_bin', ['card_bin']],
] as const satisfies readonly (readonly [TableField & keyof AccountValues, readonly IdentifierKind[]])[];

const CONFLICT =
  'This account is there already with other values and no other time of a status change; the first stands';

/** Writes the records of accounts with their identifiers. */
export class AccountWriter implements TableWriter {
  private readonly db: Database;
  private readonly sourceId: number;
  private readonly firstNewAccount: number;
  private readonly newAccounts = new Map<string, number>();
  private readonly statements;

  constructor(db: Database, sourceId: number) {
    this.db = db;
    this.sourceId = sourceId;
    this.firstNewAccount = 1 + (db.prepare('SELECT ifnull(max(id), 0) FROM account').pluck().get() as number);
    const columns = ACCOUNT_RECORD_COLUMNS.join(', ');
    const places = ACCOUNT_RECORD_COLUMNS.map((name) => `@${name}`).join(', ');
    const records = `SELECT ${columns} FROM account_record r WHERE account_id = @account
      AND (source_id = @source OR EXISTS (SELECT 1 FROM source s WHERE s.id = r.source_id AND s.published = 1))`;
    this.statements = {
      account: db.prepare('SELECT id FROM account WHERE external_id = ?').pluck(),
      all: db.prepare(records),
      moment: db.prepare(`${records} AND status_changed_us IS @moment`),
      insert: db.prepare(
        `INSERT INTO account_record (source_id, row, account_id, ${columns}) VALUES (@source, @row, @account, ${places})`,
      ),
      identifier: db.prepare('SELECT id FROM identifier WHERE kind = ? AND value = ?').pluck(),
      newIdentifier: db.prepare('INSERT INTO identifier (kind, value) VALUES (?, ?)'),
      carry: db.prepare(
        'INSERT INTO account_identifier (source_id, row, identifier_id, account_id, original) VALUES (?, ?, ?, ?, ?)',
      ),
    };
  }

  take(row: TableRow, number: number): Outcome {
    const named = accountOf(row);
    if ('problem' in named) return { kind: 'reject', reason: named.problem };
    const values = accountValues(row);
    const known = this.idOf(named.account);
    if (known !== undefined) {
      const verdict = judgeAccount(values, this.records(known, comparisonOf(values)));
      if (verdict === 'duplicate') return { kind: 'duplicate' };
      if (verdict === 'conflict') return { kind: 'conflict', reason: CONFLICT };
    }
    this.store(known ?? this.nameAccount(named.account), values, number);
    return { kind: 'stored', withoutTime: false };
  }

  publish(): void {
    const insert = this.db.prepare('INSERT INTO account (id, external_id) VALUES (?, ?)');
    for (const [externalId, id] of this.newAccounts) insert.run(id, externalId);
  }

  private idOf(account: string): number | undefined {
    return this.newAccounts.get(account) ?? (this.statements.account.get(account) as number | undefined);
  }

  private nameAccount(account: string): number {
    const id = this.firstNewAccount + this.newAccounts.size;
    this.newAccounts.set(account, id);
    return id;
  }

  private records(account: number, comparison: Comparison): AccountValues[] {
    const { all, moment } = this.statements;
    const of = { account, source: this.sourceId };
    const found =
      comparison.with === 'all' ? all.all(of) : moment.all({ ...of, moment: comparison.statusChangedUs });
    return found as AccountValues[];
  }

  private store(account: number, values: AccountValues, row: number): void {
    const { insert, identifier, newIdentifier, carry } = this.statements;
    insert.run({ ...values, source: this.sourceId, row, account });
    for (const [field, kinds] of IDENTIFIERS_OF) {
      const original = values[field];
      if (original === null) continue;
      for (const kind of kinds) {
        const value = normalise(kind, original);
        if (value === undefined) continue;
        const id = identifier.get(kind, value) ?? newIdentifier.run(kind, value).lastInsertRowid;
        carry.run(this.sourceId, row, id, account, original);
      }
    }
  }
}
