import type { ListedAccount } from '../../../../../shared/contract/accounts.ts';
import type { AccountRecord } from '../../../../../shared/contract/records.ts';
import { accountRecords, presentRecords } from '../../../accounts/records.ts';
import { accountRows } from '../../../accounts/rows.ts';
import { allTotals } from '../../../accounts/totals.ts';
import type { Case } from '../../../case/case.ts';
import type { Database } from '../../../case/database.ts';
import { referenceAccounts } from '../../../cohorts/reference-accounts.ts';
import { byText, byTime } from '../order.ts';

/** Everything that the tables of a published case say of one account. */
export interface PublishedAccount {
  readonly row: ListedAccount;
  readonly withoutTime: number;
  readonly isReference: boolean;
  /** Oldest status first. */
  readonly records: readonly AccountRecord[];
  /** What the records say together; null where no table of accounts names it. */
  readonly present: AccountRecord | null;
  /** Names of the cohort that it is compared with, and of the one for signals that the first cannot tell. */
  readonly cohort: string | null;
  readonly fallback: string | null;
}

const AT_ONCE = 500;

/** All accounts of a published case, by their outside id. */
export function* publishedAccounts(open: Case): Generator<PublishedAccount> {
  const { db } = open;
  const reference = referenceAccounts(db);
  const records = recordsByAccount(db);
  const cohorts = cohortsByAccount(db);
  const totals = [...allTotals(db)].sort((one, other) => byText(one.account, other.account));
  for (let from = 0; from < totals.length; from += AT_ONCE) {
    const part = totals.slice(from, from + AT_ONCE);
    const rows = accountRows(
      open,
      part.map(({ id }) => id),
    );
    for (const [at, row] of rows.entries()) {
      const own = records.get(row.id) ?? [];
      yield {
        row: { ...row, tags: [...row.tags].sort(byText) },
        withoutTime: part[at].withoutTime,
        isReference: reference.has(row.id),
        records: own,
        present: presentRecords(own)[0] ?? null,
        ...(cohorts.get(row.account) ?? { cohort: null, fallback: null }),
      };
    }
  }
}

/** Each account's records, oldest status first; of one time in the order in which their sources were imported. */
function recordsByAccount(db: Database): Map<number, AccountRecord[]> {
  const imported = new Map(
    db.prepare('SELECT sha256, imported_us FROM source').raw().all() as [string, number][],
  );
  const found = new Map<number, AccountRecord[]>();
  for (const record of accountRecords(db)) {
    const own = found.get(record.accountId) ?? [];
    found.set(record.accountId, own);
    own.push(record);
  }
  // The order of rows in the database tells which of two was loaded first, which is nothing of the case.
  const before = (us: number | null) => us ?? Number.NEGATIVE_INFINITY;
  for (const own of found.values())
    own.sort(
      (one, other) =>
        byTime(before(one.statusChangedUs), before(other.statusChangedUs)) ||
        byTime(imported.get(one.source) ?? 0, imported.get(other.source) ?? 0) ||
        byText(one.source, other.source) ||
        one.row - other.row,
    );
  return found;
}

function cohortsByAccount(db: Database) {
  const members = db
    .prepare(
      `SELECT m.account, c.name, m.compared, m.fallback
       FROM analysis_cohort_member m JOIN analysis_cohort c ON c.rank = m.cohort
       WHERE m.compared = 1 OR m.fallback = 1`,
    )
    .all() as { account: string; name: string; compared: number; fallback: number }[];
  const found = new Map<string, { cohort: string | null; fallback: string | null }>();
  for (const { account, name, compared, fallback } of members) {
    const own = found.get(account) ?? { cohort: null, fallback: null };
    found.set(account, own);
    if (compared === 1) own.cohort = name;
    if (fallback === 1) own.fallback = name;
  }
  return found;
}
