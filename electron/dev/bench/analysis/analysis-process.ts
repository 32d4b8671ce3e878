/**
 * Script: goes through the requests of one data set of the benchmark in one way, in this process alone, so that the
 * peak of its memory is its own. Arguments: what to do, size, seed. Prints a Run as JSON.
 */

import { analyseCase } from '../../../engine/analysis/analyse-case.ts';
import type { Case } from '../../../engine/case/case.ts';
import { DEFAULT_DIAL, type SampleSize } from '../../../engine/sample/generate.ts';
import { querySql } from '../../../engine/sql/query.ts';
import { runScript } from '../../run-script.ts';
import { openTrial } from '../detection/trial.ts';
import { ownPeakBytes } from '../peak-memory.ts';

export interface Run {
  readonly seconds: number;
  readonly peakBytes: number;
  readonly accounts: number;
  readonly requests: number;
}

/** Reads every value of every request once, in SQL. */
function pass(open: Case): Pick<Run, 'accounts' | 'requests'> {
  const { columns } = querySql(open, 'SELECT * FROM requests LIMIT 0');
  const sums = columns.map((column) => `total("${column}")`).join(', ');
  querySql(open, `SELECT ${sums} FROM requests`);
  const count = (sql: string) => open.db.prepare(sql).pluck().get() as number;
  return {
    accounts: count('SELECT count(*) FROM account'),
    requests: count('SELECT sum(rows) FROM request_chunk'),
  };
}

function analysis(open: Case): Pick<Run, 'accounts' | 'requests'> {
  const { output } = analyseCase(open.access(), { seed: 1, priorShare: 0.01, before: [] }, () => {});
  const { accounts } = output;
  return { accounts: accounts.length, requests: accounts.reduce((sum, { requests }) => sum + requests, 0) };
}

const WAYS = { pass, analysis };
export type Way = keyof typeof WAYS;

await runScript(async () => {
  const [way, size, seed] = process.argv.slice(2) as [Way, SampleSize, string];
  const { open } = await openTrial(size, Number(seed), DEFAULT_DIAL);
  const startMs = performance.now();
  const counts = WAYS[way](open);
  const run: Run = { ...counts, seconds: (performance.now() - startMs) / 1000, peakBytes: ownPeakBytes() };
  await open.close();
  process.stdout.write(JSON.stringify(run));
});
