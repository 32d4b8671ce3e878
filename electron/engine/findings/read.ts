import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import type { FindingDetail, FindingRow, Verdict } from '../../../shared/contract/findings.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import { isGone } from '../annotations/resolve.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { dataState } from '../exhibits/data-state.ts';
import { checkOf, readChecks } from '../exhibits/last-checks.ts';
import { exhibitsByFinding, exhibitsOf, pinnedExhibit } from '../exhibits/read.ts';
import { listRecords, readRecord } from '../records/read.ts';
import { type Subjects, subjects } from './about.ts';

type Finding = readonly [string, RecordBody<'finding'>];

/** Oldest first; findings written at one moment by id. */
export function orderedFindings(db: Database): Finding[] {
  return listRecords(db, 'finding').sort(([, one], [, other]) => one.createdUs - other.createdUs);
}

export function listFindings(open: Case): FindingRow[] {
  const { db } = open;
  const exhibits = exhibitsByFinding(db);
  const about = subjects(db);
  const verdicts = listRecords(db, 'verdict');
  const now = dataState(db);
  const known = readChecks(open);
  return orderedFindings(db).map(([id, finding]): FindingRow => {
    const { claim, scope, likelihood, confidence, status, author, createdUs, changedBy, changedUs } = finding;
    const checks = (exhibits.get(id) ?? []).map(([key, exhibit]) => checkOf(known, key, exhibit, now));
    const said = verdicts
      .filter(([, verdict]) => verdict.finding === id)
      .map((verdict) => toVerdict(about, [id, finding], verdict));
    return {
      id,
      claim,
      scope,
      likelihood,
      confidence,
      status,
      author,
      createdUs,
      changedBy,
      changedUs,
      exhibits: checks.length,
      drifted: checks.filter((check) => check !== null && check.rerun.state !== 'match').length,
      unchecked: checks.filter((check) => check === null).length,
      agrees: said.filter(({ verdict }) => verdict === 'agrees').length,
      dissents: said.filter(({ verdict }) => verdict === 'dissents').length,
      outdated: said.filter(({ changedSince }) => changedSince).length,
    };
  });
}

/** @throws StillwatchError NOT_FOUND */
export function getFinding(open: Case, id: string): FindingDetail {
  const { db } = open;
  const finding = mustReadFinding(db, id);
  const about = subjects(db);
  const now = dataState(db);
  const checks = readChecks(open);
  return {
    id,
    ...finding,
    gone: finding.scope.filter((reference) => isGone(db, reference)),
    exhibits: exhibitsOf(db, id).map((exhibit): PinnedExhibit => pinnedExhibit(open, exhibit, now, checks)),
    verdicts: listRecords(db, 'verdict')
      .filter(([, verdict]) => verdict.finding === id)
      .map((verdict) => toVerdict(about, [id, finding], verdict))
      .sort((one, other) => one.atUs - other.atUs || (one.author < other.author ? -1 : 1)),
  };
}

function toVerdict(
  about: Subjects,
  [id, finding]: Finding,
  [, verdict]: readonly [string, RecordBody<'verdict'>],
): Verdict {
  return { ...verdict, changedSince: verdict.about !== about.of(id, finding) };
}

/** @throws StillwatchError NOT_FOUND */
export function mustReadFinding(db: Database, id: string): RecordBody<'finding'> {
  const found = readRecord(db, 'finding', id);
  if (found) return found;
  throw new StillwatchError('NOT_FOUND', 'This finding is no longer there. Nothing was changed.');
}
