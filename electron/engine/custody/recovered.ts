import type { Recovered } from '../../../shared/contract/cases.ts';
import type { Database } from '../case/database.ts';

/** What every recovery of the case from a damaged file saved and lost, the first one first. */
export function recoveries(db: Database): Recovered[] {
  const entries = db
    .prepare(`SELECT entry FROM custody_log WHERE instr(entry, '"action":"case.recovered"') > 0 ORDER BY seq`)
    .pluck()
    .all() as string[];
  return entries.flatMap((entry) => {
    const { action, detail } = JSON.parse(entry) as { action: string; detail: Recovered };
    return action === 'case.recovered' ? [detail] : [];
  });
}
