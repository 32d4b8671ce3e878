import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, StillwatchError } from '../../../shared/contract/errors.ts';
import { custodyFault } from '../custody/fault.ts';
import { cannotWrite } from './cannot-write.ts';
import type { CaseAccess } from './case.ts';
import { type CheckedCopy, checkCopy, copyCase } from './copy-case.ts';
import { openDatabase } from './database.ts';
import { type Rewrite, type RewriteWatch, rewriteFile } from './rewrite-file.ts';

interface Copy {
  readonly type: 'copy';
  readonly access: CaseAccess;
  /** An empty file. */
  readonly to: string;
}

/** What the thread is given: to write a case anew in its place, or to copy it to another. */
export type KeepingWork = ({ readonly type: 'rewrite' } & Rewrite) | Copy;

export interface KeepingTask {
  readonly work: KeepingWork;
  /** One number that is no longer 0 once nothing more is wanted. */
  readonly stop: SharedArrayBuffer;
}

export type FromKeeping =
  | { readonly type: 'stage'; readonly stage: string }
  /** What a copy holds; null for a case written anew. */
  | { readonly type: 'end'; readonly copy: CheckedCopy | null }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };

/** SQLite copies, encrypts and checks a case in single calls that take minutes, so that the engine answers all the while. */
function serve(port: MessagePort, { work, stop }: KeepingTask): void {
  const flag = new Int32Array(stop);
  const say = (message: FromKeeping) => port.postMessage(message);
  const stage = (stage: string) => {
    if (Atomics.load(flag, 0) !== 0)
      throw new StillwatchError('CANCELLED', 'Cancelled. The case is as it was.');
    say({ type: 'stage', stage });
  };
  try {
    if (work.type === 'rewrite') rewriteFile(work, { stage });
    say({ type: 'end', copy: work.type === 'copy' ? copy(work, { stage }) : null });
  } catch (error) {
    const told = cannotWrite(error, 'The case is as it was.');
    if (!(told instanceof StillwatchError)) throw error;
    say({ type: 'failed', code: told.code, message: told.message });
  } finally {
    port.close();
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
