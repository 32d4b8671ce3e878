import {
  ASSUMPTION_TITLES,
  type Assumption,
  assumptionProblem,
  type CaseAssumptions,
} from '../../../shared/assumptions.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { runCommand } from '../commands/run.ts';
import { makeAssumption } from './commands.ts';
import { readAssumptions } from './read.ts';

/**
 * Assumes a value for the case, or the default with null; what is assumed already is not written again.
 * @throws StillwatchError BAD_ARGS, CASE_LOCKED, DISK_FULL
 */
export function assume(open: Case, assumption: Assumption): CaseAssumptions {
  const problem = assumptionProblem(assumption);
  if (problem !== null)
    throw new StillwatchError(
      'BAD_ARGS',
      `${ASSUMPTION_TITLES[assumption.name]}: ${problem} Nothing was changed.`,
    );
  const { name, value } = assumption;
  const before = readAssumptions(open.db)[name]?.value ?? null;
  if (canonicalJson(before) !== canonicalJson(value))
    runCommand(open, makeAssumption, { assumption, author: open.author, changedUs: nowUs() });
  return readAssumptions(open.db);
}
