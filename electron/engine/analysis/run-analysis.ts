import { Worker } from 'node:worker_threads';
import type { AnalysisInfo } from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { APP } from '../app-version.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { cohortDecisions } from '../cohorts/decisions.ts';
import { hasExamined } from '../cohorts/reference-accounts.ts';
import { appendCustody } from '../custody/log.ts';
import { type Job, throwIfCancelled } from '../jobs/job.ts';
import { endOf, untilLeft } from '../jobs/until-left.ts';
import type { AnalysedCase } from './analyse-case.ts';
import type { AnalysisTask, FromAnalysis } from './analysis-thread.ts';
import { resultHash } from './result-hash.ts';
import { readOperators } from './results.ts';
import { inputHash, readInfo, storeAnalysis } from './store.ts';
import { storeCohorts } from './store-cohorts.ts';
import { storeFollowed } from './store-followed.ts';

// Beside this file, in the source tree and in the built one.
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? 'analysis-thread.ts' : 'analysis-thread.js',
  import.meta.url,
);

const NOTHING_KEPT = 'The results of the analysis before, if any, are as they were.';

/**
 * Analyses the case as it is now and puts the results in the place of those before. Cancelling keeps those.
 * @throws StillwatchError NOT_FOUND without requests, BUSY, CASE_LOCKED, CANCELLED, DISK_FULL
 */
export function runAnalysis(
  open: Case,
  { seed, priorShare }: { readonly seed: number; readonly priorShare: number },
  job: Job,
): Promise<AnalysisInfo> {
  return open.exclusively(job, async (running) => {
    const startMs = performance.now();
    const { db } = open;
    if ((db.prepare('SELECT count(*) FROM request_chunk').pluck().get() as number) === 0)
      throw new StillwatchError(
        'NOT_FOUND',
        'The case holds no requests. Nothing was analysed. Import a log first.',
      );
    const decisions = cohortDecisions(db);
    if (!hasExamined(db, decisions.reference))
      throw new StillwatchError(
        'NOT_FOUND',
        'All requests of the case are of accounts of the benign reference, so nothing is under examination. Nothing was analysed. Import a log that is to be examined, or take the mark from one in Sources.',
      );
    const hash = inputHash(db, decisions);
    const before = readOperators(db).map(({ id, accounts }) => ({ id, accounts }));
    const { output, followed } = await analyseInThread(
      { access: open.access(), seed, priorShare, before, decisions },
      running,
    );
    throwIfCancelled(running);
    const facts = {
      atUs: nowUs(),
      seconds: (performance.now() - startMs) / 1000,
      seed,
      priorShare,
      version: APP.version,
      inputHash: hash,
    };
    try {
      db.transaction(() => {
        storeAnalysis(db, facts, output);
        storeFollowed(db, followed);
        storeCohorts(db, decisions, output.cohorts);
        appendCustody(db, {
          action: 'analysis.run',
          author: open.author,
          detail: {
            seed,
            priorShare,
            version: APP.version,
            inputHash: hash,
            cohorts: decisions,
            resultHash: resultHash({ ...output }),
            accounts: output.accounts.length,
            operators: output.operators.length,
          },
        });
      }).immediate();
    } catch (error) {
      throw cannotWrite(error, NOTHING_KEPT);
    }
    return readInfo(db) as AnalysisInfo;
  });
}

/** Analyses on a thread of its own; the job's signal ends the thread. */
function analyseInThread(task: AnalysisTask, job: Job): Promise<AnalysedCase> {
  const thread = new Worker(THREAD, { workerData: task });
  const ended = endOf(thread);
  const outcome = new Promise<AnalysedCase>((resolve, reject) => {
    thread.on('message', (message: FromAnalysis) => {
      if (message.type === 'progress') job.progress(message.progress);
      else if (message.type === 'end') resolve(message.found);
      else reject(new StillwatchError(message.code, message.message));
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The analysing thread ended before its work.')));
    job.signal.addEventListener('abort', () =>
      reject(new StillwatchError('CANCELLED', `Cancelled. ${NOTHING_KEPT}`)),
    );
  });
  // It hears of nothing while it reckons, so a cancelled one is stopped.
  return outcome.finally(() => (job.signal.aborted ? thread.terminate() : untilLeft(thread, ended)));
}
