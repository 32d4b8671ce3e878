import { assume, listAssumptions } from '../../../shared/contract/assumptions.ts';
import { handle } from '../handle.ts';
import { assume as assumeNow } from './assume.ts';
import { readAssumptions } from './read.ts';

export const handlers = [
  handle(listAssumptions, ({ case: { db } }) => readAssumptions(db)),
  handle(assume, ({ case: open }, assumption) => assumeNow(open, assumption)),
];
