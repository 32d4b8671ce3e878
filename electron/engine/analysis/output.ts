import type { AccountScore, Link, OperatorResult, SignalInfo } from '../../../shared/contract/analysis.ts';

/** All an analysis finds; plain data, so that it can change threads. */
export interface AnalysisOutput {
  readonly signals: readonly SignalInfo[];
  /** By descending score, then by id. */
  readonly accounts: readonly AccountScore[];
  readonly operators: readonly OperatorResult[];
  /** Links inside operators and those just below the threshold, strongest first. */
  readonly links: readonly Link[];
}
