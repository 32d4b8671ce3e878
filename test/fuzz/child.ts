/**
 * The process that runs cases: it may crash, hang or fill its memory, and its parent sees which case it was at. It reads
 * a ChildTask from its first argument and tells a line of JSON for each finding and each stretch that is done.
 */
import { mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS, corpusInput } from './corpus.ts';
import { described, judge } from './oracle.ts';
import { STARTING, type Stretch } from './plan.ts';
import { randomOf } from './random-of.ts';
import type { Running } from './target.ts';
import { KNOWN } from './targets.ts';

export interface ChildTask {
  readonly seed: number;
  readonly stretches: readonly Stretch[];
  /** An empty folder of its own. */
  readonly folder: string;
  /** Where the number of the stretch and of the case stand, four bytes and eight. */
  readonly progress: string;
}

export type FromChild =
  | { readonly type: 'finding'; readonly target: string; readonly number: number; readonly finding: string }
  | {
      readonly type: 'done';
      readonly stretch: number;
      readonly cases: number;
      readonly seconds: number;
      /** Of the processor, all threads. */
      readonly cpuSeconds: number;
      readonly outcomes: Readonly<Record<string, number>>;
      /** Most that the process held until then. */
      readonly peakMb: number;
    };

/** A process that holds more has found a bomb, or leaks. */
const MOST_MB = 3000;
/** Cases between two looks at what is not looked at after each. */
const LOOK = 256;

const tell = (message: FromChild) => writeSync(1, `${JSON.stringify(message)}\n`);
let current = { target: '', number: 0 };
const lost = (error: unknown) =>
  tell({ type: 'finding', ...current, finding: `lost an error that nobody caught: ${described(error)}` });
process.on('unhandledRejection', lost);
process.on('uncaughtException', lost);

async function work({ seed, stretches, folder, progress }: ChildTask): Promise<void> {
  const place = openSync(progress, 'r+');
  const mark = Buffer.alloc(12);
  for (const [at, { target, from, to }] of stretches.entries()) {
    const own = join(folder, target);
    mkdirSync(own);
    current = { target, number: STARTING };
    mark.writeUInt32LE(at, 0);
    mark.writeDoubleLE(STARTING, 4);
    writeSync(place, mark, 0, 12, 0);
    const found = KNOWN.find(({ name }) => name === target);
    if (!found) throw new Error(`There is no target ${target}.`);
    const running: Running = await found.start(own);
    const outcomes = new Map<string, number>();
    const startMs = performance.now();
    const startCpu = process.cpuUsage();
    // What once did harm comes first, under numbers below 0. Behind a case that ended the process it is done.
    for (const [i, one] of from > 0 ? [] : CORPUS.filter((each) => each.target === target).entries()) {
      const number = -1 - i;
      current = { target, number };
      mark.writeDoubleLE(number, 4);
      writeSync(place, mark, 0, 12, 0);
      const judged = await judge(running, () => corpusInput(one), own);
      const became = 'finding' in judged ? judged.finding : judged.outcome;
      if (became !== one.outcome)
        tell({ type: 'finding', target, number, finding: `(${one.name} of the corpus) became ${became}` });
    }
    for (let number = from; number < to; number++) {
      current = { target, number };
      mark.writeDoubleLE(number, 4);
      writeSync(place, mark, 0, 12, 0);
      const judged = await judge(running, () => running.make(randomOf(seed, target, number), number), own);
      if ('finding' in judged) tell({ type: 'finding', target, number, finding: judged.finding });
      const outcome = 'finding' in judged ? 'finding' : kindOf(judged.outcome);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (number % LOOK === 0) lookAround(target, number, folder, stretches);
    }
    lookAround(target, to - 1, folder, stretches);
    tell({
      type: 'done',
      stretch: at,
      cases: to - from,
      seconds: (performance.now() - startMs) / 1000,
      cpuSeconds: cpuSince(startCpu),
      outcomes: Object.fromEntries(outcomes),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    });
    rmSync(own, { recursive: true, force: true });
  }
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Outcomes that differ in figures alone are of one kind. */
const kindOf = (outcome: string) => outcome.replace(/\d+/g, 'n').slice(0, 80);

function lookAround(target: string, number: number, folder: string, stretches: readonly Stretch[]): void {
  const names = new Set(stretches.map((one) => one.target));
  const stranger = readdirSync(folder).find((name) => !names.has(name) && name !== 'tmp' && name !== 'home');
  if (stranger !== undefined)
    tell({ type: 'finding', target, number, finding: `or one before wrote ${stranger} outside its folder` });
  for (const name of ['tmp', 'home']) {
    const [left] = readdirSync(join(folder, name));
    if (left === undefined) continue;
    tell({ type: 'finding', target, number, finding: `or one before left ${left} in the folder ${name}` });
    rmSync(join(folder, name, left), { recursive: true, force: true });
  }
  const mb = process.memoryUsage.rss() / 2 ** 20;
  if (mb > MOST_MB) {
    tell({ type: 'finding', target, number, finding: `or those before it hold ${Math.round(mb)} MB` });
    process.exit(3);
  }
}

if (process.argv[2] !== undefined && import.meta.main) {
  await work(JSON.parse(process.argv[2]) as ChildTask);
  process.exit(0);
}
