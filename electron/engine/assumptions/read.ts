import { type AssumptionName, type CaseAssumptions, NOTHING_ASSUMED } from '../../../shared/assumptions.ts';
import type { Database } from '../case/database.ts';

interface Row {
  readonly name: AssumptionName;
  readonly value: string;
  readonly author: string;
  readonly changedUs: number;
}

/** What people assumed about the case; null where the default holds. */
export function readAssumptions(db: Database): CaseAssumptions {
  const rows = db
    .prepare('SELECT name, value, author, changed_us AS changedUs FROM assumption')
    .all() as Row[];
  return {
    ...NOTHING_ASSUMED,
    ...Object.fromEntries(
      rows.map(({ name, value, author, changedUs }) => [
        name,
        { value: JSON.parse(value), author, changedUs },
      ]),
    ),
  };
}
