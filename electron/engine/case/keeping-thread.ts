import '../no-network.ts';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { PageCheck, Recovered } from '../../../shared/contract/cases.ts';
import { type ErrorCode, StillwatchError } from '../../../shared/contract/errors.ts';
import { custodyFault } from '../custody/fault.ts';
import { cannotWrite } from './cannot-write.ts';
import type { CaseAccess } from './case.ts';
import { type CheckedCopy, checkCopy, copyCase } from './copy-case.ts';
import { openDatabase } from './database.ts';
import { checkFile } from './recover/check-file.ts';
import { type Recovery, type RecoveryWatch, recoverFile } from './recover/recover-file.ts';
import { type Rewrite, type RewriteWatch, rewriteFile } from './rewrite-file.ts';

interface Copy {
  readonly type: 'copy';
  readonly access: CaseAccess;
  /** An empty file. */
  readonly to: string;
}

interface PageLook {
  readonly type: 'check';
  readonly access: CaseAccess;
}

/** What the thread is given: to write a case anew in its place, to copy it to another, to look at or to save a damaged one. */
export type KeepingWork =
  | ({ readonly type: 'rewrite' } & Rewrite)
  | Copy
  | PageLook
  | ({ readonly type: 'recover' } & Recovery);

/** What each kind of work gives. */
export interface KeepingResults {
  readonly rewrite: null;
  readonly copy: CheckedCopy;
  readonly check: PageCheck;
  readonly recover: Recovered;
}

export interface KeepingTask {
  readonly work: KeepingWork;
  /** One number that is no longer 0 once nothing more is wanted. */
  readonly stop: SharedArrayBuffer;
}

export type FromKeeping =
  | { readonly type: 'stage'; readonly stage: string }
  | { readonly type: 'end'; readonly result: KeepingResults[KeepingWork['type']] }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

/** SQLite copies, encrypts and checks a case in single calls that take minutes, so that the engine answers all the while. */
function serve(port: MessagePort, { work, stop }: KeepingTask): void {
  const flag = new Int32Array(stop);
  const say = (message: FromKeeping) => port.postMessage(message);
  const check = () => {
    if (Atomics.load(flag, 0) !== 0)
      throw new StillwatchError('CANCELLED', 'Cancelled. The case is as it was.');
  };
  const stage = (stage: string) => {
    check();
    say({ type: 'stage', stage });
  };
  try {
    say({ type: 'end', result: doWork(work, { stage, check }) });
  } catch (error) {
    const told = cannotWrite(error, 'The case is as it was.');
    if (!(told instanceof StillwatchError)) throw error;
    say({ type: 'failed', code: told.code, message: told.message });
  } finally {
    port.close();
  }
}

function doWork(work: KeepingWork, watch: RecoveryWatch): KeepingResults[KeepingWork['type']] {
  switch (work.type) {
    case 'rewrite':
      rewriteFile(work, watch);
      return null;
    case 'copy':
      return copy(work, watch);
    case 'check':
      return checkFile(work.access, watch);
    case 'recover':
      return recoverFile(work, watch);
  }
}

function copy({ access, to }: Copy, { stage }: RewriteWatch): CheckedCopy {
  stage('copying the case');
  const db = openDatabase(access.path, { key: access.key, readOnly: true });
  let fault: string | null;
  try {
    fault = custodyFault(db);
    copyCase(db, to);
  } finally {
    db.close();
  }
  stage('checking the copy');
  return checkCopy(to, access.key, fault);
}

if (parentPort) serve(parentPort, workerData as KeepingTask);
