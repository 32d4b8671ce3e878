import type { KnownChecks } from '../../../shared/contract/findings.ts';
import type { Case } from '../case/case.ts';
import { dataState } from '../exhibits/data-state.ts';
import { checkOf, isDue, readChecks } from '../exhibits/last-checks.ts';
import { exhibitsByFinding } from '../exhibits/read.ts';
import { orderedFindings } from './read.ts';
import { type Found, reportOf } from './report.ts';

/** What is known of all exhibits without working any out. */
export function knownChecks(open: Case): KnownChecks {
  const { db } = open;
  const checks = readChecks(open);
  const now = dataState(db);
  const pinned = exhibitsByFinding(db);
  const found: Found[] = [];
  let findings = 0;
  let unknown = 0;
  let due = 0;
  for (const [finding, { claim }] of orderedFindings(db)) {
    const own = pinned.get(finding) ?? [];
    if (own.length > 0) findings++;
    for (const [exhibit, body] of own) {
      const check = checkOf(checks, exhibit, body, now);
      if (check) found.push({ finding, claim, exhibit, title: body.title, rerun: check.rerun });
      else unknown++;
      if (isDue(checks, exhibit, body, now)) due++;
    }
  }
  const state = `${now.dataHash} ${now.analysis}`;
  return { ...reportOf(found), dataState: state, findings, exhibits: found.length + unknown, unknown, due };
}
