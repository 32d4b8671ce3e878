import { isObject, type Json, type JsonObject, parseNested } from './json-value.ts';

/** Keys under which log shippers put the record itself, as JSON text or as an object. */
const SHELLS = [
  '@message',
  'message',
  '_raw',
  '_source',
  'jsonPayload',
  'textPayload',
  'log',
  'event',
  'record',
];
/** Keys whose list holds the records. */
const LISTS = [
  'data',
  'records',
  'Records',
  'result',
  'results',
  'logs',
  'events',
  'value',
  'items',
  'hits',
  'rows',
];
const DEPTH = 4;

/**
 * The records in a record: itself when it is recognised, otherwise what it wraps, some levels deep.
 * Empty when nothing in it is recognised.
 */
export function unwrap(
  record: JsonObject,
  recognises: (record: JsonObject) => boolean,
  depth = DEPTH,
): readonly JsonObject[] {
  if (recognises(record)) return [record];
  if (depth === 0) return [];
  for (const key of SHELLS) {
    if (!Object.hasOwn(record, key)) continue;
    const inner = nested(record[key]);
    if (!isObject(inner)) continue;
    const found = unwrap(withOuter(inner, record, key), recognises, depth - 1);
    if (found.length > 0) return found;
  }
  for (const key of LISTS) {
    if (!Object.hasOwn(record, key)) continue;
    const inner = nested(record[key]);
    const list = isObject(inner) ? [inner] : Array.isArray(inner) ? inner : [];
    const found = list.flatMap((item) => {
      const object = isObject(item) ? item : fromPairs(item);
      return object ? unwrap(object, recognises, depth - 1) : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

function nested(value: Json): Json | undefined {
  return typeof value === 'string' ? parseNested(value) : value;
}

/** The record in a shell, with what the shell says beside it: the stream it came from, when it arrived. */
function withOuter(inner: JsonObject, shell: JsonObject, key: string): JsonObject {
  for (const name of Object.keys(shell)) {
    if (name !== key && name !== '__proto__' && !Object.hasOwn(inner, name)) inner[name] = shell[name];
  }
  return inner;
}

/** CloudWatch Insights gives each record as a list of {field, value}. */
function fromPairs(value: Json): JsonObject | undefined {
  if (!Array.isArray(value)) return undefined;
  const object: JsonObject = {};
  for (const pair of value) {
    if (!isObject(pair) || typeof pair.field !== 'string' || pair.field === '__proto__') return undefined;
    object[pair.field] = pair.value ?? null;
  }
  return object;
}
