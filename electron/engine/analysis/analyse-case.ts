import type { CohortDecisions } from '../../../shared/contract/cohorts.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';
import type { CaseAccess } from '../case/case.ts';
import { openDatabase } from '../case/database.ts';
import { type AnalysisParameters, analyse } from './analyse.ts';
import type { AnalysisOutput } from './output.ts';
import { readInputs } from './read-inputs.ts';

/** In KiB. All is read once and in order, so pages that are kept would only take room. */
const CACHE = 4096;

/**
 * Analyses a case over a connection of its own, which cannot write.
 * @param parameters `decisions` as they stood when the analysis was asked for, else as they stand.
 */
export function analyseCase(
  { path, key }: CaseAccess,
  parameters: AnalysisParameters & { readonly decisions?: CohortDecisions },
  progress: (done: Progress) => void,
): AnalysisOutput {
  const db = openDatabase(path, { key, readOnly: true });
  try {
    db.pragma(`cache_size = -${CACHE}`);
    return analyse(readInputs(db, progress, parameters.decisions), parameters, progress);
  } finally {
    db.close();
  }
}
