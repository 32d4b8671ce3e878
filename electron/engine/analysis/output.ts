import type {
  AccountScore,
  Link,
  OperatorResult,
  SignalInfo,
  TemplateAccount,
  TemplateRow,
} from '../../../shared/contract/analysis.ts';

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
}

export interface FoundTemplate {
  readonly row: TemplateRow;
  /** The wording, slots as {1}. */
  readonly text: string;
  /** By descending `askedFirst`, then `requests`, then by id. */
  readonly accounts: readonly TemplateAccount[];
}
