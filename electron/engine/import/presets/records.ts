import { type CellBatch, cellText, recordBytes } from '../cells.ts';
import type { Records } from '../containers/container.ts';
import { isObject, type JsonObject, parseJson } from './json-value.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads the records of a container as objects, whichever it is: from JSON as they stand in the file, from tables
 * with a text per column.
 */
export function recordReader(records: Records): (batch: CellBatch, row: number) => JsonObject | undefined {
  if (records.json) {
    return (batch, row) => {
      const value = parseJson(decoder.decode(recordBytes(batch, row)));
      return isObject(value) ? value : undefined;
    };
  }
  const { columns } = records;
  // A column can hold no name that would change the object itself.
  const names = columns.map((name) => (name === '__proto__' ? '__proto__ ' : name));
  return (batch, row) => {
    const record: JsonObject = {};
    for (let column = 0; column < names.length; column++) {
      record[names[column]] = cellText(batch, row * batch.columns + column) ?? '';
    }
    return record;
  };
}
