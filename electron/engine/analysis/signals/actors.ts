import { peersOf } from './peers.ts';
import { perContext } from './per-context.ts';
import type { SignalContext } from './signal.ts';

/**
 * Operators and unattached accounts: what acts by a will of its own, as far as links tell. An operator is compared
 * with these and not with random groups of accounts, because accounts that act together repeat each other: a
 * hundred of them are one observation, and that they are alike has been counted where they were linked.
 */
export interface Actors {
  /** Actor of each account. */
  readonly of: Uint32Array;
  /** Accounts of each actor; operators come first, in their order. */
  readonly accounts: readonly Uint32Array[];
}

export const actorsOf = perContext(({ data, operatorOf, operators }): Actors => {
  const of = new Uint32Array(data.accounts.length);
  const accounts = [...operators];
  for (let a = 0; a < of.length; a++) {
    of[a] = operatorOf[a] >= 0 ? operatorOf[a] : accounts.push(Uint32Array.of(a)) - 1;
  }
  return { of, accounts };
});

/** Whom an operator is compared with: actors with an account in the cohorts of its members, but itself. Ascending. */
export function actorsLike(context: SignalContext, members: Uint32Array): Uint32Array {
  const { of, accounts } = actorsOf(context);
  const taken = new Uint8Array(accounts.length);
  for (const a of peersOf(context, members)) taken[of[a]] = 1;
  return Uint32Array.from(taken.keys()).filter((actor) => taken[actor] === 1);
}

/** Sums of an account column over each actor's accounts. */
export function sumByActor(context: SignalContext, column: ArrayLike<number>): Float64Array {
  const { of, accounts } = actorsOf(context);
  const sums = new Float64Array(accounts.length);
  for (let a = 0; a < of.length; a++) sums[of[a]] += column[a];
  return sums;
}
