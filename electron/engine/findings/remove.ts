import type { Case } from '../case/case.ts';
import { act } from '../commands/act.ts';
import { exhibitsOf } from '../exhibits/read.ts';
import type { RecordChange } from '../records/change.ts';
import { listRecords } from '../records/read.ts';
import { chosenFindings, REVIEW } from '../review/record.ts';
import { mustReadFinding } from './read.ts';
import { findingWords } from './words.ts';

const PARTS = ['exhibit', 'hypothesis', 'evidence', 'rating', 'verdict'] as const;

/**
 * Takes a finding away with everything that belongs to it, from the review too, as one act.
 * @throws StillwatchError NOT_FOUND, CASE_LOCKED, DISK_FULL
 */
export function removeFinding(open: Case, id: string): void {
  const { db } = open;
  const finding = mustReadFinding(db, id);
  const parts = PARTS.flatMap((kind) =>
    listRecords(db, kind).flatMap(([key, body]): RecordChange[] =>
      body.finding === id ? [{ kind, id: key, body: null }] : [],
    ),
  );
  const pictures = exhibitsOf(db, id).flatMap(([, { picture }]): RecordChange[] =>
    picture === null ? [] : [{ kind: 'picture', id: picture, body: null }],
  );
  const chosen = chosenFindings(db);
  const reviewed: RecordChange[] = chosen.includes(id)
    ? [{ kind: 'review', id: REVIEW, body: { findings: chosen.filter((one) => one !== id) } }]
    : [];
  act(open, {
    action: 'finding.remove',
    title: `remove ${findingWords(finding)}`,
    changes: [{ kind: 'finding', id, body: null }, ...parts, ...pictures, ...reviewed],
  });
}
