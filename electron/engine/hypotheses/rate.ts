import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Consistency } from '../../../shared/contract/hypotheses.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { readRecord } from '../records/read.ts';
import { cellId, mustRead } from './read.ts';
import { quoted } from './words.ts';

/**
 * Confirms one cell, or takes its rating away; a cell that has the same rating keeps who confirmed it.
 * @throws StillwatchError NOT_FOUND
 */
export function rateCell(
  open: Case,
  evidence: string,
  hypothesis: string,
  consistency: Consistency | null,
): void {
  const { db, author } = open;
  const row = mustRead(db, 'evidence', evidence);
  const { finding, title } = mustRead(db, 'hypothesis', hypothesis);
  if (row.finding !== finding)
    throw new StillwatchError(
      'NOT_FOUND',
      'This evidence and this hypothesis belong to two findings. Nothing was changed.',
    );
  const id = cellId(evidence, hypothesis);
  const before = readRecord(db, 'rating', id);
  if (before?.consistency === consistency) return;
  act(open, {
    action: 'hypotheses.rate',
    title:
      consistency === null
        ? `take the rating from ${quoted(row.title)} under ${quoted(title)}`
        : `rate ${quoted(row.title)} as ${consistency} under ${quoted(title)}`,
    changes: [
      {
        kind: 'rating',
        id,
        body: consistency === null ? null : { finding, consistency, author, changedUs: nowUs() },
      },
    ],
  });
}
