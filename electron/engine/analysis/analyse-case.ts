import type { CohortDecisions } from '../../../shared/contract/cohorts.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';
import type { CaseAccess } from '../case/case.ts';
import { openDatabase } from '../case/database.ts';
import { type AnalysisParameters, analyse } from './analyse.ts';
import { type FollowedChunks, followedChunks } from './followed-chunks.ts';
import type { AnalysisOutput } from './output.ts';
import { requestChunks } from './read-dataset.ts';
import { readInputs } from './read-inputs.ts';

/** In KiB. All is read once and in order, so pages that are kept would only take room. */
const CACHE = 4096;

/** What an analysis of a case finds, apart from what it says of single requests: that goes by how they are stored. */
export interface AnalysedCase {
  readonly output: AnalysisOutput;
  readonly followed: FollowedChunks;
}

/**
 * Analyses a case over a connection of its own, which cannot write.
 * @param parameters `decisions` as they stood when the analysis was asked for, else as they stand.
 */
export function analyseCase(
  { path, key }: CaseAccess,
  parameters: AnalysisParameters & { readonly decisions?: CohortDecisions },
  progress: (done: Progress) => void,
): AnalysedCase {
  const db = openDatabase(path, { key, readOnly: true });
  try {
    db.pragma(`cache_size = -${CACHE}`);
    const inputs = readInputs(db, progress, parameters.decisions);
    const { output, followed } = analyse(inputs, parameters, progress);
    return { output, followed: followedChunks(requestChunks(db), inputs.data.origin, followed) };
  } finally {
    db.close();
  }
}
