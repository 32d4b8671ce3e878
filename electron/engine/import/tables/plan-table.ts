import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { kindOf, type Mapping, TABLES, type TableField } from '../../../../shared/contract/imports.ts';
import { isZone, type Zone, zoneOf } from '../../../../shared/time/zone.ts';
import { FIRST_EXTRA } from '../../requests/columns.ts';

/** A mapping of a table of accounts or context made concrete for one file's header. */
export interface TablePlan {
  /** Position in the file of each mapped field, in the order of the kind's fields. */
  readonly places: ReadonlyMap<TableField, number>;
  readonly extra: readonly { readonly from: number; readonly number: number; readonly name: string }[];
  readonly mapping: Mapping;
  readonly zone: Zone | null;
}

/** @throws StillwatchError BAD_MAPPING when a required field has no column, or a named column is not there. */
export function planTable(columns: readonly string[], mapping: Mapping): TablePlan {
  const kind = kindOf(mapping);
  const { fields, required } = TABLES[kind];
  const stranger = Object.keys(mapping.columns).find((field) => !fields.includes(field as TableField));
  if (stranger !== undefined) throw bad(`A table of ${kind} has no field ${stranger}.`);
  const places = new Map<TableField, number>();
  const taken = new Map<number, TableField>();
  for (const field of fields) {
    const name = mapping.columns[field];
    if (name === undefined) continue;
    const place = columns.indexOf(name);
    if (place < 0) throw bad(`The file has no column "${name}" for ${field}.`);
    const other = taken.get(place);
    if (other) throw bad(`The column "${name}" is chosen for both ${other} and ${field}.`);
    taken.set(place, field);
    places.set(field, place);
  }
  const missing = required.find((field) => !places.has(field));
  if (missing) throw bad(`No column is chosen for ${missing}.`);
  if (mapping.timeZone !== null && !isZone(mapping.timeZone))
    throw bad(`There is no time zone "${mapping.timeZone}".`);
  return {
    places,
    extra: columns.flatMap((name, from) =>
      taken.has(from) ? [] : [{ from, number: FIRST_EXTRA + from, name }],
    ),
    mapping,
    zone: mapping.timeZone === null ? null : zoneOf(mapping.timeZone),
  };
}

function bad(problem: string): StillwatchError {
  return new StillwatchError('BAD_MAPPING', `${problem} Nothing was imported. Correct the mapping.`);
}
