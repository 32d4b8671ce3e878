import { fileURLToPath } from 'node:url';
import { DEFAULT_DIAL, type SampleSize } from '../../../engine/sample/generate.ts';
import { runCommand } from '../../run-command.ts';
import { openTrial } from '../detection/trial.ts';
import type { Run, Way } from './analysis-process.ts';
import { scaleTable } from './scale-table.ts';

const PROCESS = fileURLToPath(new URL('analysis-process.ts', import.meta.url));

export interface ScaleOptions {
  readonly sizes: readonly SampleSize[];
  readonly seed: number;
  /** Leaves out the pass in SQL, which takes the longest by far on the largest sizes. */
  readonly skipPass: boolean;
}

/**
 * What an analysis costs as cases grow, against one full pass over the same requests in SQL, as a table. Each runs in
 * a process of its own.
 * @throws when an analysis or a pass fails
 */
export async function scaleReport(
  { sizes, seed, skipPass }: ScaleOptions,
  told: (line: string) => void,
): Promise<string> {
  const runs = [];
  for (const size of sizes) {
    told(`size ${size}: data set`);
    await (await openTrial(size, seed, DEFAULT_DIAL)).open.close();
    const run = async (way: Way): Promise<Run> => {
      told(`size ${size}: ${way}`);
      const args = [PROCESS, way, size, String(seed)];
      const { status, stdout, stderr } = await runCommand(process.execPath, args);
      if (status !== 0) throw new Error(`The ${way} of size ${size} failed: ${stderr.trim()}`);
      return JSON.parse(stdout);
    };
    runs.push({ size, pass: skipPass ? null : await run('pass'), analysis: await run('analysis') });
  }
  return scaleTable(runs);
}
