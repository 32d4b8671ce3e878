import type { BundleAbout } from '../../../../electron/engine/bundle/published/about.ts';
import { reportFiles } from '../../../../electron/engine/bundle/report/report-files.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import { aboutOf, WHOLE } from '../published-fixture.ts';

/** The report of what a case holds, as if all of it were published. */
export async function reportOf(
  open: Case,
  choice: Partial<BundleChoice> = {},
  about: Partial<BundleAbout> = {},
): Promise<string> {
  const published = { open, about: { ...aboutOf(open, { ...WHOLE, ...choice }), ...about } };
  const [{ content }] = await reportFiles(published, unwatched);
  return [...(content as Iterable<string>)].join('');
}

/** What a reader sees, a line for each block: without tags and styles, entities read. */
export function wordsOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/<\/(?:p|li|td|th|tr|h\d|div|blockquote|figcaption|title|text|pre)>|<br>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
