import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { runAnalysis } from '../../../engine/analysis/run-analysis.ts';
import type { Case } from '../../../engine/case/case.ts';
import { openCase } from '../../../engine/case/open-case.ts';
import { unwatched } from '../../../engine/jobs/job.ts';
import { DEFAULT_DIAL, type SampleSize } from '../../../engine/sample/generate.ts';
import { dataSetFolder } from '../data-set.ts';
import { openTrial } from '../detection/trial.ts';

/** Part of the folder's name: goes up whenever the same arguments give another case. */
const FORM = 1;
const FOREMOST = 200;

export interface FramesCase {
  readonly path: string;
  readonly accounts: number;
  readonly requests: number;
  /** Accounts with the most requests, first the foremost. */
  readonly foremost: readonly string[];
  /** The foremost of those at work over nine tenths of the time, so that there is something wherever one looks. */
  readonly steady: string;
  /** The one with the most accounts. */
  readonly operator: string;
  readonly members: number;
}

/** An analysed case of the benchmark, unencrypted: made once, used again. */
export async function obtainFramesCase(
  size: SampleSize,
  seed: number,
  told: (line: string) => void,
): Promise<FramesCase> {
  const folder = join(dataSetFolder, `frames-${FORM}-${size}-${seed}`);
  const path = join(folder, 'frames.swcase');
  if (!existsSync(path)) {
    told('case');
    const { open: trial } = await openTrial(size, seed, DEFAULT_DIAL);
    const from = trial.path;
    await trial.close();
    await mkdir(folder, { recursive: true });
    const unfinished = `${path}.unfinished`;
    await copyFile(from, unfinished);
    told('analysis');
    const copy = await openCase(unfinished, 'bench', null);
    await runAnalysis(copy, { seed: 1, priorShare: 0.01 }, unwatched);
    await copy.close();
    await rename(unfinished, path);
  }
  // Opened here first, so that the app has nothing to bring up to date.
  const open = await openCase(path, 'bench', null);
  const facts = factsOf(open);
  await open.close();
  return { path, ...facts };
}

function factsOf({ db }: Case): Omit<FramesCase, 'path'> {
  const foremost = db
    .prepare(
      `SELECT external_id FROM account JOIN account_total ON account_id = id
       GROUP BY id ORDER BY sum(requests) DESC, external_id LIMIT ?`,
    )
    .pluck()
    .all(FOREMOST) as string[];
  const steady = db
    .prepare(
      `SELECT external_id FROM account JOIN account_total ON account_id = id
       GROUP BY id HAVING max(last_us) - min(first_us) >= 0.9 * (SELECT max(last_us) - min(first_us) FROM account_total)
       ORDER BY sum(requests) DESC, external_id LIMIT 1`,
    )
    .pluck()
    .get() as string;
  const [operator, members] = db
    .prepare(
      `SELECT operator, count(*) AS members FROM analysis_account WHERE operator IS NOT NULL
       GROUP BY operator ORDER BY members DESC, operator LIMIT 1`,
    )
    .raw()
    .get() as [string, number];
  return {
    accounts: db.prepare('SELECT count(DISTINCT account_id) FROM account_total').pluck().get() as number,
    requests: db.prepare('SELECT sum(requests) FROM account_total').pluck().get() as number,
    foremost,
    steady,
    operator,
    members,
  };
}
