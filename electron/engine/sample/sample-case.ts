import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../case/case.ts';
import { createCase } from '../case/open-case.ts';
import { importFile } from '../import/import-file.ts';
import type { Job } from '../jobs/job.ts';
import { REQUEST_COLUMNS } from './csv.ts';
import { writeSample } from './write-sample.ts';

const SAMPLE = { size: 'S', seed: 1 } as const;

/** Makes a case of the synthetic benchmark, size S; on failure or cancel no file is left. */
export async function createSampleCase(
  path: string,
  author: string,
  passphrase: string | null,
  job: Job,
): Promise<Case> {
  const folder = await mkdtemp(join(tmpdir(), 'stillwatch-sample-'));
  let made: Case | undefined;
  try {
    await writeSample(folder, SAMPLE, {
      signal: job.signal,
      onProgress: ({ done, total }) => job.progress({ stage: 'making requests', done, total, unit: 'rows' }),
    });
    made = await createCase(path, author, passphrase, {
      name: 'Sample case',
      reference: 'synthetic data, size S, seed 1',
      handling: 'TLP:CLEAR',
      timeZone: 'UTC',
    });
    const columns = Object.fromEntries(REQUEST_COLUMNS.map((column) => [column, column]));
    await importFile(
      made,
      join(folder, 'requests.csv'),
      { columns, timeFormat: 'iso', timeZone: null, delimiter: ',' },
      job,
    );
    return made;
  } catch (error) {
    await made?.close();
    if (made) await rm(path, { force: true });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
