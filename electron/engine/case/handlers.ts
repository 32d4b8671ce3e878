import { caseInfo, closeCase, createCase, openCase, probeCase } from '../../../shared/contract/cases.ts';
import { handle } from '../handle.ts';
import { readFileHead } from './file-head.ts';
import { createCase as create, openCase as open } from './open-case.ts';

export const handlers = [
  handle(createCase, async (context, { grant, author, passphrase, ...described }) => {
    const made = await create(context.path(grant), author, passphrase, described);
    await context.setCase(made);
    return made.info();
  }),
  handle(openCase, async (context, { grant, author, passphrase }) => {
    const opened = await open(context.path(grant), author, passphrase);
    await context.setCase(opened);
    return opened.info();
  }),
  handle(probeCase, async (context, { grant }) => {
    const { encrypted, sizeBytes } = await readFileHead(context.path(grant));
    return { encrypted, sizeBytes };
  }),
  handle(caseInfo, ({ case: current }) => current.info()),
  handle(closeCase, async (context) => {
    await context.setCase(null);
    return null;
  }),
];
