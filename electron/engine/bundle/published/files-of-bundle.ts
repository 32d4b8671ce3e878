import { type Job, throwIfCancelled } from '../../jobs/job.ts';
import type { BagFile } from '../bag/bag.ts';
import { FILES_OF } from '../files/registry.ts';
import { json } from '../json-text.ts';
import { readmeFiles } from '../readme.ts';
import { reportFiles } from '../report/report-files.ts';
import { scriptFile } from '../verify/script-file.ts';
import { dumpPublished, publishedRequestsCsv } from './dump.ts';
import { ABOUT_PATH } from './paths.ts';
import type { FilesOf, Published } from './published.ts';

/**
 * All files of a bundle below `data/` that follow from what is published, in the order of their paths.
 * @throws StillwatchError CANCELLED
 */
export async function filesOfBundle(
  published: Published,
  job: Job,
  further: readonly FilesOf[] = [],
): Promise<readonly BagFile[]> {
  const dump = dumpPublished(published);
  const files: BagFile[] = [...dump].map(([path, lines]) => ({ path, content: again(lines) }));
  files.push(
    { path: ABOUT_PATH, content: json(published.about) },
    { path: 'data/evidence/requests.csv', content: again(() => publishedRequestsCsv(published)) },
    await scriptFile(),
  );
  for (const make of [...FILES_OF, readmeFiles, reportFiles, ...further]) {
    throwIfCancelled(job);
    files.push(...(await make(published, job)));
  }
  return files.sort((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
}

/** Lines that can be walked more than once. */
function again(lines: () => Iterable<string>): Iterable<string> {
  return { [Symbol.iterator]: () => lines()[Symbol.iterator]() };
}
