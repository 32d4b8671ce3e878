import { sampleCase } from '../../../shared/contract/cases.ts';
import { handle } from '../handle.ts';
import { createSampleCase } from './sample-case.ts';

export const handlers = [
  handle(sampleCase, async (context, { grant, author, passphrase }, job) => {
    const made = await createSampleCase(context.path(grant), author, passphrase, job);
    await context.setCase(made);
    return made.info();
  }),
];
