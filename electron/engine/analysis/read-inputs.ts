import type { Progress } from '../../../shared/contract/protocol.ts';
import type { AccountRecord, ContextEvent } from '../../../shared/contract/records.ts';
import { accountRecords, contextEvents, presentRecords } from '../accounts/records.ts';
import type { Database } from '../case/database.ts';
import type { Dataset } from './dataset.ts';
import { PromptTexts } from './prompt-texts.ts';
import { readDataset } from './read-dataset.ts';

/** All of a case that an analysis looks at. */
export interface Inputs {
  readonly data: Dataset;
  readonly texts: PromptTexts;
  /** One an account that has one: what its latest statements say. */
  readonly records: readonly AccountRecord[];
  readonly events: readonly ContextEvent[];
}

export function readInputs(db: Database, progress: (done: Progress) => void): Inputs {
  const texts = new PromptTexts(db, every(10_000, 'reading texts', 'texts', progress));
  const data = readDataset(db, texts, every(100_000, 'reading requests', 'rows', progress));
  return {
    data,
    texts,
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
