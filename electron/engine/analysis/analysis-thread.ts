import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, StillwatchError } from '../../../shared/contract/errors.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';
import type { CaseAccess } from '../case/case.ts';
import { openDatabase } from '../case/database.ts';
import { analyse } from './analyse.ts';
import type { AnalysisOutput } from './output.ts';
import { readInputs } from './read-inputs.ts';

/** What the analysing thread is given. */
export interface AnalysisTask {
  readonly access: CaseAccess;
  readonly seed: number;
  readonly priorShare: number;
  /** Operators of the analysis before, whose ids are kept where members stay. */
  readonly before: readonly { readonly id: string; readonly accounts: readonly string[] }[];
}

export type FromAnalysis =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'end'; readonly output: AnalysisOutput }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

/** Reads the case over a connection of its own, so that the engine answers all the while. */
function serve(port: MessagePort, task: AnalysisTask): void {
  const say = (message: FromAnalysis) => port.postMessage(message);
  const db = openDatabase(task.access.path, { key: task.access.key, readOnly: true });
  try {
    const progress = (done: Progress) => say({ type: 'progress', progress: done });
    const inputs = readInputs(db, progress);
    say({ type: 'end', output: analyse(inputs, task, progress) });
  } catch (error) {
    if (!(error instanceof StillwatchError)) throw error;
    say({ type: 'failed', code: error.code, message: error.message });
  } finally {
    db.close();
    port.close();
  }
}

if (parentPort) serve(parentPort, workerData as AnalysisTask);
