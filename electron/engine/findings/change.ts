import { v7 as uuidv7 } from 'uuid';
import type { FindingFields, FindingStatus } from '../../../shared/contract/findings.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { keptFields } from './fields.ts';
import { mustReadFinding } from './read.ts';
import { findingWords } from './words.ts';

const EMPTY: FindingFields = {
  claim: '',
  scope: [],
  likelihood: null,
  confidence: null,
  confidenceReason: '',
  reasoning: '',
  changeMind: '',
  missing: '',
  speakerNotes: '',
};

/** A draft. @returns its id. @throws StillwatchError BAD_ARGS, NOT_FOUND, CASE_LOCKED, DISK_FULL */
export function createFinding(
  open: Case,
  fields: Partial<FindingFields> & Pick<FindingFields, 'claim'>,
): string {
  const atUs = nowUs();
  const finding: RecordBody<'finding'> = {
    ...EMPTY,
    ...keptFields(open.db, fields),
    status: 'draft',
    author: open.author,
    createdUs: atUs,
    changedBy: open.author,
    changedUs: atUs,
  };
  const id = uuidv7();
  act(open, {
    action: 'finding.create',
    title: `create ${findingWords(finding)}`,
    changes: [{ kind: 'finding', id, body: finding }],
  });
  return id;
}

/** Changes the fields given; one that is as it was is no change. @throws StillwatchError as `createFinding` */
export function changeFinding(open: Case, id: string, fields: Partial<FindingFields>): void {
  const before = mustReadFinding(open.db, id);
  const after = { ...before, ...keptFields(open.db, fields, before.scope) };
  put(open, id, before, after, 'finding.change', `change ${findingWords(before)}`);
}

/** Any status may follow any other: people say it, and who signed is told by the verdicts. @throws StillwatchError NOT_FOUND, CASE_LOCKED, DISK_FULL */
export function setFindingStatus(open: Case, id: string, status: FindingStatus): void {
  const before = mustReadFinding(open.db, id);
  put(open, id, before, { ...before, status }, 'finding.status', `mark ${findingWords(before)} as ${status}`);
}

function put(
  open: Case,
  id: string,
  before: RecordBody<'finding'>,
  after: RecordBody<'finding'>,
  action: string,
  title: string,
): void {
  if (canonicalJson(before) === canonicalJson(after)) return;
  const body = { ...after, changedBy: open.author, changedUs: nowUs() };
  act(open, { action, title, changes: [{ kind: 'finding', id, body }] });
}
