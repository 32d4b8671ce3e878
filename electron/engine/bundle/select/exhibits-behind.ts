import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { RecordBody } from '../../../../shared/records/records.ts';
import type { Case } from '../../case/case.ts';
import { findQuery } from '../../exhibits/registry.ts';
import type { RequestsBehind } from '../../exhibits/requests-behind.ts';
import type { Job } from '../../jobs/job.ts';

/**
 * Which requests stand behind each exhibit, by its id; none for what cannot be worked out any more.
 * @throws StillwatchError CANCELLED
 */
export async function exhibitsBehind(
  open: Case,
  exhibits: readonly (readonly [id: string, RecordBody<'exhibit'>])[],
  job: Job,
): Promise<Map<string, RequestsBehind>> {
  const behind = new Map<string, RequestsBehind>();
  for (const [done, [id, { query, args }]] of exhibits.entries()) {
    job.progress({ stage: 'exhibits', done, total: exhibits.length, unit: 'entries' });
    try {
      const answer = await findQuery(query)?.run(open, args, job);
      if (answer) behind.set(id, answer.behind);
    } catch (error) {
      if (!(error instanceof StillwatchError) || error.code === 'CANCELLED') throw error;
    }
  }
  return behind;
}
