import { canonicalJson } from '../../canonical-json.ts';
import { hidden, hiddenJson } from './hide.ts';
import type { Column, Leaving, PublishedTable, Row } from './table.ts';

/** The lines of a table in their order, each with its line end. */
export function* dumpTable(table: PublishedTable, leaving: Leaving): Generator<string> {
  const columns = Object.entries(table.columns);
  const { key } = table;
  const sorted: { readonly place: readonly (string | number)[]; readonly line: string }[] = [];
  for (const stored of leaving.db.prepare(table.select).iterate() as Iterable<Row>) {
    const row = parsed(columns, stored);
    if (table.goesAlong && !table.goesAlong(row, leaving)) continue;
    const changed = table.change ? table.change(row, leaving) : row;
    const left = Object.fromEntries(
      columns.map(([name, column]) => [name, leavesAs(column, changed[name], leaving)]),
    );
    const line = `${JSON.stringify(left)}\n`;
    if (key) sorted.push({ place: key.map((name) => left[name] as string | number), line });
    else yield line;
  }
  sorted.sort((one, other) => comparePlaces(one.place, other.place) || (one.line < other.line ? -1 : 1));
  let last: readonly (string | number)[] | undefined;
  for (const { place, line } of sorted) {
    // Two values can be one once they are redacted.
    if (!last || comparePlaces(last, place) !== 0) yield line;
    last = place;
  }
}

function parsed(columns: readonly (readonly [string, Column])[], stored: Row): Row {
  const row = { ...stored };
  for (const [name, { type }] of columns)
    if (type === 'json' && row[name] !== null) row[name] = JSON.parse(row[name] as string);
  return row;
}

function leavesAs(column: Column, value: unknown, { redactor }: Leaving): unknown {
  if (value === null || value === undefined) return null;
  if (column.type === 'text') return hidden(redactor, column.hide, value as string);
  if (column.type !== 'json') return value;
  // Canonical, so that a case that is loaded from the line gives it again.
  const left = column.hide === 'plain' ? value : hiddenJson(redactor, column.hide, value);
  return JSON.parse(canonicalJson(left));
}

/** Strings by UTF-16 code units, as everywhere in the engine. */
export function comparePlaces(
  one: readonly (string | number)[],
  other: readonly (string | number)[],
): number {
  for (const [i, value] of one.entries()) {
    if (value < other[i]) return -1;
    if (value > other[i]) return 1;
  }
  return 0;
}
