import { access as fileAccess, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PageCheck, Recovered } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { replaceFile } from '../bundle/replace-file.ts';
import type { Job } from '../jobs/job.ts';
import type { CaseAccess } from './case.ts';
import { readFileHead, tellWrongKeyFromDamage } from './file-head.ts';
import { keepInThread } from './keep-in-thread.ts';
import { deriveKey } from './key.ts';
import { refuseWithoutRoom, sizeOfCase } from './room.ts';

/**
 * Saves what is intact of a damaged case into a new one, on a thread of its own. The new file takes its name once it is
 * whole and flushed to disk; on failure, or when it is cancelled, nothing is left of it. The damaged file is never written.
 * @throws StillwatchError CASE_EXISTS, WRONG_PASSPHRASE, NOT_A_CASE, CASE_FROM_FUTURE, CASE_DAMAGED, BUSY, DISK_FULL,
 * FILE_UNWRITABLE, CANCELLED
 */
export async function recoverCase(
  path: string,
  to: string,
  author: string,
  passphrase: string | null,
  job: Job,
): Promise<Recovered> {
  if (
    await stat(to).then(
      () => true,
      () => false,
    )
  )
    throw new StillwatchError(
      'CASE_EXISTS',
      `There is a file named ${basename(to)} already. It was left as it is. Choose another name for the new case.`,
    );
  const access = await accessTo(path, passphrase);
  const bytes = await sizeOfCase(path);
  await refuseWithoutRoom(to, bytes);
  return replaceFile(to, job.signal, (_, draft) =>
    keepInThread({ type: 'recover', access, to: draft, author }, draft, bytes, job),
  );
}

/** Looks at every page of a case that is not open. @throws StillwatchError as recoverCase does, of what it reads */
export async function checkPages(path: string, passphrase: string | null, job: Job): Promise<PageCheck> {
  const access = await accessTo(path, passphrase);
  return keepInThread({ type: 'check', access }, path, await sizeOfCase(path), job);
}

async function accessTo(path: string, passphrase: string | null): Promise<CaseAccess> {
  const head = await readFileHead(path);
  await fileAccess(path);
  if (!head.encrypted) return { path, key: null };
  if (passphrase === null)
    throw new StillwatchError('WRONG_PASSPHRASE', 'This case is encrypted and no passphrase was given.');
  const key = await deriveKey(passphrase, head.salt);
  if ((await tellWrongKeyFromDamage(path, key)) === 'wrong-key')
    throw new StillwatchError(
      'WRONG_PASSPHRASE',
      'Wrong passphrase, or no page that was looked at is whole. Nothing was changed.',
    );
  return { path, key };
}
