import type { BagFiles } from '../bag/bag-check.ts';
import { tablePath } from '../published/paths.ts';
import { jsonValues, NoJson } from './json-values.ts';
import type { NamedKind } from './names-in-files.ts';

/** The names that the tables of a bundle hold, by kind; a kind whose table is missing or unreadable is not there. */
export type TableNames = ReadonlyMap<NamedKind, ReadonlySet<string>>;

/** Columns that name things, by table. */
const NAMING: readonly (readonly [kind: NamedKind, table: string, column: string])[] = [
  ['account', 'account', 'account'],
  ['source', 'source', 'sha256'],
  ['operator', 'analysis_operator', 'operator'],
  // An account that was chosen by itself tells its operator, which does not go along.
  ['operator', 'analysis_account', 'operator'],
];
const RECORDS: readonly (readonly [record: string, kinds: readonly NamedKind[]])[] = [
  ['annotation', ['citing']],
  ['finding', ['finding', 'citing']],
  ['exhibit', ['exhibit', 'citing']],
  ['hypothesis', ['hypothesis']],
];

export async function readTableNames(files: BagFiles): Promise<TableNames> {
  const names = new Map<NamedKind, ReadonlySet<string>>([['file', new Set(files.paths)]]);
  for (const [kind, table, column] of NAMING) {
    const found = await readTable(files, table, (row) => row[column]);
    if (found) names.set(kind, new Set([...(names.get(kind) ?? []), ...found]));
  }
  const records = await readTable(files, 'record', ({ kind, id }) => `${kind} ${id}`);
  for (const [record, kinds] of records ? RECORDS : []) {
    const ids = (records ?? []).flatMap((name) =>
      name.startsWith(`${record} `) ? name.slice(record.length + 1) : [],
    );
    for (const kind of kinds) names.set(kind, new Set([...(names.get(kind) ?? []), ...ids]));
  }
  return names;
}

async function readTable(
  files: BagFiles,
  table: string,
  nameOf: (row: Record<string, unknown>) => unknown,
): Promise<string[] | undefined> {
  const path = tablePath(table);
  if (!files.paths.includes(path)) return undefined;
  const names: string[] = [];
  try {
    for await (const [, row] of jsonValues(files, path)) {
      const name = nameOf((row ?? {}) as Record<string, unknown>);
      if (typeof name === 'string') names.push(name);
    }
    return names;
  } catch (error) {
    if (error instanceof NoJson) return undefined;
    throw error;
  }
}
