import { tmpdir } from 'node:os';
import type { BundleChoice } from '../../../shared/contract/bundles.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import type { Job } from '../jobs/job.ts';
import { publish } from './published/publish.ts';
import { REPORT_HTML, reportFiles } from './report/report-files.ts';

/**
 * The report of a bundle of this choice, as it would be exported now.
 * @throws StillwatchError CANCELLED, DISK_FULL, FILE_UNWRITABLE
 */
export function previewReport(
  open: Case,
  choice: BundleChoice,
  job: Job,
): Promise<{ readonly html: string }> {
  return open.during(job, async (running) => {
    const snapshot = open.snapshot();
    try {
      const { published } = await publish(
        snapshot,
        choice,
        { exportedUs: nowUs(), folder: tmpdir() },
        running,
      );
      try {
        const files = await reportFiles(published, running);
        const report = files.find(({ path }) => path === REPORT_HTML);
        let html = '';
        if (typeof report?.content === 'string') html = report.content;
        else for await (const piece of report?.content ?? []) html += piece;
        return { html };
      } finally {
        await published.open.close();
      }
    } finally {
      await snapshot.close();
    }
  });
}
