import type { LaneActivity } from '../../../shared/contract/lanes.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import { mustFindAccount } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import { readActivity } from '../timeline/activity.ts';

/** What one answer may hold; an account that is larger by itself is answered alone. */
const MOST_BYTES = 2_000_000;
const BYTES_A_BIN = 12;

/** Activity of the first accounts that fit one answer. @throws StillwatchError NOT_FOUND */
export function readLaneActivity(db: Database, accounts: readonly string[]): LaneActivity {
  const parts: Activity[] = [];
  let bins = 0;
  for (const account of accounts) {
    const own = readActivity(db, mustFindAccount(db, account));
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
