import type { JsonLayout } from './json-parser.ts';
import { JsonScanner } from './json-scanner.ts';

const LF = 10;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const LINES_LOOKED_AT = 50;
/** Keys whose list holds the records, in exports that put them into an outer object. */
const WRAPPERS = new Set([
  'data',
  'records',
  'Records',
  'result',
  'results',
  'logs',
  'events',
  'value',
  'resourceSpans',
  'resourceLogs',
]);

export interface FoundLayout {
  readonly layout: JsonLayout;
  readonly format: string;
  /** Where the first record may stand, and on which line. */
  readonly at: number;
  readonly line: number;
}

/** How the records stand in a JSON file, by its beginning; undefined when it does not begin as one. */
export function findLayout(head: Uint8Array, ended: boolean): FoundLayout | undefined {
  const scanner = new JsonScanner();
  scanner.start(head, head.length);
  let first = scanner.space(0);
  while (head[first] === 0xef && head[first + 1] === 0xbb && head[first + 2] === 0xbf) {
    first = scanner.space(first + 3);
  }
  const line = lineOf(head, first);
  if (head[first] === OPEN_LIST)
    return { layout: { kind: 'list', outer: 0 }, format: 'JSON list', at: first + 1, line };
  if (head[first] !== OPEN_OBJECT) return undefined;
  const inLines: FoundLayout = { layout: { kind: 'lines' }, format: 'NDJSON', at: first, line };
  const inARow: FoundLayout = { layout: { kind: 'values' }, format: 'JSON values', at: first, line };
  const { lines, objects } = countLines(head, first, ended);
  const follows = behindFirst(scanner, first);
  if (follows === 'object') return inARow;
  if (lines > 1 && (follows === 'line' || objects * 2 >= lines)) return inLines;
  const list = findWrapped(scanner, first);
  if (list)
    return {
      layout: { kind: 'list', outer: 1 },
      format: `JSON list in "${list.key}"`,
      at: list.at,
      line: lineOf(head, list.at),
    };
  return lines === 1 && objects === 1 ? inLines : inARow;
}

/** What follows the first object if it is whole: the next one on the same line, or the end of its only line. */
function behindFirst(scanner: JsonScanner, first: number): 'object' | 'line' | undefined {
  const { bytes } = scanner;
  const end = scanner.value(first, 0);
  if (end < 0) return undefined;
  const next = scanner.space(end);
  if (bytes.subarray(end, next).includes(LF))
    return bytes.subarray(first, end).includes(LF) ? undefined : 'line';
  return bytes[next] === OPEN_OBJECT ? 'object' : undefined;
}

/** Lines that are not blank, and how many of them look like an object each. */
function countLines(head: Uint8Array, from: number, ended: boolean): { lines: number; objects: number } {
  let lines = 0;
  let objects = 0;
  for (let at = from; at < head.length && lines < LINES_LOOKED_AT; ) {
    let end = head.indexOf(LF, at);
    if (end < 0) {
      if (!ended) break;
      end = head.length;
    }
    let start = at;
    let stop = end;
    while (start < stop && head[start] <= 32) start++;
    while (stop > start && head[stop - 1] <= 32) stop--;
    if (stop > start) {
      lines++;
      if (head[start] === OPEN_OBJECT && head[stop - 1] === CLOSE_OBJECT) objects++;
    }
    at = end + 1;
  }
  return { lines, objects };
}

/** The position behind the bracket of a list of objects under a known key of the object, if nothing follows it. */
function findWrapped(scanner: JsonScanner, from: number): { key: string; at: number } | undefined {
  const { bytes, end } = scanner;
  let found: { key: string; at: number } | undefined;
  let at = scanner.space(from + 1);
  while (at < end && bytes[at] === QUOTE) {
    const keyEnd = scanner.string(at + 1);
    if (keyEnd < 0) break;
    const key = Buffer.from(bytes.subarray(at + 1, keyEnd - 1)).toString();
    at = scanner.colon(keyEnd);
    if (at < 0) break;
    if (
      !found &&
      WRAPPERS.has(key) &&
      bytes[at] === OPEN_LIST &&
      bytes[scanner.space(at + 1)] === OPEN_OBJECT
    )
      found = { key, at: at + 1 };
    at = scanner.value(at, 1);
    if (at < 0) break;
    at = scanner.space(at);
    if (bytes[at] === COMMA) at = scanner.space(at + 1);
    else if (bytes[at] === CLOSE_OBJECT) {
      // More objects behind it: the list is a value of one record among others.
      return scanner.space(at + 1) < end ? undefined : found;
    } else break;
  }
  return found;
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = bytes.indexOf(LF); i >= 0 && i < at; i = bytes.indexOf(LF, i + 1)) line++;
  return line;
}
