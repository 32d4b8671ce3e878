import { canonicalJson } from '../../canonical-json.ts';
import { sqliteCode } from '../../case/database.ts';
import { type Job, pacer } from '../../jobs/job.ts';
import { badLine, type Lines, readObjects } from './line-reader.ts';
import type { Column, Names, PublishedTable, Row } from './table.ts';

/**
 * Writes the lines of a table into an empty one.
 * @throws StillwatchError BAD_BUNDLE, CANCELLED
 */
export async function loadTable(
  table: PublishedTable,
  file: string,
  lines: Lines,
  names: Names,
  job: Job,
): Promise<void> {
  const columns = Object.entries(table.columns);
  const write = table.writer(names);
  const pause = pacer(job);
  let written = 0;
  for await (const batch of readObjects(file, lines)) {
    names.db
      .transaction(() => {
        for (const [number, given] of batch) {
          const row = readRow(columns, file, number, given);
          refuseUnlessWritten(file, number, () => write(row, written));
          written++;
        }
      })
      .immediate();
    await pause({ stage: 'loading tables', done: written, unit: 'entries' });
  }
}

/** What the schema, a name or the form of a record does not allow is a fault of the line. */
export function refuseUnlessWritten(file: string, number: number, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT'))
      throw badLine(file, number, 'does not go together with what is there, or is there twice');
    if (error instanceof RangeError) throw badLine(file, number, `names ${error.message}`);
    if (error instanceof Error && error.name === 'ZodError')
      throw badLine(file, number, 'is not of the form of its kind');
    throw error;
  }
}

function readRow(
  columns: readonly (readonly [string, Column])[],
  file: string,
  number: number,
  given: Record<string, unknown>,
): Row {
  if (Object.keys(given).length !== columns.length)
    throw badLine(file, number, `does not have the ${columns.length} properties of its table`);
  const row: Row = {};
  for (const [name, column] of columns) {
    if (!Object.hasOwn(given, name)) throw badLine(file, number, `has no property ${name}`);
    const value = stored(column, given[name]);
    if (value === undefined) throw badLine(file, number, `has another ${name} than its table takes`);
    row[name] = value;
  }
  return row;
}

/** The value as the case stores it; undefined for one that the column does not take. */
function stored(column: Column, value: unknown): unknown {
  if (value === null) return column.optional ? null : undefined;
  switch (column.type) {
    case 'text':
      return typeof value === 'string' && value.isWellFormed() ? value : undefined;
    case 'whole':
      return Number.isSafeInteger(value) ? value : undefined;
    case 'real':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'json':
      return typeof value === 'object' ? jsonText(value as object) : undefined;
  }
}

function jsonText(value: object): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    // Nested deeper than it can be walked, or with half a surrogate pair.
    return undefined;
  }
}
