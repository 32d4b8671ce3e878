import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { Problem, Recomputation } from '../../../../shared/contract/bundles.ts';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { type Job, throwIfCancelled } from '../../jobs/job.ts';
import type { BagFile, JobOptions } from '../bag/bag.ts';
import type { BagFiles } from '../bag/bag-check.ts';
import { filesOfBundle } from '../published/files-of-bundle.ts';
import { BadLine } from '../published/line-reader.ts';
import type { Published } from '../published/published.ts';
import { readPublished } from '../published/read-bag.ts';
import { REPORT_PDF } from '../report/report-files.ts';
import { remakeExhibits } from './remake-exhibits.ts';

/**
 * Files that are not made again: the same report on pages comes out of a browser, never twice to the byte, and what it
 * shows stands in report.html.
 */
const NOT_COMPARED: readonly string[] = [REPORT_PDF];

/**
 * Loads the tables of a bundle into a temporary case, makes every other file from it again, and works every exhibit out
 * again. What a bundle shows and its tables do not give is a problem of the file that shows it.
 * @throws StillwatchError CANCELLED, FILE_UNWRITABLE, DISK_FULL
 */
export async function recomputeBag(
  bag: BagFiles,
  { signal, onProgress }: JobOptions = {},
): Promise<Recomputation> {
  const job: Job = {
    signal: signal ?? new AbortController().signal,
    progress: onProgress ?? (() => {}),
  };
  let published: Published;
  try {
    const options = { folder: tmpdir(), author: '', readOnly: 'This is a bundle.' };
    published = await readPublished(bag, () => options, job);
  } catch (error) {
    if (!(error instanceof BadLine)) throw error;
    const { file, problem } = error;
    return { files: 0, exhibits: [], notCompared: [], problems: [{ file, problem }] };
  }
  try {
    return await remakeAll(bag, published, job);
  } catch (error) {
    if (error instanceof StillwatchError) throw error;
    // What a table says can be of the right form and still make no sense.
    const problem = { file: 'data/tables', problem: 'hold what nothing can be made from' };
    return { files: 0, exhibits: [], notCompared: [], problems: [problem] };
  } finally {
    await published.open.close();
  }
}

async function remakeAll(bag: BagFiles, published: Published, job: Job): Promise<Recomputation> {
  const { exhibits, problems } = await remakeExhibits(bag, published, job);
  const told = new Set(problems.map(({ file }) => file));
  const files = await filesOfBundle(published, job);
  const remade = new Set(files.map(({ path }) => path));
  const payload = bag.paths.filter((path) => path.startsWith('data/'));
  const notCompared = payload.filter((path) => NOT_COMPARED.includes(path));
  for (const path of payload)
    if (!remade.has(path) && !NOT_COMPARED.includes(path))
      problems.push({ file: path, problem: 'is no file that the tables of the bundle give' });
  for (const [done, file] of files.entries()) {
    throwIfCancelled(job);
    job.progress({ stage: `making ${file.path} again`, done, total: files.length, unit: 'entries' });
    const problem = await compare(bag, file);
    if (problem && !told.has(file.path)) problems.push(problem);
  }
  problems.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
  return { files: files.length, exhibits, notCompared, problems };
}

async function compare(bag: BagFiles, { path, content }: BagFile): Promise<Problem | undefined> {
  if (!bag.paths.includes(path))
    return { file: path, problem: 'is missing, and the tables of the bundle give it' };
  const [found, remade] = [createHash('sha256'), createHash('sha256')];
  for await (const chunk of bag.read(path)) found.update(chunk);
  if (typeof content === 'string' || content instanceof Uint8Array) remade.update(content);
  else for await (const piece of content) remade.update(piece);
  if (found.digest().equals(remade.digest())) return undefined;
  return { file: path, problem: 'is not what the tables of the bundle give' };
}
