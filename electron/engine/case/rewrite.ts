import { realpath } from 'node:fs/promises';
import type { Rewritten } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Job } from '../jobs/job.ts';
import type { Case, CaseAccess } from './case.ts';
import { draftOf } from './draft.ts';
import { keepInThread } from './keep-in-thread.ts';
import { deriveKey, newSalt } from './key.ts';
import { refuseWithoutRoom, sizeOfCase } from './room.ts';

/** A case that was written anew: how it opens from now on, and what became of its size. */
export interface Renewed extends Rewritten {
  readonly access: CaseAccess;
}

/**
 * Gives an open case another passphrase, null for none. The case is closed once this has begun, whether it succeeds or not.
 * @param current what it has now; null for none
 * @throws StillwatchError BAD_ARGS, WRONG_PASSPHRASE, and those of `rewrite`
 */
export async function changePassphrase(
  open: Case,
  current: string | null,
  next: string | null,
  job: Job,
): Promise<Renewed> {
  open.refuseIfReadOnly();
  const { key: before } = open.access();
  if (next === '')
    throw new StillwatchError(
      'BAD_ARGS',
      'The new passphrase is empty. Nothing was changed. Choose a passphrase, or take encryption away on purpose.',
    );
  if (before === null && next === null)
    throw new StillwatchError('BAD_ARGS', 'The case is not encrypted. Nothing was changed.');
  if (before !== null) {
    const given = current === null ? null : await deriveKey(current, Buffer.from(before.saltHex, 'hex'));
    if (given?.keyHex !== before.keyHex)
      throw new StillwatchError(
        'WRONG_PASSPHRASE',
        'This is not the passphrase of the case. Nothing was changed.',
      );
  }
  const key = next === null ? null : await deriveKey(next, newSalt());
  const words = (encrypted: boolean) => (encrypted ? 'encrypted' : 'unencrypted');
  const detail = { before: words(before !== null), after: words(key !== null) };
  return rewrite(open, key, { action: 'case.passphrase', detail }, job);
}

/** Writes an open case anew without the room that removed data left, and closes it as changePassphrase does. */
export async function compact(open: Case, job: Job): Promise<Renewed> {
  const bytesBefore = await sizeOfCase(open.path);
  return rewrite(open, open.access().key, { action: 'case.compact', detail: { bytesBefore } }, job);
}

/** @throws StillwatchError CASE_LOCKED, BUSY, DISK_FULL, FILE_UNWRITABLE, CANCELLED */
async function rewrite(
  open: Case,
  key: CaseAccess['key'],
  { action, detail }: { readonly action: string; readonly detail: Record<string, unknown> },
  job: Job,
): Promise<Renewed> {
  open.refuseIfReadOnly();
  const path = await realpath(open.path);
  await refuseWithoutRoom(path, await sizeOfCase(path));
  open.refuseIfBusy();
  await open.close();
  const bytesBefore = await sizeOfCase(path);
  const access = { path, key: open.access().key };
  const act = { action, author: open.author, detail };
  await keepInThread({ type: 'rewrite', access, key, act }, draftOf(path), bytesBefore, job);
  return { access: { path: open.path, key }, bytesBefore, bytesAfter: await sizeOfCase(path) };
}
