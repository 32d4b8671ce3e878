import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { BackUp } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { replaceFile } from '../bundle/replace-file.ts';
import { appendCustody } from '../custody/log.ts';
import type { Job } from '../jobs/job.ts';
import { cannotWrite } from './cannot-write.ts';
import type { Case } from './case.ts';
import { draftOf } from './draft.ts';
import { attemptsFile } from './failed-attempts.ts';
import { keepInThread } from './keep-in-thread.ts';
import { refuseWithoutRoom, sizeOfCase } from './room.ts';

/**
 * Copies the open case, as it is at this moment, to another place; it opens with the same passphrase. The copy is
 * written under a temporary name, opened and read whole, flushed to disk and renamed, whole or not at all. A copy is a
 * case: to restore it is to open it, and it can be merged with the original. The entry with its SHA-256 stands in the
 * log of the original, so the copy itself does not hold it. A case that is open for reading only is copied without one.
 * @throws StillwatchError BAD_ARGS for the case's own place, FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export async function backUp(open: Case, to: string, job: Job): Promise<BackUp> {
  const target = resolve(to);
  open.refuseIfGone();
  await refuseOwnPlace(open, target);
  const bytes = await sizeOfCase(open.path);
  await refuseWithoutRoom(target, bytes);
  return open.during(job, async (running) => {
    const made = await replaceFile(target, running.signal, async (file, path) => {
      const work = { type: 'copy', access: open.access(), to: path } as const;
      const copy = await keepInThread(work, path, bytes, running);
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk);
      const { size } = await file.stat();
      return { bytes: size, sha256: hash.digest('hex'), ...copy };
    });
    if (!open.readOnly) log(open, { file: basename(target), ...made });
    return made;
  });
}

async function refuseOwnPlace(open: Case, target: string): Promise<void> {
  const folder = await realpath(dirname(target)).catch(() => dirname(target));
  const own = await realpath(open.path);
  const taken = [own, `${own}-journal`, `${own}-wal`, `${own}-shm`, attemptsFile(own), draftOf(own)];
  if (!taken.includes(join(folder, basename(target)))) return;
  throw new StillwatchError(
    'BAD_ARGS',
    'A copy cannot take the place of the case or of a file that belongs to it. Nothing was written. Choose another name.',
  );
}

function log(open: Case, detail: Record<string, unknown>): void {
  const { db, author } = open;
  try {
    db.transaction(() => appendCustody(db, { action: 'case.backup', author, detail })).immediate();
  } catch (error) {
    throw cannotWrite(error, 'The copy was written; the custody log does not name it.');
  }
}
