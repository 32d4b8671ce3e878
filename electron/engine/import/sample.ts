import { cellText, recordBytes } from './cells.ts';
import type { Records } from './containers/container.ts';

const SAMPLE_ROWS = 1000;
const LAST_BYTES = 200;

/** The first records of a file as texts by column; of records that the container refuses, none. */
export interface Sample {
  readonly columns: readonly string[];
  readonly texts: readonly string[][];
  /** The beginning of the file's last record as it stands; null when the sample does not reach it. */
  readonly last: string | null;
}

/** Reads up to 1,000 records and lets go of the file. */
export async function takeSample(records: Records): Promise<Sample> {
  const { columns } = records;
  const texts: string[][] = columns.map(() => []);
  let rows = 0;
  let last: string | null = null;
  for await (const batch of records.batches()) {
    for (let row = 0; row < batch.rows && rows < SAMPLE_ROWS; row++) {
      last = Buffer.from(recordBytes(batch, row).subarray(0, LAST_BYTES)).toString();
      if (batch.problems.has(row)) continue;
      rows++;
      columns.forEach((_, column) => {
        texts[column].push(cellText(batch, row * columns.length + column) ?? '');
      });
    }
    if (rows >= SAMPLE_ROWS) return { columns, texts, last: null };
  }
  return { columns, texts, last };
}
