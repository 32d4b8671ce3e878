import { isObject, type Json, type JsonObject, jsonText, parseNested, scalarText } from './json-value.ts';

/** What names a user in the free tags that gateways let callers attach, best first. */
const USER_TAGS = [
  'user_id',
  'userId',
  '_user',
  'user',
  'account_id',
  'accountId',
  'account',
  'customer_id',
  'customerId',
  'end_user_id',
  'endUserId',
  'end_user',
];

/**
 * A record as a preset looks at it. Values are found by path, keys joined by dots; a key that holds dots itself
 * is found by the same path, and text that holds JSON is gone into. What was found counts as used; what is left
 * is kept as extra fields.
 */
export class Fields {
  private readonly record: JsonObject;
  private readonly used = new Set<string>();

  constructor(record: JsonObject) {
    this.record = record;
  }

  /** The first of the paths that holds a single value that is not empty, as its text. */
  text(...paths: readonly string[]): string | undefined {
    for (const path of paths) {
      const text = scalarText(valueAt(this.record, path))?.trim();
      if (text === undefined || text === '') continue;
      this.used.add(path);
      return text;
    }
    return undefined;
  }

  /** As `text`, and what was found stays among the extra fields too: for texts that are converted. */
  peek(...paths: readonly string[]): string | undefined {
    for (const path of paths) {
      const text = scalarText(valueAt(this.record, path))?.trim();
      if (text !== undefined && text !== '') return text;
    }
    return undefined;
  }

  /** As `peek`, but with the spaces around it: for texts that people wrote. */
  raw(...paths: readonly string[]): string | undefined {
    for (const path of paths) {
      const text = scalarText(valueAt(this.record, path));
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** The first of the paths that holds an object or a list, or text that is JSON of one. */
  nested(...paths: readonly string[]): JsonObject | Json[] | undefined {
    for (const path of paths) {
      const value = nestedAt(this.record, path);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Who a caller's tags say the user is. */
  tag(...paths: readonly string[]): string | undefined {
    return this.text(...paths.flatMap((path) => USER_TAGS.map((tag) => `${path}.${tag}`)));
  }

  /** Counts what is at these paths as used. */
  drop(...paths: readonly string[]): void {
    for (const path of paths) this.used.add(path);
  }

  /** Names and texts of all values that were not used and are not empty; lists as JSON. */
  rest(): (readonly [name: string, text: string])[] {
    const out: (readonly [string, string])[] = [];
    this.collect(this.record, '', out);
    return out;
  }

  private collect(value: JsonObject, prefix: string, out: (readonly [string, string])[]): void {
    for (const key of Object.keys(value)) {
      const path = prefix + key;
      if (this.used.has(path)) continue;
      const below = value[key];
      if (isObject(below)) this.collect(below, `${path}.`, out);
      else if (Array.isArray(below)) {
        if (below.length > 0) out.push([path, jsonText(below)]);
      } else {
        const text = scalarText(below);
        if (text !== undefined) out.push([path, text]);
      }
    }
  }
}

/** Whether the record has the key, whatever its value: exports leave values empty that others fill. */
export function has(record: JsonObject, ...paths: readonly string[]): boolean {
  return paths.some((path) => valueAt(record, path) !== undefined);
}

export function valueAt(record: JsonObject, path: string): Json | undefined {
  if (Object.hasOwn(record, path)) return record[path];
  for (const [head, tail] of splitsOf(path)) {
    const below = ownNested(record, head);
    if (!isObject(below)) continue;
    const value = valueAt(below, tail);
    if (value !== undefined) return value;
  }
  return undefined;
}

const MOST_SPLITS = 10_000;
const splits = new Map<string, readonly (readonly [head: string, tail: string])[]>();

/** The ways to cut a path in two at a dot. Presets ask for the same paths of every record. */
function splitsOf(path: string): readonly (readonly [head: string, tail: string])[] {
  let known = splits.get(path);
  if (!known) {
    const keys = path.split('.');
    known = keys
      .slice(1)
      .map((_, i) => [keys.slice(0, i + 1).join('.'), keys.slice(i + 1).join('.')] as const);
    // Some paths hold names from the file.
    if (splits.size >= MOST_SPLITS) splits.clear();
    splits.set(path, known);
  }
  return known;
}

/** The object or list at a path, also where it stands as JSON text. */
export function nestedAt(record: JsonObject, path: string): JsonObject | Json[] | undefined {
  const value = valueAt(record, path);
  if (isObject(value) || Array.isArray(value)) return value;
  return typeof value === 'string' ? parseNested(value) : undefined;
}

/** The list of objects at a path; a single object counts as a list of one. */
export function objectsAt(record: JsonObject, path: string): JsonObject[] | undefined {
  const value = nestedAt(record, path);
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.filter(isObject) : [value];
}

/** What an own key holds; JSON text is replaced by what it says, so that it is parsed once. */
function ownNested(record: JsonObject, key: string): Json | undefined {
  if (!Object.hasOwn(record, key)) return undefined;
  const value = record[key];
  if (typeof value !== 'string') return value;
  const parsed = parseNested(value);
  // Assigning to a key called __proto__ would set the prototype instead.
  if (parsed === undefined || key === '__proto__') return undefined;
  record[key] = parsed;
  return parsed;
}
