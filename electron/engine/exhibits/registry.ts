import type { ExhibitQueryName } from '../../../shared/contract/exhibits.ts';
import { activity } from './queries/activity.ts';
import { filter } from './queries/filter.ts';
import { link } from './queries/link.ts';
import { operator } from './queries/operator.ts';
import { partition } from './queries/partition.ts';
import { profile } from './queries/profile.ts';
import { signals } from './queries/signals.ts';
import { sql } from './queries/sql.ts';
import { synchrony } from './queries/synchrony.ts';
import { template } from './queries/template.ts';
import type { ExhibitQuery } from './query.ts';

/** Everything that can be pinned, by name; names stand in case files: never reuse or change one. */
export const EXHIBIT_QUERIES: Readonly<Record<ExhibitQueryName, ExhibitQuery>> = {
  activity,
  profile,
  signals,
  operator,
  link,
  template,
  synchrony,
  partition,
  filter,
  sql,
};

/** undefined for a name of another version of Stillwatch. */
export function findQuery(name: string): ExhibitQuery | undefined {
  return Object.hasOwn(EXHIBIT_QUERIES, name) ? EXHIBIT_QUERIES[name as ExhibitQueryName] : undefined;
}
