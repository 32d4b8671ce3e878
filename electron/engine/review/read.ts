import type { Review } from '../../../shared/contract/review.ts';
import type { Case } from '../case/case.ts';
import { getFinding } from '../findings/read.ts';
import { readRecord } from '../records/read.ts';
import { chosenFindings } from './record.ts';

/**
 * What a review walks through now. A finding can go without the order knowing of it: undo takes back its making, and in
 * a merge one copy may have removed what the other chose.
 */
export function getReview(open: Case): Review {
  const chosen = chosenFindings(open.db);
  const there = chosen.filter((id) => readRecord(open.db, 'finding', id) !== null);
  return {
    findings: there.map((id) => getFinding(open, id)),
    gone: chosen.length - there.length,
    presenter: open.author,
  };
}
