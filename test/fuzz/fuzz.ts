import { CORPUS } from './corpus.ts';
import { planCases, type Stretch } from './plan.ts';
import { runChild } from './run-child.ts';
import { KNOWN, TARGETS } from './targets.ts';

export interface FuzzOptions {
  readonly cases: number;
  readonly seed: number;
  /** All of them without. */
  readonly target?: string;
  /** Longest that one case may take; the process is killed then. */
  readonly deadlineMs?: number;
  /** Told as it happens. */
  readonly onLine?: (line: string) => void;
}

export interface FoundCase {
  readonly target: string;
  readonly number: number;
  readonly seed: number;
  readonly finding: string;
}

export interface TargetFigures {
  readonly target: string;
  readonly cases: number;
  readonly seconds: number;
  /** Of the processor, all threads; of a process that was ended they are not known. */
  readonly cpuSeconds: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface FuzzReport {
  readonly cases: number;
  readonly crashes: number;
  readonly hangs: number;
  readonly findings: readonly FoundCase[];
  readonly targets: readonly TargetFigures[];
  /** Inputs of the corpus that were run first, of the targets that came to their end. */
  readonly corpus: number;
  readonly seconds: number;
  readonly peakMb: number;
}

/** A case takes milliseconds; on a busy machine a thread takes seconds to start. */
const DEADLINE_MS = 30_000;
/** After so many findings there is enough to mend. */
const MOST_FINDINGS = 100;

/** Runs hostile inputs in a process of its own, which is killed and started again behind a case that crashes or hangs. */
export async function fuzz({ cases, seed, target, deadlineMs, onLine }: FuzzOptions): Promise<FuzzReport> {
  const chosen = target === undefined ? TARGETS : KNOWN.filter(({ name }) => name === target);
  if (chosen.length === 0)
    throw new Error(
      `There is no target ${target}; there are: ${TARGETS.map(({ name }) => name).join(', ')}.`,
    );
  const startMs = performance.now();
  const figures = new Map<string, TargetFigures>();
  const findings: FoundCase[] = [];
  let left: Stretch[] = planCases(chosen, cases);
  let crashes = 0;
  let hangs = 0;
  let peakMb = 0;
  const find = (found: Omit<FoundCase, 'seed'>) => {
    findings.push({ ...found, seed });
    onLine?.(`${found.target} case ${found.number} ${found.finding}`);
  };
  while (left.length > 0 && findings.length < MOST_FINDINGS) {
    let done = 0;
    const end = await runChild(seed, left, deadlineMs ?? DEADLINE_MS, (message) => {
      if (message.type === 'finding') return find(message);
      done++;
      const { target: name } = left[message.stretch];
      figures.set(name, added(figures.get(name), name, message));
      peakMb = Math.max(peakMb, message.peakMb);
      onLine?.(`${name}: ${message.cases} cases in ${message.seconds.toFixed(1)} s`);
    });
    if (end === null && done < left.length)
      throw new Error('The process that runs the cases ended before them, and says it is done.');
    if (end === null) break;
    const { stretch, number, why } = end;
    const { target: name, from, to } = left[stretch];
    if (why === 'hang') hangs++;
    else crashes++;
    find({ target: name, number, finding: why === 'hang' ? 'never ended' : `ended the process (${why})` });
    // One of the corpus has a number below 0: the cases themselves have not begun.
    const next = Math.max(number, 0) + 1;
    figures.set(
      name,
      added(figures.get(name), name, { cases: next - from, seconds: 0, cpuSeconds: 0, outcomes: {} }),
    );
    left = left.slice(stretch);
    left[0] = { target: name, from: next, to };
    if (next >= to) left.shift();
  }
  const targets = [...figures.values()];
  return {
    cases: targets.reduce((sum, one) => sum + one.cases, 0),
    crashes,
    hangs,
    findings,
    targets,
    corpus: CORPUS.filter((one) => figures.has(one.target)).length,
    seconds: (performance.now() - startMs) / 1000,
    peakMb,
  };
}

type Figures = Pick<TargetFigures, 'cases' | 'seconds' | 'cpuSeconds' | 'outcomes'>;

function added(before: TargetFigures | undefined, target: string, more: Figures): TargetFigures {
  const outcomes = { ...before?.outcomes };
  for (const [outcome, count] of Object.entries(more.outcomes))
    outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  return {
    target,
    cases: (before?.cases ?? 0) + more.cases,
    seconds: (before?.seconds ?? 0) + more.seconds,
    cpuSeconds: (before?.cpuSeconds ?? 0) + more.cpuSeconds,
    outcomes,
  };
}
