import '../no-network.ts';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { CohortDecisions } from '../../../shared/contract/cohorts.ts';
import { type ErrorCode, StillwatchError } from '../../../shared/contract/errors.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';
import type { CaseAccess } from '../case/case.ts';
import { type AnalysedCase, analyseCase } from './analyse-case.ts';

/** What the analysing thread is given. */
export interface AnalysisTask {
  readonly access: CaseAccess;
  readonly seed: number;
  readonly priorShare: number;
  /** Operators of the analysis before, whose ids are kept where members stay. */
  readonly before: readonly { readonly id: string; readonly accounts: readonly string[] }[];
  /** As they stood when the analysis was asked for. */
  readonly decisions: CohortDecisions;
}

export type FromAnalysis =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'end'; readonly found: AnalysedCase }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

/** Reads the case over a connection of its own, so that the engine answers all the while. */
function serve(port: MessagePort, task: AnalysisTask): void {
  const say = (message: FromAnalysis) => port.postMessage(message);
  try {
    const progress = (done: Progress) => say({ type: 'progress', progress: done });
    say({ type: 'end', found: analyseCase(task.access, task, progress) });
  } catch (error) {
    if (!(error instanceof StillwatchError)) throw error;
    say({ type: 'failed', code: error.code, message: error.message });
  } finally {
    port.close();
  }
}

if (parentPort) serve(parentPort, workerData as AnalysisTask);
