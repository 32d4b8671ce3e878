import type { Grain, PresetInfo, RequestField } from '../../../../shared/contract/imports.ts';
import type { JsonObject } from './json-value.ts';

/** Values of a row by canonical field; a field that is undefined or empty is absent. */
export type RowFields = Partial<Readonly<Record<RequestField, string | undefined>>>;

/** Where a record stands in the file. */
export interface Place {
  readonly line: number;
  /** The record as it stands in the file, at most 1 MB of it. */
  readonly raw: Uint8Array;
}

/** A row that a preset makes of a record. */
export interface PresetRow {
  readonly fields: RowFields;
  /** Values without a field of their own, by name. */
  readonly extra: readonly (readonly [name: string, text: string])[];
  /** Of which record it is, where that is not the one just taken. */
  readonly place?: Place;
}

/** What a reshaping may say and ask while it takes a record. */
export interface Taking {
  /** Counts something that gives no row, in words for one and for several: 'empty time range was'. */
  skip(one: string, several: string): void;
  /** Where the record taken stands; made when asked for. */
  place(): Place;
}

/** One file's way through a preset. */
export interface Reshaping {
  /** The rows of a record that the preset recognises. */
  take(record: JsonObject, taking: Taking): Iterable<PresetRow>;
  /** Rows that waited for more records. */
  finish?(): Iterable<PresetRow>;
  /** What happened on the way, a sentence each. */
  notes?(): readonly string[];
}

/** A known format: how it is recognised, how its records become rows, and the rules applied on the way. */
export interface Preset extends PresetInfo {
  readonly grain: Grain;
  /** Every field its rows may have; `timestamp` and `account_id` are among them. */
  readonly fields: readonly RequestField[];
  /** What is said of a file of this format that gives no row, without the sentence that nothing was imported. */
  readonly nothing: string;
  /** Whether this is a record of the format, judged by its keys. */
  recognises(record: JsonObject): boolean;
  start(): Reshaping;
}

/** The account of rows in formats, or of records, that name nobody. */
export const NOT_NAMED = '(not named)';

/** The rule of a preset that says how accounts are found. */
export function accountRule(...ways: readonly string[]): string {
  return `Account: ${ways.join(', else ')}; ${NOT_NAMED} where a record gives none of these.`;
}

export const MESSAGE_RULE =
  'Of messages, the text of the last one of the user is kept as the prompt; the system prompt and the tools are kept as hashes. Earlier messages and answers stay in the file.';

/** A reshaping without memory. */
export function eachRecord(
  take: (record: JsonObject, taking: Taking) => Iterable<PresetRow>,
): () => Reshaping {
  return () => ({ take });
}
