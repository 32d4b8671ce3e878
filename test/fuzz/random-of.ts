import { Rng } from '../../electron/engine/rng.ts';

/** The random numbers of one case. */
export function randomOf(seed: number, target: string, number: number): Rng {
  return new Rng(seed).fork(target).fork(String(number));
}
