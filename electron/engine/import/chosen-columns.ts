import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Mapping } from '../../../shared/contract/imports.ts';
import { isZone, type Zone, zoneOf } from '../../../shared/time/zone.ts';
import { FIRST_EXTRA } from '../requests/columns.ts';
import { quotedName } from './quoted-name.ts';

/** Where the columns of one file go that a mapping names, and the others. */
export interface ChosenColumns<Field extends string> {
  /** Position in the file of each mapped field, in the order of the fields. */
  readonly places: ReadonlyMap<Field, number>;
  readonly extra: readonly { readonly from: number; readonly number: number; readonly name: string }[];
  readonly zone: Zone | null;
}

/** @throws StillwatchError BAD_MAPPING when a required field has no column, or a named column or zone is not there. */
export function chosenColumns<Field extends string>(
  columns: readonly string[],
  mapping: Mapping,
  fields: readonly Field[],
  required: readonly Field[],
): ChosenColumns<Field> {
  const named: Readonly<Partial<Record<string, string>>> = mapping.columns;
  const places = new Map<Field, number>();
  const taken = new Map<number, Field>();
  for (const field of fields) {
    const name = named[field];
    if (name === undefined) continue;
    const place = columns.indexOf(name);
    if (place < 0) throw badMapping(`The file has no column ${quotedName(name)} for ${field}.`);
    const other = taken.get(place);
    if (other) throw badMapping(`The column ${quotedName(name)} is chosen for both ${other} and ${field}.`);
    taken.set(place, field);
    places.set(field, place);
  }
  const missing = required.find((field) => !places.has(field));
  if (missing) throw badMapping(`No column is chosen for ${missing}.`);
  if (mapping.timeZone !== null && !isZone(mapping.timeZone))
    throw badMapping(`There is no time zone ${quotedName(mapping.timeZone)}.`);
  return {
    places,
    extra: columns.flatMap((name, from) =>
      taken.has(from) ? [] : [{ from, number: FIRST_EXTRA + from, name }],
    ),
    zone: mapping.timeZone === null ? null : zoneOf(mapping.timeZone),
  };
}

export function badMapping(problem: string): StillwatchError {
  return new StillwatchError('BAD_MAPPING', `${problem} Nothing was imported. Correct the mapping.`);
}
