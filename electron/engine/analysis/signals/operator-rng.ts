import { Rng } from '../../rng.ts';
import type { SignalContext } from './signal.ts';

/** Randomness for one signal of one operator: the same whatever other operators there are. */
export function operatorRng({ data, seed }: SignalContext, signal: string, members: Uint32Array): Rng {
  return new Rng(seed).fork(`${signal} ${data.accounts[members[0]]}`);
}
