import { shareOverlap, testOverlap } from '../../../shared/contract/sharing.ts';
import { handle } from '../handle.ts';
import { share } from './share.ts';
import { testOverlap as test } from './test-overlap.ts';

export const handlers = [
  handle(shareOverlap, (context, { grant, ...what }, job) =>
    share(context.case, context.path(grant), what, job),
  ),
  handle(testOverlap, (context, { grant, secret }, job) =>
    test(context.case, context.path(grant), secret, job),
  ),
];
