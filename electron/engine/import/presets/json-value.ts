/** A number by its text where a double would not give that back: ids of 19 digits, 0.10, 1e3. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export interface JsonObject {
  [key: string]: Json;
}
export type Json = string | number | boolean | null | JsonNumber | Json[] | JsonObject;

type Reviver = (key: string, value: Json, context: { readonly source?: string }) => Json;
/** The third argument of revivers, with the source text of a number, is younger than the library's types. */
const parse = JSON.parse as (text: string, reviver: Reviver) => Json;
const keepDigits: Reviver = (_, value, { source }) =>
  typeof value === 'number' ? new JsonNumber(source ?? String(value)) : value;

/**
 * Something that looks like a number whose text a double might not give back: of 16 digits and more, with an
 * exponent, a zero at its end or several at its beginning. Most texts hold none, and need not be read the slow way.
 */
const LOSSY =
  /[:,[]\s*-?(?:\d{16,}|\d+(?:\.\d+)?[eE][+-]?\d+|\d+\.\d*0|\d+\.0000\d*|\d+\.\d{11,}|\d{5,}\.\d+|(?<=-)0)(?=\s*[,}\]])/;

/** The value of a JSON text, its numbers as written; undefined when it is none, or nested beyond reason. */
export function parseJson(text: string): Json | undefined {
  try {
    return LOSSY.test(text) ? parse(text, keepDigits) : (JSON.parse(text) as Json);
  } catch {
    // No JSON (a SyntaxError), or nested so deep that reading it would overflow (a RangeError).
    return undefined;
  }
}

/**
 * The object or list that a text holds as JSON. Some exporters double the quotes of such texts once too often.
 * @returns undefined when it holds neither.
 */
export function parseNested(text: string): JsonObject | Json[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const value = parseJson(text) ?? (text.includes('""') ? parseJson(text.replaceAll('""', '"')) : undefined);
  return value !== undefined && (isObject(value) || Array.isArray(value)) ? value : undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
  );
}

/** The text of a single value; undefined for null, the empty text, lists and objects. */
export function scalarText(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return String(value);
  return value instanceof JsonNumber ? value.text : undefined;
}

/** A value as JSON text, numbers as they were written; the keys of objects in order of their names. */
export function jsonText(value: Json): string {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${jsonText(value[key])}`);
  return `{${members.join(',')}}`;
}
