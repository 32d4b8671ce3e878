import { constants, existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { runAnalysis } from '../../electron/engine/analysis/run-analysis.ts';
import { createCase } from '../../electron/engine/case/open-case.ts';
import { importFile } from '../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../electron/engine/import/mapping-file.ts';
import { unwatched } from '../../electron/engine/jobs/job.ts';
import { writeSample } from '../../electron/engine/sample/write-sample.ts';

/** Of the synthetic benchmark: campaigns of which one is plain, and one replaces accounts that are stopped. */
const USUAL_SEED = 4;

/** Makes an unencrypted case of what files hold, mapped as found; it is closed when the promise resolves. */
export async function caseOf(path: string, files: readonly string[], isAnalysed: boolean): Promise<void> {
  const made = await createCase(path, 'tester', null, {
    name: 'Orchard',
    reference: '2026-041',
    handling: 'TLP:AMBER',
    timeZone: 'Europe/Berlin',
  });
  for (const file of files)
    await importFile(made, file, await completeMapping(made.db, file, null), unwatched);
  if (isAnalysed) await runAnalysis(made, { seed: 1, priorShare: 0.01 }, unwatched);
  await made.close();
}

/**
 * An analysed case of the synthetic benchmark, size S, in `folder`, for the test to do with as it likes: a copy of one
 * that the first to ask makes for all tests of the run, since that takes many seconds. Returns its path.
 */
export async function analysedCase(folder: string, seed = USUAL_SEED): Promise<string> {
  const shared = join(inject('sharedFolder'), `analysed-${seed}.swcase`);
  if (!existsSync(shared)) await make(shared, seed);
  const path = join(folder, 'case.swcase');
  await copyFile(shared, path, constants.COPYFILE_FICLONE);
  return path;
}

/** It appears whole or not at all, also where two make it at once. */
async function make(shared: string, seed: number): Promise<void> {
  const folder = await mkdtemp(join(inject('sharedFolder'), 'making-'));
  await writeSample(folder, { size: 'S', seed });
  const path = join(folder, 'case.swcase');
  const files = ['requests.csv', 'accounts.csv', 'context.csv'].map((name) => join(folder, name));
  await caseOf(path, files, true);
  await rename(path, shared);
  await rm(folder, { recursive: true });
}
