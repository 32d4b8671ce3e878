import { stat } from 'node:fs/promises';
import {
  backUpCase,
  caseInfo,
  caseKeyKept,
  changeCase as changeCall,
  changePassphrase as changePassphraseCall,
  checkPages as checkPagesCall,
  closeCase,
  compactCase,
  createCase,
  forgetCaseKey as forgetKeyCall,
  keepCaseKey as keepKeyCall,
  lockCase as lockCall,
  openCase,
  probeCase,
  recoverCase as recoverCall,
} from '../../../shared/contract/cases.ts';
import { isBundle, openBundle } from '../bundle/published/open-bundle.ts';
import type { Context } from '../context.ts';
import { handle } from '../handle.ts';
import { backUp } from './back-up.ts';
import type { Case, CaseAccess } from './case.ts';
import { changeCase } from './change-case.ts';
import { readFileHead } from './file-head.ts';
import { forgetCaseKey, keepCaseKey, openWithKept } from './keep-case-key.ts';
import { forgetKept, isKept, keptFor } from './kept-key.ts';
import { lockCase } from './lock-case.ts';
import { createCase as create, openCase as open, reopenCase } from './open-case.ts';
import { checkPages, recoverCase } from './recover-case.ts';
import { changePassphrase, compact, type Renewed } from './rewrite.ts';

export const handlers = [
  handle(createCase, async (context, { grant, author, passphrase, ...described }) => {
    const made = await create(context.path(grant), author, passphrase, described);
    await context.setCase(made);
    return made.info();
  }),
  handle(openCase, async (context, { grant, author, passphrase, secret }) => {
    const path = context.path(grant);
    const opened = isBundle(path)
      ? await openBundle(path, author)
      : secret === undefined
        ? await open(path, author, passphrase)
        : await openWithKept(context, path, author, secret);
    await context.setCase(opened);
    return opened.info();
  }),
  handle(probeCase, async (context, { grant }) => {
    const path = context.path(grant);
    if (isBundle(path)) return { encrypted: false, sizeBytes: (await stat(path)).size, keptCase: null };
    const { encrypted, sizeBytes, salt } = await readFileHead(path);
    return { encrypted, sizeBytes, keptCase: encrypted ? await keptFor(context.ownFolder, salt) : null };
  }),
  handle(keepKeyCall, async (context, { secret }) => {
    await keepCaseKey(context, secret);
    return null;
  }),
  handle(forgetKeyCall, async (context) => {
    await forgetCaseKey(context);
    return null;
  }),
  handle(caseKeyKept, (context) => isKept(context.ownFolder, context.case.info().id)),
  handle(caseInfo, ({ case: current }) => current.info()),
  handle(changeCall, ({ case: current }, settings) => {
    changeCase(current, settings);
    return current.info();
  }),
  handle(changePassphraseCall, async (context, { current, next }, job) => {
    const { reopened } = await renew(context, (before) => changePassphrase(before, current, next, job));
    await forgetKept(context.ownFolder, reopened.info().id);
    return reopened.info();
  }),
  handle(compactCase, async (context, _, job) => {
    const { renewed } = await renew(context, (before) => compact(before, job));
    return { bytesBefore: renewed.bytesBefore, bytesAfter: renewed.bytesAfter };
  }),
  handle(backUpCase, (context, { grant }, job) => backUp(context.case, context.path(grant), job)),
  handle(checkPagesCall, (context, { grant, passphrase }, job) =>
    checkPages(context.path(grant), passphrase, job),
  ),
  handle(recoverCall, (context, { grant, to, author, passphrase }, job) =>
    recoverCase(context.path(grant), context.path(to), author, passphrase, job),
  ),
  handle(lockCall, async (context, { why }) => {
    lockCase(context.case, why);
    await context.setCase(null);
    return null;
  }),
  handle(closeCase, async (context) => {
    await context.setCase(null);
    return null;
  }),
];

/** Has the open case written anew, which closes it, and opens it again, as it was where that failed. */
async function renew(
  context: Context,
  work: (before: Case) => Promise<Renewed>,
): Promise<{ renewed: Renewed; reopened: Case }> {
  const before = context.case;
  const reopen = async (access: CaseAccess) => {
    const reopened = await reopenCase(access, before.author);
    await context.replaceCase(before, reopened);
    return reopened;
  };
  const renewed = await work(before).catch(async (error: unknown) => {
    if (!before.db.open) await reopen(before.access());
    throw error;
  });
  return { renewed, reopened: await reopen(renewed.access) };
}
