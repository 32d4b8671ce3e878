import type { ListedAccount } from '../../../shared/contract/accounts.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { scoreReader } from '../analysis/results.ts';
import type { Case } from '../case/case.ts';
import { activeDays, activityReader, sparkOf } from '../timeline/activity.ts';
import { accountId, totalReader } from './totals.ts';

const SPARK_BINS = 60;

/**
 * The rows of accounts by their ids in the case, in the order asked; ids the case does not have are left out.
 * @param matchingOf requests of an account that a filter leaves.
 */
export function accountRows(
  open: Case,
  ids: readonly number[],
  matchingOf: (id: number) => number | null = () => null,
): ListedAccount[] {
  const { db } = open;
  const zone = zoneOf(open.timeZone);
  const { firstUs, lastUs } = db
    .prepare('SELECT min(first_us) AS firstUs, max(last_us) AS lastUs FROM source WHERE published = 1')
    .get() as { firstUs: number | null; lastUs: number | null };
  const annotations = db
    .prepare("SELECT text FROM annotation WHERE account = ? AND kind = 'tag' ORDER BY created_us")
    .pluck();
  const stars = db.prepare("SELECT 1 FROM annotation WHERE account = ? AND target = ? AND kind = 'star'");
  const comments = db
    .prepare("SELECT count(*) FROM annotation WHERE account = ? AND kind = 'comment'")
    .pluck();
  const analysisOf = scoreReader(db);
  const activityOf = activityReader(db);
  const totalOf = totalReader(db);
  return ids.flatMap((id) => {
    const total = totalOf(id);
    if (!total) return [];
    const activity = activityOf(id);
    const { withoutTime: _, ...measures } = total;
    return [
      {
        ...measures,
        matching: matchingOf(id),
        activeDays: activeDays(activity, zone),
        spark: sparkOf(activity, firstUs ?? 0, lastUs ?? 0, SPARK_BINS),
        tags: [...new Set(annotations.all(total.account) as string[])],
        starred: stars.get(total.account, `account:${total.account}`) !== undefined,
        comments: comments.get(total.account) as number,
        analysis: analysisOf(total.account),
      },
    ];
  });
}

/** @throws StillwatchError NOT_FOUND */
export function accountRow(open: Case, account: string): ListedAccount {
  const id = accountId(open.db, account);
  const row = id === undefined ? undefined : accountRows(open, [id])[0];
  if (!row) throw new StillwatchError('NOT_FOUND', 'The case holds no such account.');
  return row;
}
