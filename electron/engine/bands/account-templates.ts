import { BIN_US } from '../../../shared/contract/timeline.ts';
import { followedReader } from '../analysis/read-followed.ts';
import type { Database } from '../case/database.ts';
import { analysisVersion, notesVersion, sourcesVersion } from '../case/versions.ts';
import type { FilterAnswer } from '../filters/answer.ts';
import { rowMatcher } from '../filters/match-rows.ts';
import { Recent } from '../recent.ts';
import { accountStretches } from '../requests/account-chunks.ts';
import { CellCounter, type CellSums } from './cell-sums.ts';

/** What stands for a request that no analysis has seen, among what templates/followed.ts numbers. */
export const UNSEEN = 0xffff;

/** Single requests of an account by quarter hour and by what they follow. */
export interface AccountTemplates {
  /** Those that meet the conditions. */
  readonly cells: CellSums;
  /** All of them, with or without a time, whatever the conditions. */
  readonly singles: number;
}

/** A view asks for one account again and again while it is moved. */
const KEPT = 3;
const kept = new WeakMap<Database, Recent<AccountTemplates>>();

/**
 * Reads the account's own requests; the last ones asked for are kept until anything changes that they follow from.
 * @param left what a filter leaves; undefined where none is asked with.
 */
export function accountTemplates(
  db: Database,
  accountId: number,
  left: FilterAnswer | undefined,
): AccountTemplates {
  let recent = kept.get(db);
  if (!recent) {
    recent = new Recent(KEPT);
    kept.set(db, recent);
  }
  // What people write decides which accounts a filter leaves.
  const versions = [sourcesVersion(db), analysisVersion(db), notesVersion(db)];
  const key = JSON.stringify([versions, accountId, left?.filter]);
  return recent.obtain(key, () => readTemplates(db, accountId, left));
}

function readTemplates(db: Database, accountId: number, left: FilterAnswer | undefined): AccountTemplates {
  const counter = new CellCounter();
  const followedOf = followedReader(db);
  const matchIn = left && rowMatcher(db, left, accountId);
  let singles = 0;
  for (const stretch of accountStretches(db, accountId, true)) {
    const { chunk, rows, from, to, timeUs } = stretch;
    const followed = followedOf(chunk, rows);
    const meets = matchIn?.(stretch);
    singles += to - from;
    for (let i = from; i < to; i++) {
      if (meets && !meets(i)) continue;
      counter.add(Math.floor(timeUs[i] / BIN_US), followed ? followed[i] : UNSEEN);
    }
  }
  return { cells: counter.finish(), singles };
}
