import { v7 as uuidv7 } from 'uuid';
import type { CodingResult } from '../../../shared/contract/coding.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { type DrawnAccount, drawStratified, type Stratum } from './stratified-sample.ts';

export interface ToDraw {
  readonly operator: string;
  readonly size: number;
  readonly seed: number;
  readonly question: string;
}

/** Draws a sample of an operator and of those around it; see the contract. @throws StillwatchError NOT_FOUND, BAD_ARGS */
export function drawSample(
  open: Case,
  { operator, size, seed, question }: ToDraw,
): { id: string; frame: CodingResult['frame']; drawn: CodingResult['drawn'] } {
  const accounts = readFrame(open.db, operator);
  const frame = { operator: accounts.operator.length, cohort: accounts.cohort.length };
  if (frame.operator === 0 || frame.cohort === 0)
    throw new StillwatchError(
      'BAD_ARGS',
      frame.operator === 0
        ? 'The accounts of this operator are no longer in the case. Nothing was drawn. Run the analysis again.'
        : 'The cohorts of this operator hold no account beside its own, so there is nobody to mix them with. Nothing was drawn. Make the cohorts wider, or run the analysis again.',
    );
  const drawn = drawStratified(accounts, size, seed);
  const id = uuidv7();
  act(open, {
    action: 'coding.draw',
    // The history is read by coders too, so it does not tell the operator.
    title: `draw a sample of ${drawn.length} accounts to code`,
    changes: [
      {
        kind: 'sample',
        id,
        body: {
          operator,
          question: question.toWellFormed(),
          seed,
          accounts: drawn,
          frame,
          drawnBy: open.author,
          drawnUs: nowUs(),
        },
      },
    ],
  });
  return { id, frame, drawn: countStrata(drawn) };
}

export function countStrata(accounts: readonly Pick<DrawnAccount, 'stratum'>[]): Record<Stratum, number> {
  const operator = accounts.filter(({ stratum }) => stratum === 'operator').length;
  return { operator, cohort: accounts.length - operator };
}

/** Accounts of the case that each stratum is drawn from. Those of the benign reference are compared with no cohort. */
function readFrame(db: Database, operator: string): Record<Stratum, string[]> {
  const body = db.prepare('SELECT body FROM analysis_operator WHERE id = ?').pluck().get(operator);
  if (body === undefined)
    throw new StillwatchError(
      'NOT_FOUND',
      'The last analysis of this case found no such operator. Nothing was drawn.',
    );
  const own = JSON.stringify((JSON.parse(body as string) as { accounts: string[] }).accounts);
  const inCase = db
    .prepare('SELECT external_id FROM account WHERE external_id IN (SELECT value FROM json_each(?))')
    .pluck();
  const others = db
    .prepare(
      `SELECT DISTINCT other.account
       FROM analysis_cohort_member own
       JOIN analysis_cohort_member other ON other.cohort = own.cohort AND other.compared = 1
       JOIN account a ON a.external_id = other.account
       WHERE own.compared = 1 AND own.account IN (SELECT value FROM json_each(@own))
         AND other.account NOT IN (SELECT value FROM json_each(@own))`,
    )
    .pluck();
  return { operator: inCase.all(own) as string[], cohort: others.all({ own }) as string[] };
}
