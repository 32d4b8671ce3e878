import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../case/case.ts';
import { createCase } from '../case/open-case.ts';
import { importFile } from '../import/import-file.ts';
import { completeMapping } from '../import/mapping-file.ts';
import type { Job } from '../jobs/job.ts';
import { temporaryPath } from '../jobs/unfinished.ts';
import { writeSample } from './write-sample.ts';

/** One of the tuning seeds: two campaigns, one of them plain, the other less so. */
const SAMPLE = { size: 'S', seed: 6 } as const;

/** Makes a case of the synthetic benchmark, size S; on failure or cancel no file is left. */
export async function createSampleCase(
  path: string,
  author: string,
  passphrase: string | null,
  job: Job,
): Promise<Case> {
  const { path: folder, forget } = await temporaryPath(tmpdir());
  await mkdir(folder, { mode: 0o700 });
  let made: Case | undefined;
  try {
    await writeSample(folder, SAMPLE, {
      signal: job.signal,
      onProgress: ({ done, total }) => job.progress({ stage: 'making requests', done, total, unit: 'rows' }),
    });
    made = await createCase(path, author, passphrase, {
      name: 'Sample case',
      reference: `synthetic data, size ${SAMPLE.size}, seed ${SAMPLE.seed}`,
      handling: 'TLP:CLEAR',
      timeZone: 'UTC',
    });
    for (const name of ['requests.csv', 'accounts.csv', 'context.csv']) {
      const file = join(folder, name);
      await importFile(made, file, await completeMapping(made.db, file, null), job);
    }
    return made;
  } catch (error) {
    await made?.close();
    if (made) await rm(path, { force: true });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
  }
}
