import type { LaneActivity } from '../../../shared/contract/lanes.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import type { Database } from '../case/database.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import { countedActivity } from './counted-activity.ts';
import { mustFindAccounts } from './find-accounts.ts';

/** What one answer may hold; an account that is larger by itself is answered alone. */
const MOST_BYTES = 2_000_000;
const BYTES_A_BIN = 12;

/** Activity of the first accounts that fit one answer. @throws StillwatchError NOT_FOUND */
export function readLaneActivity(
  db: Database,
  accounts: readonly string[],
  left?: MatchingRequests,
): LaneActivity {
  const activityOf = countedActivity(db, left);
  const parts: Activity[] = [];
  let bins = 0;
  for (const { id } of mustFindAccounts(db, accounts)) {
    const own = activityOf(id);
    const bytes = (bins + own.bin.length) * BYTES_A_BIN + (parts.length + 2) * 4;
    if (parts.length > 0 && bytes > MOST_BYTES) break;
    parts.push(own);
    bins += own.bin.length;
  }
  const out = {
    from: new Uint32Array(parts.length + 1),
    bin: new Int32Array(bins),
    requests: new Uint32Array(bins),
    failed: new Uint32Array(bins),
  };
  let at = 0;
  parts.forEach((part, i) => {
    out.bin.set(part.bin, at);
    out.requests.set(part.requests, at);
    out.failed.set(part.failed, at);
    at += part.bin.length;
    out.from[i + 1] = at;
  });
  return out;
}
