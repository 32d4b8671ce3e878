import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../run-command.ts';
import type { Answer, Measurement } from './contender.ts';
import { type DataSet, type DataSetOptions, dataSetFolder, obtainDataSet, warm } from './data-set.ts';
import { differences } from './end-state.ts';
import { describeMachine, type Machine } from './machine.ts';

/** Files in contenders/, in the order of the report. */
export const CONTENDERS = ['stillwatch', 'stillwatch-encrypted', 'sqlite3', 'duckdb'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

const PROCESS = fileURLToPath(new URL('contender-process.ts', import.meta.url));

export interface ImportBenchOptions extends DataSetOptions {
  /** How often each contender runs; figures are medians. */
  readonly repeat: number;
}

export interface ContenderResult extends Pick<Answer, 'title' | 'about'> {
  readonly name: ContenderName;
  readonly version: string;
  /** Medians over the runs; so is what follows, but for the fastest. */
  readonly seconds: number;
  readonly fastestSeconds: number;
  readonly cpuSeconds: number | null;
  readonly othersCores: number | null;
  readonly rowsPerSecond: number;
  readonly phases: Measurement['phases'];
  readonly peakBytes: number | null;
  readonly fileBytes: number;
  /** Its seconds divided by the other's: below 1 is faster. null when the other did not run. */
  readonly toSqlite3: number | null;
  readonly toDuckdb: number | null;
  readonly runs: readonly Measurement[];
}

export interface ImportBenchReport {
  readonly bench: 'import';
  readonly options: ImportBenchOptions;
  readonly dataSet: DataSet;
  readonly machine: Machine;
  readonly results: readonly ContenderResult[];
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
}

/**
 * Imports one seeded data set by each contender, each run in a process of its own, and compares them. Every second
 * round runs in the opposite order.
 * @param say hears what is going on, line by line.
 * @param folder where data sets are kept.
 * @throws when a contender fails, or its result is not what the data set holds
 */
export async function benchImport(
  options: ImportBenchOptions,
  say: (line: string) => void,
  folder = dataSetFolder,
): Promise<ImportBenchReport> {
  const { rows, repeat } = options;
  const dataSet = await obtainDataSet(options, folder, (written) => {
    if (written % 250_000 < 5000) say(`data set: ${written.toLocaleString('en')} rows written`);
  });
  await warm(dataSet.path);
  const machine = describeMachine();
  const answers = new Map<ContenderName, Answer>();
  const runs = new Map<ContenderName, Measurement[]>(CONTENDERS.map((name) => [name, []]));
  for (let round = 0; round < repeat; round++) {
    for (const name of round % 2 === 0 ? CONTENDERS : CONTENDERS.toReversed()) {
      say(`round ${round + 1} of ${repeat}: ${name}`);
      const answer = await runOnce(name, dataSet);
      answers.set(name, answer);
      if ('missing' in answer.outcome) say(`  skipped: ${answer.outcome.missing}`);
      else {
        runs.get(name)?.push(answer.outcome.measurement);
        say(`  ${answer.outcome.measurement.seconds.toFixed(2)} s`);
      }
    }
  }

  const medianSeconds = (name: ContenderName) => medianOf(runs.get(name) ?? [], ({ seconds }) => seconds);
  const ratio = (seconds: number, to: number | null) => (to === null ? null : seconds / to);
  const results: ContenderResult[] = [];
  const skipped: { title: string; reason: string }[] = [];
  for (const name of CONTENDERS) {
    const { title, about, outcome } = answers.get(name) as Answer;
    if ('missing' in outcome) {
      skipped.push({ title, reason: outcome.missing });
      continue;
    }
    const own = runs.get(name) as Measurement[];
    const seconds = medianSeconds(name) as number;
    results.push({
      name,
      title,
      about,
      version: outcome.measurement.version,
      seconds,
      fastestSeconds: Math.min(...own.map((run) => run.seconds)),
      cpuSeconds: medianOf(own, ({ cpuSeconds }) => cpuSeconds),
      othersCores: medianOf(own, ({ othersCores }) => othersCores),
      rowsPerSecond: rows / seconds,
      phases: outcome.measurement.phases.map((phase, i) => ({
        name: phase.name,
        seconds: medianOf(own, ({ phases }) => phases[i]?.seconds ?? null) as number,
      })),
      peakBytes: medianOf(own, ({ peakBytes }) => peakBytes),
      fileBytes: medianOf(own, ({ fileBytes }) => fileBytes) as number,
      toSqlite3: ratio(seconds, medianSeconds('sqlite3')),
      toDuckdb: ratio(seconds, medianSeconds('duckdb')),
      runs: own,
    });
  }
  return { bench: 'import', options, dataSet, machine: machine(), results, skipped };
}

async function runOnce(name: ContenderName, dataSet: DataSet): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'stillwatch-bench-run-'));
  try {
    const { status, stdout } = await runCommand(process.execPath, [PROCESS, name, dataSet.path, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`${name} failed with status ${status}; its message is above.`);
    const answer: Answer = JSON.parse(stdout);
    if ('measurement' in answer.outcome) {
      const wrong = differences(dataSet.endState, answer.outcome.measurement.endState);
      if (wrong.length > 0)
        throw new Error(`${name} did not end with what the data set holds: ${wrong.join('; ')}.`);
    }
    return answer;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The median of what `figure` gives; null when it gives nothing. */
export function medianOf<T>(list: readonly T[], figure: (item: T) => number | null): number | null {
  const values = list.map(figure).filter((value) => value !== null);
  values.sort((a, b) => a - b);
  const middle = Math.floor(values.length / 2);
  if (values.length === 0) return null;
  return values.length % 2 === 1
    ? (values[middle] as number)
    : ((values[middle - 1] as number) + (values[middle] as number)) / 2;
}
