import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rng } from '../../../engine/rng.ts';
import { EngineChild } from '../engine-child.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { type Durations, faultsOfLeft, killOnce, type Round } from './round.ts';
import { makeScene, type Scene, type Sizes } from './scene.ts';
import { reportOf, tally } from './table.ts';

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  readonly sizes: Sizes;
  /** Kills over one pair of cases, before they are made anew. */
  readonly chapter: number;
  /** A file that each kill is appended to, one line of JSON; chapters that it holds whole are not run again. */
  readonly out?: string | undefined;
}

export const FULL: Sizes = { accounts: 150, requests: 3000, imported: 60_000, oldAnnotations: 20_000 };
const PASSPHRASE = 'right horse';

/**
 * Kills engines at random moments within all that takes long, over an encrypted and an unencrypted case in turn, and
 * looks after each kill at everything that it may have hurt.
 */
export async function kill(options: KillOptions, told: (line: string) => void): Promise<Round[]> {
  const { kills, chapter, out } = options;
  const known = readKnown(out);
  const ofChapter = (first: number) => known.filter(({ of }) => of === first).map(({ round }) => round);
  const isWhole = (first: number) => ofChapter(first).length === Math.min(chapter, kills - first);
  // A chapter that was broken off begins anew: its cases are gone.
  if (out !== undefined) keepOnly(out, known, isWhole);
  const all: Round[] = [];
  for (let first = 0; first < kills; first += chapter) {
    const count = Math.min(chapter, kills - first);
    if (isWhole(first)) all.push(...ofChapter(first));
    else all.push(...(await killChapter(options, first, count, told)));
  }
  return all;
}

/** As text, and after how many of the kills something was found that must not be. */
export async function killsReport(
  options: Omit<KillOptions, 'sizes' | 'chapter'>,
  told: (line: string) => void,
): Promise<{ readonly report: string; readonly faults: number }> {
  const rounds = await kill({ ...options, sizes: FULL, chapter: 10 * OPERATIONS.length }, told);
  return { report: reportOf(rounds, options.seed), faults: tally(rounds).faulty };
}

async function killChapter(
  { seed, sizes, out }: KillOptions,
  first: number,
  count: number,
  told: (line: string) => void,
): Promise<Round[]> {
  const folder = await mkdtemp(join(tmpdir(), 'stillwatch-kills-'));
  const durations: Durations = new Map();
  let engine = EngineChild.start(join(folder, 'own'));
  try {
    const of = { seed: seed * 1_000_003 + first, sizes };
    const scenes = [
      await makeScene(folder, { name: 'encrypted', passphrase: PASSPHRASE, ...of }),
      await makeScene(folder, { name: 'unencrypted', passphrase: null, ...of }),
    ];
    const rounds: Round[] = [];
    for (const [scene, operation] of order(scenes, new Rng(of.seed), count)) {
      const { round, next } = await killOnce(scene, operation, durations, engine);
      engine = next;
      rounds.push(round);
      if (out !== undefined) appendFileSync(out, `${JSON.stringify({ of: first, round })}\n`);
      const { takesMs, killedMs, inside, faults } = round;
      told(
        `${first + rounds.length}: ${operation.name}, ${scene.name}: ${Math.round(killedMs)} of ${Math.round(takesMs)} ms${inside ? '' : ', had ended'}${faults.map((fault) => `; FAULT ${fault}`).join('')}`,
      );
    }
    await engine;
    const left = (await Promise.all(scenes.map(faultsOfLeft))).flat();
    const last = rounds.at(-1) as Round;
    return [...rounds.slice(0, -1), { ...last, faults: [...last.faults, ...left] }];
  } finally {
    await (await engine.catch(() => undefined))?.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each operation over one of the cases, then each over the other, in orders drawn anew each time. */
function order(scenes: readonly Scene[], rng: Rng, count: number): [Scene, Operation][] {
  const all: [Scene, Operation][] = [];
  while (all.length < count) {
    const first = OPERATIONS.map((operation): [number, Operation] => [rng.int(0, 1), operation]);
    const second = first.map(([scene, operation]): [number, Operation] => [1 - scene, operation]);
    for (const half of [first, second])
      for (const [scene, operation] of shuffled(half, rng)) all.push([scenes[scene], operation]);
  }
  return all.slice(0, count);
}

function shuffled<T>(values: readonly T[], rng: Rng): T[] {
  const all = [...values];
  for (let i = all.length - 1; i > 0; i--) {
    const other = rng.int(0, i);
    [all[i], all[other]] = [all[other], all[i]];
  }
  return all;
}

interface Known {
  /** The first kill of its chapter. */
  readonly of: number;
  readonly round: Round;
}

function keepOnly(out: string, known: readonly Known[], keep: (first: number) => boolean): void {
  const kept = known.filter(({ of }) => keep(of));
  writeFileSync(out, kept.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

function readKnown(out: string | undefined): Known[] {
  if (out === undefined || !existsSync(out)) return [];
  const lines = readFileSync(out, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
