import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Context } from '../context.ts';
import { appendCustody } from '../custody/log.ts';
import { cannotWrite } from './cannot-write.ts';
import type { Case } from './case.ts';
import { readFileHead } from './file-head.ts';
import { forgetKept, keepKey, openKept } from './kept-key.ts';
import { reopenCase } from './open-case.ts';

/** @throws StillwatchError BAD_ARGS, NOT_FOUND, FILE_UNWRITABLE */
export async function keepCaseKey(context: Context, secretId: string): Promise<void> {
  const secret = context.takeSecret(secretId);
  const { case: open, ownFolder } = context;
  const { key } = open.access();
  if (key === null || ownFolder === null)
    throw new StillwatchError(
      'BAD_ARGS',
      'This case is not encrypted, or there is no folder for its key here. Nothing was kept.',
    );
  try {
    await keepKey(ownFolder, open.info().id, key, secret);
  } catch (error) {
    throw cannotWrite(error, 'The key was not kept.');
  }
  log(open, 'case.keepKey');
}

/** @throws StillwatchError FILE_UNWRITABLE */
export async function forgetCaseKey({ case: open, ownFolder }: Context): Promise<void> {
  try {
    await forgetKept(ownFolder, open.info().id);
  } catch (error) {
    throw cannotWrite(error, 'The key is still kept.');
  }
  log(open, 'case.forgetKey');
}

/** Opens a case by its kept key. @throws StillwatchError NOT_FOUND, and those of opening a case */
export async function openWithKept(
  context: Context,
  path: string,
  author: string,
  secretId: string,
): Promise<Case> {
  const { salt } = await readFileHead(path);
  const key = await openKept(context.ownFolder, salt, context.takeSecret(secretId));
  return reopenCase({ path, key }, author);
}

function log({ db, author, readOnly }: Case, action: string): void {
  if (readOnly === null) db.transaction(() => appendCustody(db, { action, author, detail: {} })).immediate();
}
