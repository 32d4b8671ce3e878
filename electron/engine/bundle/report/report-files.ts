import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { Job } from '../../jobs/job.ts';
import type { PrintPdf } from '../../print-pdf.ts';
import type { FilesOf, Published } from '../published/published.ts';
import { reportDocument } from './document.ts';
import { readReport } from './reading.ts';

/** Where the report lies in a bundle, and the same as a PDF where a window made the bundle. */
export const REPORT_HTML = 'data/report.html';
export const REPORT_PDF = 'data/report.pdf';

const made = new WeakMap<Published['about'], Promise<readonly string[]>>();

/** The report, of the template that was chosen. */
export const reportFiles: FilesOf = async (published, job) => [
  { path: REPORT_HTML, content: await reportPieces(published, job) },
];

/**
 * The report on pages. Two prints of one report are not the same to the byte. Where it cannot be printed there is none,
 * and `missing` is told why: report.html holds the same.
 */
export function reportPdfFiles(print: PrintPdf, missing: (why: string) => void): FilesOf {
  return async (published, job) => {
    const pieces = await reportPieces(published, job);
    try {
      return [{ path: REPORT_PDF, content: await print(pieces.join(''), job.signal) }];
    } catch (error) {
      if (!(error instanceof StillwatchError) || error.code === 'CANCELLED') throw error;
      missing(error.message);
      return [];
    }
  };
}

/** Made once of what is published, since it is asked for twice. */
function reportPieces(published: Published, job: Job): Promise<readonly string[]> {
  const known = made.get(published.about);
  if (known) return known;
  const making = readReport(published, job).then((reading) => [...reportDocument(reading)]);
  made.set(published.about, making);
  making.catch(() => made.delete(published.about));
  return making;
}
