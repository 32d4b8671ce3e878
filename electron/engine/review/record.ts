import type { Database } from '../case/database.ts';
import { readRecord } from '../records/read.ts';

/** Id of the one record that says what a review walks through. */
export const REVIEW = 'review';

/** Ids of the findings chosen, in order, whether they are still there or not. */
export function chosenFindings(db: Database): readonly string[] {
  return readRecord(db, 'review', REVIEW)?.findings ?? [];
}
