import { allTotals } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';

export interface CohortOfAccounts {
  readonly name: string;
  /** Numbers of the accounts that shape it, without the compared ones; ascending. */
  readonly members: readonly number[];
  /** Likewise with them. */
  readonly all: readonly number[];
}

export const WHOLE_CASE = 'all accounts of the case';

/**
 * The cohorts that accounts are compared with by the last analysis, without those accounts themselves: what they did
 * must not be what they are measured by. Accounts that it placed nowhere are compared with the whole case.
 * @param accounts outside ids and numbers. Answers the cohorts and the one of each account.
 */
export function cohortsOf(
  db: Database,
  accounts: readonly { readonly id: number; readonly account: string }[],
): { readonly cohorts: readonly CohortOfAccounts[]; readonly of: Uint32Array } {
  const own = new Set(accounts.map(({ id }) => id));
  const placed = db
    .prepare(
      `SELECT m.cohort, c.name FROM analysis_cohort_member m JOIN analysis_cohort c ON c.rank = m.cohort
       WHERE m.account = ? AND m.compared = 1`,
    )
    .raw();
  const shaping = db
    .prepare(
      `SELECT a.id FROM analysis_cohort_member m JOIN account a ON a.external_id = m.account
       WHERE m.cohort = ? AND m.shapes = 1 ORDER BY a.id`,
    )
    .pluck();
  const cohorts: CohortOfAccounts[] = [];
  const index = new Map<number | null, number>();
  const of = Uint32Array.from(accounts, ({ account }) => {
    const [rank, name] = (placed.get(account) as [number, string] | undefined) ?? [null, WHOLE_CASE];
    let at = index.get(rank);
    if (at === undefined) {
      const all = rank === null ? allTotals(db).map(({ id }) => id) : (shaping.all(rank) as number[]);
      at = cohorts.push({ name, members: all.filter((id) => !own.has(id)), all }) - 1;
      index.set(rank, at);
    }
    return at;
  });
  return { cohorts, of };
}
