import { v7 as uuidv7 } from 'uuid';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { ExhibitQuestion, PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import type { Job } from '../jobs/job.ts';
import type { RecordChange } from '../records/change.ts';
import { readRecord } from '../records/read.ts';
import { refuseUnlessDrawing } from './check-picture.ts';
import { dataState } from './data-state.ts';
import { rememberCheck } from './last-checks.ts';
import { exhibitsOf, pinnedExhibit } from './read.ts';
import { compared } from './rerun.ts';
import { exhibitWords } from './words.ts';
import { workOut } from './work-out.ts';

export interface ToPin {
  readonly finding: string;
  readonly title: string;
  readonly question: ExhibitQuestion;
  /** SVG; null for none. */
  readonly picture: string | null;
}

/**
 * Works a question out and pins it to a finding, behind its other exhibits, with its picture as one act.
 * @throws StillwatchError NOT_FOUND, BAD_ARGS, CONFLICT, CANCELLED, CASE_LOCKED, DISK_FULL
 */
export async function pinExhibit(
  open: Case,
  { finding, title, question, picture }: ToPin,
  job: Job,
): Promise<PinnedExhibit> {
  open.refuseIfReadOnly();
  refuseUnlessFinding(open, finding);
  if (picture !== null) refuseUnlessDrawing(picture);
  const from = dataState(open.db);
  const worked = await workOut(open, question, job);
  // It may have been removed meanwhile.
  refuseUnlessFinding(open, finding);
  const pictureId = picture === null ? null : uuidv7();
  const exhibit: RecordBody<'exhibit'> = {
    finding,
    title: title.trim().toWellFormed(),
    order: 1 + Math.max(0, ...exhibitsOf(open.db, finding).map(([, { order }]) => order)),
    query: question.query,
    args: question.args,
    version: worked.version,
    seed: worked.seed,
    dataHash: worked.dataHash,
    rows: worked.requests,
    rowsHash: worked.rowsHash,
    resultHash: worked.resultHash,
    figures: worked.figures.map(({ name, value }) => ({ name, value })),
    picture: pictureId,
    author: open.author,
    pinnedUs: nowUs(),
  };
  const id = uuidv7();
  const pictures: RecordChange[] =
    pictureId === null || picture === null
      ? []
      : [{ kind: 'picture', id: pictureId, body: { svg: picture } }];
  act(open, {
    action: 'exhibit.pin',
    title: `pin ${exhibitWords(exhibit)}`,
    changes: [{ kind: 'exhibit', id, body: exhibit }, ...pictures],
  });
  rememberCheck(open, id, exhibit, from, compared(exhibit, worked));
  return pinnedExhibit(open, [id, exhibit]);
}

function refuseUnlessFinding(open: Case, finding: string): void {
  if (readRecord(open.db, 'finding', finding)) return;
  throw new StillwatchError('NOT_FOUND', 'The finding is no longer there. Nothing was pinned.');
}
