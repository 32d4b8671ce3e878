import type { GrainShare } from '../../../shared/contract/timeline.ts';
import type { Database } from '../case/database.ts';

/** The grains of the sources that name an account, or of all with null, single requests first. */
export function grainShares(db: Database, account: number | null): GrainShare[] {
  const named =
    account === null
      ? ''
      : 'AND EXISTS (SELECT 1 FROM account_total t WHERE t.source_id = s.id AND t.account_id = ?)';
  return db
    .prepare(
      `SELECT s.grain, count(*) AS sources, min(s.least_bucket_seconds) AS leastBucketSeconds,
              max(s.most_bucket_seconds) AS mostBucketSeconds
       FROM source s WHERE s.published = 1 AND s.kind = 'requests' ${named}
       GROUP BY s.grain ORDER BY s.grain = 'request' DESC, s.grain`,
    )
    .all(...(account === null ? [] : [account])) as GrainShare[];
}
