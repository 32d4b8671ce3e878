import { StillwatchError } from '../../../shared/contract/errors.ts';
import {
  type Mapping,
  REQUEST_FIELDS,
  REQUIRED_FIELDS,
  type RequestField,
} from '../../../shared/contract/imports.ts';
import { isZone, type Zone, zoneOf } from '../../../shared/time/zone.ts';
import { FIRST_EXTRA, REQUEST_COLUMNS, type RequestColumn } from '../requests/columns.ts';

/** A column of the file and where its values go. */
export interface PlannedColumn {
  /** Position in the file. */
  readonly from: number;
  readonly target: RequestColumn;
}

/** A mapping made concrete for one file's header. */
export interface ImportPlan {
  readonly account: number;
  readonly time: number;
  readonly requestId: number | undefined;
  readonly fields: readonly PlannedColumn[];
  readonly extra: readonly { readonly from: number; readonly number: number; readonly name: string }[];
  readonly mapping: Mapping;
  readonly zone: Zone | null;
}

/** @throws StillwatchError BAD_MAPPING when a required field has no column, or a named column is not there. */
export function planImport(columns: readonly string[], mapping: Mapping): ImportPlan {
  const place = new Map(columns.map((name, index) => [name, index]));
  const positions = new Map<RequestField, number>();
  const taken = new Map<number, RequestField>();
  for (const field of REQUEST_FIELDS) {
    const name = mapping.columns[field];
    if (name === undefined) continue;
    const position = place.get(name);
    if (position === undefined) {
      throw bad(`The file has no column "${name}" for ${field}.`);
    }
    const other = taken.get(position);
    if (other) throw bad(`The column "${name}" is chosen for both ${other} and ${field}.`);
    taken.set(position, field);
    positions.set(field, position);
  }
  for (const field of REQUIRED_FIELDS) {
    if (!positions.has(field)) throw bad(`No column is chosen for ${field}.`);
  }
  if (mapping.timeZone !== null && !isZone(mapping.timeZone))
    throw bad(`There is no time zone "${mapping.timeZone}".`);

  const fields: PlannedColumn[] = [];
  for (const target of REQUEST_COLUMNS) {
    const from = positions.get(target.field);
    if (from !== undefined) fields.push({ from, target });
  }
  const extra = columns.flatMap((name, from) =>
    taken.has(from) ? [] : [{ from, number: FIRST_EXTRA + from, name }],
  );
  return {
    account: positions.get('account_id') as number,
    time: positions.get('timestamp') as number,
    requestId: positions.get('request_id'),
    fields,
    extra,
    mapping,
    zone: mapping.timeZone === null ? null : zoneOf(mapping.timeZone),
  };
}

function bad(problem: string): StillwatchError {
  return new StillwatchError('BAD_MAPPING', `${problem} Nothing was imported. Correct the mapping.`);
}
