import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../../../engine/case/case.ts';
import { createCase, openCase } from '../../../engine/case/open-case.ts';
import { importFile } from '../../../engine/import/import-file.ts';
import { completeMapping } from '../../../engine/import/mapping-file.ts';
import { unwatched } from '../../../engine/jobs/job.ts';
import type { Dial } from '../../../engine/sample/dial.ts';
import type { SampleSize } from '../../../engine/sample/generate.ts';
import type { SampleTruth } from '../../../engine/sample/truth.ts';
import { writeSample } from '../../../engine/sample/write-sample.ts';

/** One data set of the benchmark: its case, imported the ordinary way, and what was planted in it. */
export interface Trial {
  readonly name: string;
  readonly open: Case;
  readonly truth: SampleTruth;
}

/** Part of the folder's name: goes up whenever the generator or the schema of a case changes. */
const FORM = 1;

/** The data set of these arguments: the one made earlier, or a new one. The caller closes its case. */
export async function openTrial(size: SampleSize, seed: number, dial: Dial): Promise<Trial> {
  const name = `${size} seed ${seed} dial ${dial}`;
  const folder = join(tmpdir(), 'stillwatch-bench', `detection-${FORM}`, `${size}-${seed}-${dial}`);
  const path = join(folder, 'case.swcase');
  if (!existsSync(path)) await make(folder, path, size, seed, dial);
  const truth = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as SampleTruth;
  return { name, open: await openCase(path, 'bench', null), truth };
}

async function make(folder: string, path: string, size: SampleSize, seed: number, dial: Dial): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeSample(folder, { size, seed, dial });
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { force: true });
  const open = await createCase(unfinished, 'bench', null, {
    name: `Benchmark ${size} ${seed} ${dial}`,
    reference: '',
    handling: 'TLP:RED',
    timeZone: 'UTC',
  });
  for (const name of ['requests.csv', 'accounts.csv', 'context.csv']) {
    const file = join(folder, name);
    await importFile(open, file, await completeMapping(open.db, file, null), unwatched);
    if (name === 'requests.csv') await rm(file);
  }
  await open.close();
  await rename(unfinished, path);
}
