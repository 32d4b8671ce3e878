import { expect, test } from 'vitest';
import { kill } from '../../electron/dev/bench/kills/kills.ts';
import { OPERATIONS } from '../../electron/dev/bench/kills/operations.ts';
import { reportOf, tally } from '../../electron/dev/bench/kills/table.ts';

/** STILLWATCH_KILL_SEED gives other moments; `npm run bench -- kills` kills more often, over larger cases. */
const SEED = Number(process.env.STILLWATCH_KILL_SEED ?? 1);
const SIZES = { accounts: 40, requests: 400, imported: 6000, oldAnnotations: 3000 };
/** Each operation over an encrypted or an unencrypted case, most of them over both. */
const KILLS = 24;

test(`after ${KILLS} kills in all that takes long nothing that was answered is lost, and nothing is half there`, async () => {
  const rounds = await kill({ kills: KILLS, seed: SEED, sizes: SIZES, chapter: KILLS }, () => undefined);
  console.log(reportOf(rounds, SEED));
  expect(
    rounds.flatMap(({ operation, scene, faults }) => faults.map((fault) => [operation, scene, fault])),
  ).toEqual([]);
  expect(new Set(rounds.map(({ operation }) => operation)).size).toBe(OPERATIONS.length);
  const { inside, answered } = tally(rounds);
  expect(inside).toBeGreaterThan(0);
  expect(answered).toBeGreaterThan(KILLS);
  // A kill leaves what the next opening has to put right.
  expect(rounds.some(({ leftBefore }) => leftBefore.includes('-wal'))).toBe(true);
}, 600_000);
