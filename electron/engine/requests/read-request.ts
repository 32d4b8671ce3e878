import type { Mapping } from '../../../shared/contract/imports.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import type { Database } from '../case/database.ts';
import { spellTime } from '../import/parse-time.ts';
import { textValues } from './codec.ts';
import {
  FIRST_EXTRA,
  RAW_OFFSET,
  REQUEST_COLUMNS,
  ROW_COLUMN,
  type SourceLayout,
  TIME_COLUMN,
} from './columns.ts';
import { columnsOf, readNumbers, readText } from './read-chunk.ts';

/**
 * One row in full: normalised values under canonical names, source texts where they differ. The prompt text is not
 * among them: who needs it asks for it by itself (prompt-column.ts).
 */
export interface FullRequest {
  readonly row: number;
  readonly timeUs: number | null;
  readonly fields: Readonly<Record<string, string | number>>;
  /** The source's own text of a value that the normalised one does not give back, and of the time. */
  readonly raw: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, string>>;
}

/** How one source's rows turn back into what stood in its file. */
export interface SourceReading {
  readonly layout: SourceLayout;
  readonly mapping: Mapping;
}

export function sourceReading(db: Database, sourceId: number): SourceReading {
  const [layout, mapping] = db
    .prepare('SELECT layout, mapping FROM source WHERE id = ?')
    .raw()
    .get(sourceId) as [string, string];
  return { layout: JSON.parse(layout), mapping: JSON.parse(mapping) };
}

/** Reads the rows at the given indexes of a chunk, in that order. */
export function readRequests(
  db: Database,
  chunk: number,
  rows: number,
  indexes: readonly number[],
  source: SourceReading,
): FullRequest[] {
  const fields = indexes.map((): Record<string, string | number> => ({}));
  const raw = indexes.map((): Record<string, string> => ({}));
  const extra = indexes.map((): Record<string, string> => ({}));
  const present = new Set(columnsOf(db, chunk));
  const timeUs = readNumbers(db, chunk, TIME_COLUMN, rows);
  const fileRow = readNumbers(db, chunk, ROW_COLUMN, rows);

  const putText = (column: number, name: string, into: Record<string, string | number>[]) => {
    const text = present.has(column) ? readText(db, chunk, column, rows) : undefined;
    if (!text) return;
    const values = textValues(text);
    indexes.forEach((index, i) => {
      const value = values[text.codes[index]];
      // A column may be called __proto__, which an assignment would not keep.
      if (value !== null) Object.defineProperty(into[i], name, { value, enumerable: true });
    });
  };
  for (const { number, field, type } of REQUEST_COLUMNS) {
    if (field === 'prompt_text') continue;
    if (type === 'text') putText(number, field, fields);
    else if (present.has(number)) {
      const values = readNumbers(db, chunk, number, rows);
      indexes.forEach((index, i) => {
        if (!Number.isNaN(values[index])) fields[i][field] = values[index];
      });
      putText(number + RAW_OFFSET, field, raw);
    }
  }
  putText(TIME_COLUMN + RAW_OFFSET, 'timestamp', raw);
  for (const { number, name } of source.layout.extra) if (number >= FIRST_EXTRA) putText(number, name, extra);

  const { timeStyle } = source.layout;
  const zone = source.mapping.timeZone === null ? null : zoneOf(source.mapping.timeZone);
  return indexes.map((index, i) => {
    const us = timeUs[index];
    if (raw[i].timestamp === undefined && timeStyle !== null && !Number.isNaN(us)) {
      const spelt = spellTime(us, timeStyle, zone);
      if (spelt !== undefined) raw[i].timestamp = spelt;
    }
    return {
      row: fileRow[index],
      timeUs: Number.isNaN(us) ? null : us,
      fields: fields[i],
      raw: raw[i],
      extra: extra[i],
    };
  });
}
