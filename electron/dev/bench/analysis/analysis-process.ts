/**
 * Script: analyses one data set of the benchmark, in this process alone, so that the peak of its memory is its own.
 * Arguments: size, seed. Prints a Run as JSON.
 */

import { analyse } from '../../../engine/analysis/analyse.ts';
import { readInputs } from '../../../engine/analysis/read-inputs.ts';
import { DEFAULT_DIAL, type SampleSize } from '../../../engine/sample/generate.ts';
import { querySql } from '../../../engine/sql/query.ts';
import { runScript } from '../../run-script.ts';
import { openTrial } from '../detection/trial.ts';
import { ownPeakBytes } from '../peak-memory.ts';

export interface Run {
  readonly accounts: number;
  readonly requests: number;
  /** Reading every value of every request once, in SQL. */
  readonly passSeconds: number;
  readonly analysisSeconds: number;
  readonly peakBytes: number;
}

await runScript(async () => {
  const [size, seed] = process.argv.slice(2) as [SampleSize, string];
  const { open } = await openTrial(size, Number(seed), DEFAULT_DIAL);
  const { columns } = querySql(open, 'SELECT * FROM requests LIMIT 0');
  const sums = columns.map((column) => `total("${column}")`).join(', ');
  const startMs = performance.now();
  querySql(open, `SELECT ${sums} FROM requests`);
  const passedMs = performance.now();
  const inputs = readInputs(open.db, () => {});
  analyse(inputs, { seed: 1, priorShare: 0.01, before: [] }, () => {});
  const run: Run = {
    accounts: inputs.data.accounts.length,
    requests: inputs.data.rows,
    passSeconds: (passedMs - startMs) / 1000,
    analysisSeconds: (performance.now() - passedMs) / 1000,
    peakBytes: ownPeakBytes(),
  };
  await open.close();
  process.stdout.write(JSON.stringify(run));
});
