import { readFile } from 'node:fs/promises';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import {
  kindOf,
  type Mapping,
  TABLE_FIELDS,
  TABLES,
  type TableField,
  type TableKind,
  TEXT_ENCODINGS,
  type TextEncoding,
  TIME_FORMATS,
  type TimeFormat,
} from '../../../shared/contract/imports.ts';
import type { Database } from '../case/database.ts';
import { detectSource } from './detect.ts';
import { quotedName } from './quoted-name.ts';

/** A mapping file's content: canonical name to source column, the zone of times that carry none, the encoding. */
export interface MappingFile {
  readonly columns: Mapping['columns'];
  readonly timeZone: string | null;
  /** undefined to find it out. */
  readonly encoding?: TextEncoding;
  /** undefined to find it out. */
  readonly timeFormat?: TimeFormat;
}

/** @throws StillwatchError BAD_MAPPING, FILE_UNREADABLE */
export async function readMappingFile(path: string): Promise<MappingFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StillwatchError('FILE_UNREADABLE', 'The mapping file cannot be read. Nothing was imported.');
  });
  const given = parseObject(text);
  const columns: Mapping['columns'] = {};
  let timeZone: string | null = null;
  let encoding: TextEncoding | undefined;
  let timeFormat: TimeFormat | undefined;
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') throw badMapping(`The value of ${quotedName(name)} is no text.`);
    if (name === 'timezone') timeZone = value;
    else if (name === 'encoding') encoding = encodingOf(value);
    else if (name === 'time_format') timeFormat = timeFormatOf(value);
    else if (TABLE_FIELDS.includes(name as TableField)) columns[name as TableField] = value;
    else throw badMapping(`${quotedName(name)} is no canonical column name.`);
  }
  return { columns, timeZone, encoding, timeFormat };
}

function encodingOf(value: string): TextEncoding {
  const known = TEXT_ENCODINGS.find((encoding) => encoding === value.toLowerCase());
  if (!known) throw badMapping(`${quotedName(value)} is none of the encodings ${TEXT_ENCODINGS.join(', ')}.`);
  return known;
}

function timeFormatOf(value: string): TimeFormat {
  const known = TIME_FORMATS.find((format) => format === value);
  if (!known)
    throw badMapping(`${quotedName(value)} is none of the forms of time ${TIME_FORMATS.join(', ')}.`);
  return known;
}

/**
 * The whole mapping for a file: what was given, with the form of its times and its delimiter as detected.
 * @param given null to take the detected columns too.
 * @param preset id of the preset to read it with; without one, it is looked for unless columns are given.
 * @param kind what the file holds, when it was said; without it, the columns tell.
 * @throws StillwatchError BAD_MAPPING when the form or the zone of its times is not certain and not given
 */
export async function completeMapping(
  db: Database,
  path: string,
  given: MappingFile | null,
  kind?: TableKind,
  preset?: string,
): Promise<Mapping> {
  const { mapping, zoneNeeded, timeChoices, timeProblem, columns } = await detectSource(db, path, {
    ...given,
    kind,
    preset,
    // A file that names no column only settles what detection leaves open.
    columns: given && Object.keys(given.columns).length > 0 ? given.columns : undefined,
  });
  const timeZone = given?.timeZone ?? (zoneNeeded ? null : mapping.timeZone);
  const of = TABLES[kindOf(mapping)];
  const stranger = Object.keys(mapping.columns).find((field) => !of.fields.includes(field as TableField));
  if (stranger !== undefined)
    throw badMapping(`A table of ${kindOf(mapping)} has no field ${quotedName(stranger)}.`);
  const missing = Object.values(mapping.columns).find(
    (name) => !columns.some((column) => column.name === name),
  );
  if (missing !== undefined) throw badMapping(`The file has no column ${quotedName(missing)}.`);
  if (timeProblem !== null) throw badMapping(timeProblem);
  if (timeChoices.length > 0) {
    throw badMapping(
      `The form of its times is not certain. Name it in a mapping file, as in {"time_format": "${timeChoices[0]}"}; possible: ${timeChoices.join(', ')}.`,
    );
  }
  if (zoneNeeded && timeZone === null) {
    throw badMapping('Its times carry no zone. Name one in a mapping file, as in {"timezone": "+00:00"}.');
  }
  return { ...mapping, timeZone };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Told below: what is no JSON is no object either.
  }
  throw badMapping('The mapping file is no JSON object.');
}

function badMapping(problem: string): StillwatchError {
  return new StillwatchError('BAD_MAPPING', `${problem} Nothing was imported.`);
}
