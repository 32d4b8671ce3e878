import { type CellBatch, cellText } from '../../../../electron/engine/import/cells.ts';
import type { Part } from '../../../../electron/engine/import/containers/parts.ts';
import {
  listParts,
  openRecords,
  type ReadingChoices,
} from '../../../../electron/engine/import/open-records.ts';

export interface ReadRecord {
  readonly line: number;
  readonly cells: readonly (string | undefined)[];
  readonly problem?: string;
}

export function recordsIn(batch: CellBatch): ReadRecord[] {
  return Array.from({ length: batch.rows }, (_, row) => {
    const problem = batch.problems.get(row);
    const line = batch.line[row];
    if (problem !== undefined) return { line, cells: [], problem };
    const cells = Array.from({ length: batch.columns }, (_, c) => cellText(batch, row * batch.columns + c));
    return { line, cells };
  });
}

/** Everything an import would see of a part, or of the first part of a file. */
export async function readAll(from: Part | string, choices: ReadingChoices = {}) {
  const part = typeof from === 'string' ? (await listParts(from, choices)).parts[0] : from;
  const opened = await openRecords(part, choices);
  const records: ReadRecord[] = [];
  for await (const batch of opened.batches()) records.push(...recordsIn(batch));
  return {
    columns: opened.columns,
    format: opened.format,
    records,
    rows: records.filter(({ problem }) => problem === undefined).map(({ cells }) => cells),
    ...opened.content.hashes(),
  };
}
