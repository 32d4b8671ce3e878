import type { Case } from '../../../engine/case/case.ts';
import { custodyFault } from '../../../engine/custody/fault.ts';
import { listSources } from '../../../engine/import/sources.ts';
import { querySql } from '../../../engine/sql/query.ts';
import { readActivity } from '../../../engine/timeline/activity.ts';

/** What a person sees of the imported data, as text. */
export type DataSeen = string;

/** What must find nothing in a case that was whole, whatever was done to it. */
const FOUND_NOTHING = [
  ['SELECT 1 FROM source WHERE published = 0', 'an unpublished source stays'],
  ['SELECT 1 FROM request_chunk WHERE source_id NOT IN (SELECT id FROM source)', 'chunks of no source'],
  [
    'SELECT 1 FROM request_column WHERE key / 65536 NOT IN (SELECT id FROM request_chunk)',
    'columns of no chunk',
  ],
  ['SELECT 1 FROM account WHERE id NOT IN (SELECT account_id FROM account_total)', 'accounts of no source'],
] as const;

/** The imported data, and what is wrong with the file or between its parts, a phrase each. */
export function dataOf(open: Case): { readonly seen: DataSeen; readonly faults: string[] } {
  const { db } = open;
  const faults: string[] = [];
  const whole = db.pragma('integrity_check(1)', { simple: true });
  if (whole !== 'ok') faults.push(`integrity_check: ${whole}`);
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) faults.push('foreign keys lead nowhere');
  for (const [sql, fault] of FOUND_NOTHING) if (db.prepare(`${sql} LIMIT 1`).get()) faults.push(fault);
  const fault = custodyFault(db);
  if (fault !== null) faults.push(`custody: ${fault}`);
  const sources = listSources(db);
  const requests = querySql(open, 'SELECT count(*), count(DISTINCT account_id) FROM requests').rows;
  if (requests[0][0] !== sources.reduce((sum, { stored }) => sum + stored, 0))
    faults.push('the sources do not say how many requests there are');
  const seen = JSON.stringify({
    files: sources.map(({ file, stored }) => [file, stored]),
    requests,
    totals: querySql(open, 'SELECT count(*), sum(requests) FROM accounts').rows,
    activity: readActivity(db, null),
  });
  return { seen, faults };
}
