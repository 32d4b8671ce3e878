import { listParts, openRecords } from '../../../electron/engine/import/open-records.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { TextEncoding } from '../../../shared/contract/imports.ts';

/**
 * What becomes of a file, in words: '3 rows', '3 rows, 1 refused' (of the three), for several logs in an archive
 * one after the other, then the refused entries; or the code of the failure.
 */
export async function outcomeOf(path: string, encoding?: TextEncoding): Promise<string> {
  try {
    const { parts, refused } = await listParts(path, { encoding });
    const outcomes: string[] = [];
    for (const part of parts) {
      const records = await openRecords(part, { encoding });
      let rows = 0;
      let problems = 0;
      for await (const batch of records.batches()) {
        rows += batch.rows;
        problems += batch.problems.size;
      }
      outcomes.push(`${rows} rows${problems > 0 ? `, ${problems} refused` : ''}`);
    }
    if (refused.length > 0) outcomes.push(`${refused.length} entries not taken`);
    return outcomes.join('; ');
  } catch (error) {
    if (error instanceof StillwatchError) return error.code;
    throw error;
  }
}
