import { v7 as uuidv7 } from 'uuid';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { nextOrder } from './prefill.ts';
import { mustRead, orderedOf, ratingsOf } from './read.ts';
import { quoted } from './words.ts';

export type EvidenceRow = Pick<RecordBody<'evidence'>, 'title' | 'exhibit' | 'credibility'>;

/** @returns its id. @throws StillwatchError NOT_FOUND for the finding or its exhibit */
export function addEvidence(open: Case, finding: string, row: EvidenceRow): string {
  mustRead(open.db, 'finding', finding);
  const id = uuidv7();
  const body = {
    finding,
    ...checked(open, finding, row),
    order: nextOrder(orderedOf(open.db, 'evidence', finding)),
    basis: null,
    author: open.author,
    createdUs: nowUs(),
  };
  act(open, {
    action: 'evidence.add',
    title: `add the evidence ${quoted(body.title)}`,
    changes: [{ kind: 'evidence', id, body }],
  });
  return id;
}

/** @throws StillwatchError NOT_FOUND for the evidence or its exhibit */
export function editEvidence(open: Case, id: string, row: EvidenceRow): void {
  const before = mustRead(open.db, 'evidence', id);
  act(open, {
    action: 'evidence.edit',
    title: `change the evidence ${quoted(before.title)}`,
    changes: [{ kind: 'evidence', id, body: { ...before, ...checked(open, before.finding, row) } }],
  });
}

/** Takes it away with its ratings, which come back with it. @throws StillwatchError NOT_FOUND */
export function removeEvidence(open: Case, id: string): void {
  const before = mustRead(open.db, 'evidence', id);
  const cells = [...ratingsOf(open.db, before.finding).keys()].filter((cell) => cell.startsWith(`${id}/`));
  act(open, {
    action: 'evidence.remove',
    title: `remove the evidence ${quoted(before.title)}`,
    changes: [
      { kind: 'evidence', id, body: null },
      ...cells.map((cell) => ({ kind: 'rating' as const, id: cell, body: null })),
    ],
  });
}

function checked({ db }: Case, finding: string, { title, exhibit, credibility }: EvidenceRow): EvidenceRow {
  if (exhibit !== null && mustRead(db, 'exhibit', exhibit).finding !== finding)
    throw new StillwatchError(
      'NOT_FOUND',
      'This exhibit belongs to another finding. Nothing was changed. Pin one to this finding first.',
    );
  return { title: title.toWellFormed(), exhibit, credibility };
}
