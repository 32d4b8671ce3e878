import { exportBundle, planBundle, verifyBundle } from '../../../shared/contract/bundles.ts';
import { handle } from '../handle.ts';
import { planBundle as plan } from './collect.ts';
import { exportBundle as write } from './export.ts';
import { verifyBundle as verify } from './verify/verify.ts';

export const handlers = [
  handle(planBundle, ({ case: open }) => plan(open)),
  handle(exportBundle, (context, { grant }, job) => write(context.case, context.path(grant), job)),
  handle(verifyBundle, (context, { grant }, job) =>
    verify(context.path(grant), { signal: job.signal, onProgress: job.progress }),
  ),
];
