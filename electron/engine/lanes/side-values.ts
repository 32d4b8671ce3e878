import { SIDE_FIELDS, type SideField, type SideValues } from '../../../shared/contract/lanes.ts';
import { breakdown } from '../accounts/breakdown.ts';
import type { Database } from '../case/database.ts';
import { accountStretches } from '../requests/account-chunks.ts';
import { textValues } from '../requests/codec.ts';
import { columnOf } from '../requests/columns.ts';
import { readText } from '../requests/read-chunk.ts';

const MOST_ENTRIES = 500;
const MOST_VALUES = 1000;

/** Requests by value over all time, from the roll-ups; values beyond the first thousand of an account are left out of the entries. */
export function allTimeValues(db: Database, ids: readonly number[], field: SideField): SideValues {
  const sums = new Map<string | null, number>();
  let counted = 0;
  for (const id of ids) {
    const own = breakdown(db, id, field, MOST_VALUES);
    for (const { value, requests } of own.entries) add(sums, value, requests);
    if (own.absent.requests > 0) add(sums, null, own.absent.requests);
    counted += own.total.requests - own.uncounted.requests;
  }
  return { field, entries: entriesOf(sums), counted };
}

/** Requests by value in a range, read one by one: cost grows with the accounts, not with the case. */
export function valuesInRange(
  db: Database,
  ids: readonly number[],
  fromUs: number,
  toUs: number,
): SideValues[] {
  const sums = new Map<SideField, Map<string | null, number>>(SIDE_FIELDS.map((field) => [field, new Map()]));
  let counted = 0;
  for (const id of ids) {
    for (const { chunk, rows, from, to, timeUs } of accountStretches(db, id, true)) {
      const inside: number[] = [];
      for (let i = from; i < to; i++) if (timeUs[i] >= fromUs && timeUs[i] < toUs) inside.push(i);
      if (inside.length === 0) continue;
      counted += inside.length;
      for (const field of SIDE_FIELDS) {
        const column = readText(db, chunk, columnOf(field).number, rows);
        const values = column ? textValues(column) : [];
        const own = sums.get(field) as Map<string | null, number>;
        for (const i of inside) add(own, (column && values[column.codes[i]]) || null, 1);
      }
    }
  }
  return SIDE_FIELDS.map((field) => ({
    field,
    entries: entriesOf(sums.get(field) as Map<string | null, number>),
    counted,
  }));
}

function add(sums: Map<string | null, number>, value: string | null, requests: number): void {
  sums.set(value, (sums.get(value) ?? 0) + requests);
}

function entriesOf(sums: ReadonlyMap<string | null, number>): SideValues['entries'] {
  return [...sums]
    .map(([value, requests]) => ({ value, requests }))
    .sort((a, b) => b.requests - a.requests || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
    .slice(0, MOST_ENTRIES);
}
