import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { readRecord } from '../records/read.ts';
import { subjects } from './about.ts';
import { mustReadFinding } from './read.ts';
import { findingWords } from './words.ts';

/**
 * What the person at work says of a finding as it is, in place of what they said before; null takes that back.
 * @throws StillwatchError NOT_FOUND, BAD_ARGS, CONFLICT, CASE_LOCKED, DISK_FULL
 */
export function giveVerdict(
  open: Case,
  id: string,
  verdict: RecordBody<'verdict'>['verdict'] | null,
  reason: string,
): void {
  const { db, author } = open;
  const finding = mustReadFinding(db, id);
  const key = `${id}/${author}`;
  if (verdict === null) {
    act(open, {
      action: 'verdict.takeBack',
      title: `take back a verdict on ${findingWords(finding)}`,
      changes: [{ kind: 'verdict', id: key, body: null }],
    });
    return;
  }
  const because = reason.trim().toWellFormed();
  if (finding.status === 'withdrawn')
    throw new StillwatchError(
      'CONFLICT',
      'This finding was withdrawn, so there is nothing to agree or dissent with. Nothing was written.',
    );
  if (verdict === 'dissents' && because === '')
    throw new StillwatchError(
      'BAD_ARGS',
      'A dissent says why. Nothing was written. Give the reason, and dissent again.',
    );
  const about = subjects(db).of(id, finding);
  const before = readRecord(db, 'verdict', key);
  if (before?.verdict === verdict && before.reason === because && before.about === about) return;
  const body = { finding: id, verdict, reason: because, about, author, atUs: nowUs() };
  act(open, {
    action: 'verdict.give',
    title: `${verdict === 'agrees' ? 'agree with' : 'dissent from'} ${findingWords(finding)}`,
    changes: [{ kind: 'verdict', id: key, body }],
  });
}
