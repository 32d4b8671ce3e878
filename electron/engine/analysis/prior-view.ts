import type { Likelihood, PriorInUse, ScoreBasis } from '../../../shared/contract/analysis.ts';
import { readAssumptions } from '../assumptions/read.ts';
import type { Database } from '../case/database.ts';
import { type Calibration, campaignScore } from './score/campaign-score.ts';
import { estimativeWord } from './statistics/estimative-word.ts';

/** What a stored score is made from; NULL for analyses made before it was kept. */
export interface StoredBasis {
  readonly score: number;
  readonly evidence: number | null;
  readonly together: number | null;
  readonly most: number | null;
}

/** The columns of `StoredBasis`. */
export const BASIS_COLUMNS = 'score, evidence, together, most';

/** How scores of the last analysis are shown: at the prior that people assume, else at its own. */
export interface PriorView {
  readonly prior: PriorInUse;
  /** The prior is not that of the analysis, so that ranks may differ from those stored. */
  readonly moved: boolean;
  score(stored: StoredBasis): number;
}

/** null before the first analysis. */
export function priorView(db: Database): PriorView | null {
  const run = db.prepare('SELECT prior_share AS priorShare, calibration FROM analysis_run').get() as
    | { priorShare: number; calibration: string | null }
    | undefined;
  if (!run) return null;
  const assumed = readAssumptions(db).prior;
  if (run.calibration === null || assumed === null) {
    const prior = { share: run.priorShare, assumed: null, movable: run.calibration !== null };
    return { prior, moved: false, score: ({ score }) => score };
  }
  const { value: share, author, changedUs } = assumed;
  const calibration = JSON.parse(run.calibration) as Calibration;
  return {
    prior: { share, assumed: { author, changedUs }, movable: true },
    moved: share !== run.priorShare,
    score: (stored) => {
      const basis = basisOf(stored);
      return basis ? campaignScore(basis, calibration, share) : stored.score;
    },
  };
}

function basisOf({ evidence, together, most }: StoredBasis): ScoreBasis | undefined {
  return evidence === null || together === null || most === null ? undefined : { evidence, together, most };
}

/** What a row says at the prior in use, and what its score is made from. */
export function shownAt<Row extends { readonly score: number; readonly likelihood: Likelihood }>(
  view: PriorView,
  row: Row,
  stored: StoredBasis,
): Row & { readonly basis?: ScoreBasis } {
  const basis = basisOf(stored);
  const shown = basis ? { ...row, basis } : row;
  if (!view.moved) return shown;
  const score = view.score(stored);
  return { ...shown, score, likelihood: estimativeWord(score) };
}
