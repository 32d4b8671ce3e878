import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Case } from '../case/case.ts';
import { act } from '../commands/act.ts';
import { mustReadFinding } from '../findings/read.ts';
import { chosenFindings, REVIEW } from './record.ts';

/** Chooses the findings of the review and their order. @throws StillwatchError BAD_ARGS, NOT_FOUND, CASE_LOCKED, DISK_FULL */
export function chooseReview(open: Case, findings: readonly string[]): void {
  if (new Set(findings).size < findings.length)
    throw new StillwatchError(
      'BAD_ARGS',
      'A review shows each finding once, and one is named twice. Nothing was changed.',
    );
  for (const id of findings) mustReadFinding(open.db, id);
  const before = chosenFindings(open.db);
  if (before.length === findings.length && before.every((id, at) => id === findings[at])) return;
  act(open, {
    action: 'review.choose',
    title: titleOf(before, findings),
    changes: [{ kind: 'review', id: REVIEW, body: { findings: [...findings] } }],
  });
}

function titleOf(before: readonly string[], after: readonly string[]): string {
  const isReordered = before.length === after.length && after.every((id) => before.includes(id));
  if (isReordered) return 'change the order of the review';
  return `choose ${after.length} ${after.length === 1 ? 'finding' : 'findings'} for the review`;
}
