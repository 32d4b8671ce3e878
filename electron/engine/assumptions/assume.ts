import {
  ASSUMPTION_TITLES,
  type Assumption,
  assumptionProblem,
  assumptionWords,
  type CaseAssumptions,
} from '../../../shared/assumptions.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
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
    act(open, {
      action: 'assumption.make',
      title: `assume ${ASSUMPTION_TITLES[name].toLowerCase()}: ${assumptionWords(assumption)}`,
      changes: [
        {
          kind: 'assumption',
          id: name,
          body: value === null ? null : { value, author: open.author, changedUs: nowUs() },
        },
      ],
    });
  return readAssumptions(open.db);
}
