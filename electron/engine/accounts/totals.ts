import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Database } from '../case/database.ts';
import { sourcesVersion } from '../case/versions.ts';

/** One account summed over all sources; zeros and nulls where only a table of accounts names it. */
export interface AccountTotal {
  readonly id: number;
  readonly account: string;
  readonly requests: number;
  readonly failed: number;
  readonly withoutTime: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
}

const SELECT = `
  SELECT a.id, a.external_id AS account, ifnull(sum(t.requests), 0) AS requests, ifnull(sum(t.failed), 0) AS failed,
         ifnull(sum(t.without_time), 0) AS withoutTime, ifnull(sum(t.input_tokens), 0) AS inputTokens,
         ifnull(sum(t.output_tokens), 0) AS outputTokens, min(t.first_us) AS firstUs, max(t.last_us) AS lastUs
  FROM account a LEFT JOIN account_total t ON t.account_id = a.id`;

const kept = new WeakMap<Database, { readonly version: string; readonly totals: readonly AccountTotal[] }>();

/** All accounts with their totals, by ascending id: read once and kept until sources change. */
export function allTotals(db: Database): readonly AccountTotal[] {
  const version = sourcesVersion(db);
  const known = kept.get(db);
  if (known?.version === version) return known.totals;
  const totals = db.prepare(`${SELECT} GROUP BY a.id ORDER BY a.id`).all() as AccountTotal[];
  kept.set(db, { version, totals });
  return totals;
}

export function totalsOf(db: Database, id: number): AccountTotal | undefined {
  return totalReader(db)(id);
}

/** As `totalsOf`, for many accounts. */
export function totalReader(db: Database): (id: number) => AccountTotal | undefined {
  const select = db.prepare(`${SELECT} WHERE a.id = ? GROUP BY a.id`);
  return (id) => select.get(id) as AccountTotal | undefined;
}

export function accountId(db: Database, account: string): number | undefined {
  return db.prepare('SELECT id FROM account WHERE external_id = ?').pluck().get(account) as
    | number
    | undefined;
}

/** @throws StillwatchError NOT_FOUND */
export function mustFindAccount(db: Database, account: string): number {
  const id = accountId(db, account);
  if (id === undefined) throw new StillwatchError('NOT_FOUND', 'The case holds no such account.');
  return id;
}
