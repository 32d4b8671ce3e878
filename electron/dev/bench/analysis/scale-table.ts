import type { Run } from './analysis-process.ts';

/** What the analysis and the pass cost at one size. */
export interface ScaleRun {
  readonly size: string;
  /** null where it was skipped. */
  readonly pass: Run | null;
  readonly analysis: Run;
}

const WIDTH = 14;

/** A line a size: seconds, their ratio, microseconds for each n log2 n of n requests, peaks of memory. */
export function scaleTable(runs: readonly ScaleRun[]): string {
  return [
    row([
      'size',
      'accounts',
      'requests',
      'SQL pass, s',
      'analysis, s',
      'ratio',
      'us/n log2 n',
      'analysis, MB',
      'SQL pass, MB',
    ]),
    ...runs.map(rowOf),
  ].join('\n');
}

function rowOf({ size, pass, analysis }: ScaleRun): string {
  const { accounts, requests, seconds } = analysis;
  return row([
    size,
    accounts.toLocaleString('en'),
    requests.toLocaleString('en'),
    pass ? pass.seconds.toFixed(2) : 'skipped',
    seconds.toFixed(1),
    pass ? (seconds / pass.seconds).toFixed(1) : 'skipped',
    ((1e6 * seconds) / (requests * Math.log2(requests))).toFixed(2),
    megabytes(analysis),
    pass ? megabytes(pass) : 'skipped',
  ]);
}

const megabytes = ({ peakBytes }: Run) => (peakBytes / 1e6).toFixed(0);

const row = (cells: readonly string[]) =>
  cells
    .map((cell) => cell.padEnd(WIDTH))
    .join('')
    .trimEnd();
