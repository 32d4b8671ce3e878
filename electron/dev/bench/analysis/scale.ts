import { fileURLToPath } from 'node:url';
import { DEFAULT_DIAL, type SampleSize } from '../../../engine/sample/generate.ts';
import { runCommand } from '../../run-command.ts';
import { openTrial } from '../detection/trial.ts';
import type { Run } from './analysis-process.ts';

const PROCESS = fileURLToPath(new URL('analysis-process.ts', import.meta.url));
const WIDTH = 14;

/**
 * What an analysis costs as cases grow, against one full pass over the same requests in SQL, as a table.
 * @throws when an analysis fails
 */
export async function scaleReport(
  sizes: readonly SampleSize[],
  seed: number,
  told: (line: string) => void,
): Promise<string> {
  const lines = [
    row(['size', 'accounts', 'requests', 'SQL pass, s', 'analysis, s', 'ratio', 'us/n log2 n', 'peak MB']),
  ];
  for (const size of sizes) {
    told(`size ${size}: data set`);
    await (await openTrial(size, seed, DEFAULT_DIAL)).open.close();
    told(`size ${size}: analysis`);
    const { status, stdout, stderr } = await runCommand(process.execPath, [PROCESS, size, String(seed)]);
    if (status !== 0) throw new Error(`The analysis of size ${size} failed: ${stderr.trim()}`);
    lines.push(rowOf(size, JSON.parse(stdout) as Run));
  }
  return lines.join('\n');
}

function rowOf(size: SampleSize, run: Run): string {
  const { accounts, requests, passSeconds, analysisSeconds, peakBytes } = run;
  return row([
    size,
    accounts.toLocaleString('en'),
    requests.toLocaleString('en'),
    passSeconds.toFixed(2),
    analysisSeconds.toFixed(1),
    (analysisSeconds / passSeconds).toFixed(1),
    ((1e6 * analysisSeconds) / (requests * Math.log2(requests))).toFixed(2),
    (peakBytes / 1e6).toFixed(0),
  ]);
}

const row = (cells: readonly string[]) =>
  cells
    .map((cell) => cell.padEnd(WIDTH))
    .join('')
    .trimEnd();
