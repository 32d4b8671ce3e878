import type { RecordBody } from '../../../../../shared/records/records.ts';
import type { Database } from '../../../case/database.ts';
import { numberedExhibits as cited, numberedFindings } from '../../report/exhibit-numbers.ts';
import { numbered, slug } from './slug.ts';

export interface NumberedExhibit {
  readonly id: string;
  /** From 1 over all findings: that of E1 in the report. */
  readonly number: number;
  /** What its files are called, without folder and ending. */
  readonly name: string;
  readonly body: RecordBody<'exhibit'>;
}

/** The exhibits of all findings, numbered as in the report. */
export function numberedExhibits(db: Database): NumberedExhibit[] {
  const all = cited(db, numberedFindings(db));
  return all.map(({ id, body }, at) => ({
    id,
    number: at + 1,
    name: `${numbered(at + 1, all.length)}-${slug(body.title, 'exhibit')}`,
    body,
  }));
}
