import { setTimeout as sleep } from 'node:timers/promises';
import { closeCase } from '../../../../shared/contract/cases.ts';
import { EngineChild, EngineEnded } from '../engine-child.ts';
import { inspect, temporaryLeft } from './check.ts';
import { type Operation, openIt } from './operations.ts';
import type { Scene } from './scene.ts';

/** One kill, and what it left. */
export interface Round {
  readonly operation: string;
  readonly scene: string;
  /** How long the operation takes when nobody kills it, in milliseconds. */
  readonly takesMs: number;
  /** When it was killed; where it had ended before, when that was. */
  readonly killedMs: number;
  readonly inside: boolean;
  /** What it said last that it did. */
  readonly stage: string;
  readonly leftBefore: readonly string[];
  readonly acts: { readonly answered: number; readonly lost: number };
  readonly faults: readonly string[];
}

/** How long operations take, by operation and case; learnt by letting each end once, and whenever one ends before its kill. */
export type Durations = Map<string, number>;

/** Acts that are answered before the operation begins. */
const BEFORE = 3;
/** Between two acts while it runs. */
const ACT_EVERY_MS = 40;
/** Files of engines that were killed are removed within this after the next start. */
const SWEPT_MS = 5000;

/**
 * Runs an operation in an engine and kills it at a random moment within the time that it takes, then looks at the case.
 * @param starting an engine without a case, which is used up
 */
export async function killOnce(
  scene: Scene,
  operation: Operation,
  durations: Durations,
  starting: Promise<EngineChild>,
): Promise<{ round: Round; next: Promise<EngineChild> }> {
  const engine = await starting;
  const faults = await faultsOfLeft(scene);
  const name = `${operation.name} ${scene.name}`;
  if (operation.opens !== false) await openIt(scene, engine);
  if (!durations.has(name)) {
    durations.set(name, (await run(scene, operation, engine)).ms);
    if (operation.opens === false) await engine.call(closeCase, {});
  }
  const takesMs = durations.get(name) as number;
  await operation.prepare?.(scene, engine);
  if (operation.opens !== false) for (let i = 0; i < BEFORE; i++) await scene.person.act(engine);
  engine.stage = '';
  const { ms, ended } = await work(scene, operation, engine, scene.rng.float() * takesMs);
  if (ended) durations.set(name, (takesMs + ms) / 2);
  const next = EngineChild.start(scene.ownFolder);
  // Lest one that fails be nobody's before it is awaited.
  next.catch(() => undefined);
  const found = await inspect(scene, operation.writes ?? null);
  if (engine.said !== '') faults.push(`the engine said: ${engine.said}`);
  const round: Round = {
    ...{ operation: operation.name, scene: scene.name, takesMs, killedMs: ms, inside: !ended },
    ...{ stage: engine.stage, leftBefore: found.leftBefore, faults: [...faults, ...found.faults] },
    acts: { answered: found.acts.answered, lost: found.acts.lost },
  };
  return { round, next };
}

/** Lets an operation end. */
async function run(scene: Scene, operation: Operation, engine: EngineChild): Promise<{ ms: number }> {
  await operation.prepare?.(scene, engine);
  const beganMs = performance.now();
  await operation.run(scene, engine);
  return { ms: performance.now() - beganMs };
}

async function work(
  scene: Scene,
  operation: Operation,
  engine: EngineChild,
  killAfterMs: number,
): Promise<{ ms: number; ended: boolean }> {
  const beganMs = performance.now();
  let isOver = false;
  const unlessKilled = (error: unknown) => {
    if (!(error instanceof EngineEnded)) throw error;
    return false;
  };
  const running = operation.run(scene, engine).then(() => true, unlessKilled);
  const writing = async () => {
    for (await sleep(ACT_EVERY_MS); !isOver; await sleep(ACT_EVERY_MS))
      await scene.person.act(engine).catch(unlessKilled);
  };
  const acting = operation.withActs ? writing() : Promise.resolve();
  await Promise.race([running, sleep(killAfterMs)]);
  const ms = performance.now() - beganMs;
  isOver = true;
  await engine.kill();
  // An answer that was on its way is heard before.
  const ended = await running;
  await acting;
  return { ms, ended };
}

/** What engines that were killed left under temporary names, once another has started. */
export async function faultsOfLeft(scene: Scene): Promise<string[]> {
  const byMs = performance.now() + SWEPT_MS;
  while (temporaryLeft(scene).length > 0 && performance.now() < byMs) await sleep(10);
  const left = temporaryLeft(scene);
  return left.length > 0 ? [`left over after the next start: ${left.join(', ')}`] : [];
}
