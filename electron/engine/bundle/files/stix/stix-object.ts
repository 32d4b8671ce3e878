import { v5 as uuidv5 } from 'uuid';
import { canonicalJson } from '../../../canonical-json.ts';

/** Any STIX 2.1 object, as it is written. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** Of the standard: under it lie the ids of observables (STIX 2.1, section 2.9). */
const OBSERVABLES = '00abedb4-aa42-466c-9c01-fed23315a9b7';
/** Of this application: ids that the standard wants random are told by what the object is of, so that they stay. */
const OBJECTS = '6f0f1a6e-53a5-5d0c-9a9c-0d6b3f6d8c11';

/** The id of an observable by the properties that the standard makes it from. */
export function observableId(type: string, contributing: Readonly<Record<string, unknown>>): string {
  return `${type}--${uuidv5(canonicalJson(contributing), OBSERVABLES)}`;
}

/** The id of another object, by what it is of. */
export function objectId(type: string, of: readonly unknown[]): string {
  return `${type}--${uuidv5(canonicalJson([type, ...of]), OBJECTS)}`;
}

// Date.UTC takes years below 100 for those of the twentieth century.
const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** As STIX spells times, to the millisecond; years have four digits, so times beyond them stand at their end. */
export function stixTime(us: number): string {
  return new Date(Math.min(Math.max(Math.floor(us / 1000), FIRST_MS), LAST_MS)).toISOString();
}
