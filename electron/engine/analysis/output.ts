import type {
  AccountScore,
  Link,
  OperatorResult,
  SignalInfo,
  TemplateAccount,
  TemplateRow,
} from '../../../shared/contract/analysis.ts';
import type { Cohort, CohortMember } from '../../../shared/contract/cohorts.ts';
import type { OperatorTies } from './operator-ties.ts';

/** All an analysis finds; plain data, so that it can change threads. */
export interface AnalysisOutput {
  readonly signals: readonly SignalInfo[];
  /** By descending score, then by id. */
  readonly accounts: readonly AccountScore[];
  readonly operators: readonly OperatorResult[];
  /** Links inside operators and those just below the threshold, strongest first. */
  readonly links: readonly Link[];
  /** Those that tell the most first; see `describeTemplates`. */
  readonly templates: readonly FoundTemplate[];
  /** See `describeCohorts`. */
  readonly cohorts: readonly FoundCohort[];
  /** What ties the accounts of each operator, in the order of `operators`. */
  readonly ties: readonly OperatorTies[];
}

export interface FoundCohort {
  readonly cohort: Cohort;
  /** Its members, and those compared with it; by requests. */
  readonly members: readonly CohortMember[];
}

export interface FoundTemplate {
  readonly row: TemplateRow;
  /** The wording, slots as {1}. */
  readonly text: string;
  /** By descending `askedFirst`, then `requests`, then by id. */
  readonly accounts: readonly TemplateAccount[];
}
