import type { CohortDecisions } from '../../../shared/contract/cohorts.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';
import type { AccountRecord, ContextEvent } from '../../../shared/contract/records.ts';
import { accountRecords, contextEvents, presentRecords } from '../accounts/records.ts';
import type { Database } from '../case/database.ts';
import { cohortDecisions } from '../cohorts/decisions.ts';
import { referenceAccounts } from '../cohorts/reference-accounts.ts';
import { digestTexts, type TextDigests } from './digest-texts.ts';
import { PromptTexts } from './prompt-texts.ts';
import { type ReadDataset, readDataset } from './read-dataset.ts';

/** All of a case that an analysis looks at. */
export interface Inputs {
  readonly data: ReadDataset;
  /** So many accounts, the first ones, are under examination; those behind them are the benign reference. */
  readonly examined: number;
  readonly decisions: CohortDecisions;
  /** Not held: what asks for one has it read again. */
  readonly texts: PromptTexts;
  readonly textDigests: TextDigests;
  /** One an account that has one: what its latest statements say. */
  readonly records: readonly AccountRecord[];
  readonly events: readonly ContextEvent[];
}

/**
 * Reads the texts, reduces them to numbers and lets go of them before it reads the requests: neither the texts nor
 * what it takes to find templates is ever held beside those.
 */
export function readInputs(
  db: Database,
  progress: (done: Progress) => void,
  decisions: CohortDecisions = cohortDecisions(db),
): Inputs {
  const texts = new PromptTexts(db, every(10_000, 'reading texts', 'texts', progress));
  const textDigests = digestTexts(texts, progress);
  texts.release();
  const reference = referenceAccounts(db, decisions.reference);
  const data = readDataset(db, texts, every(100_000, 'reading requests', 'rows', progress), reference);
  return {
    data,
    examined: data.accounts.length - reference.size,
    decisions,
    texts,
    textDigests,
    records: presentRecords(accountRecords(db)),
    events: contextEvents(db),
  };
}

/** Reports each time so many more are done. */
function every(
  step: number,
  stage: string,
  unit: Progress['unit'],
  progress: (done: Progress) => void,
): (done: number) => void {
  let next = 0;
  return (done) => {
    if (done < next) return;
    next = done + step;
    progress({ stage, done, unit });
  };
}
