import {
  defaultChoice as choiceCall,
  exportBundle,
  planBundle,
  previewReport,
  verifyBundle,
} from '../../../shared/contract/bundles.ts';
import { handle } from '../handle.ts';
import { openOwnKey } from '../signing/own-key.ts';
import { exportBundle as write } from './export.ts';
import { previewReport as preview } from './preview-report.ts';
import { reportPdfFiles } from './report/report-files.ts';
import { defaultChoice } from './select/default-choice.ts';
import { planBundle as plan } from './select/plan.ts';
import { recomputeBag } from './verify/recompute.ts';
import { verifyBundle as verify } from './verify/verify.ts';

export const handlers = [
  handle(choiceCall, ({ case: open }) => defaultChoice(open)),
  handle(planBundle, ({ case: open }, choice, job) => plan(open, choice, job)),
  handle(previewReport, ({ case: open }, choice, job) => preview(open, choice, job)),
  handle(exportBundle, async (context, { grant, choice, sign }, job) => {
    const { case: open, printPdf } = context;
    const key = sign && (await openOwnKey(context, sign));
    const notes: string[] = [];
    const further = printPdf ? [reportPdfFiles(printPdf, (why) => notes.push(why))] : [];
    const made = await write(open, context.path(grant), job, { choice, ...(key && { key }), further });
    return { ...made, notes };
  }),
  handle(verifyBundle, (context, { grant, key, recompute }, job) =>
    verify(context.path(grant), {
      signal: job.signal,
      onProgress: job.progress,
      ...(key !== null && { expectedKey: key }),
      ...(recompute && { recompute: recomputeBag }),
    }),
  ),
];
