import type { Rng } from '../../rng.ts';
import type { SignalContext } from './signal.ts';

/**
 * Draws random groups of accounts like an operator's: for each of these members another account of its cohort that
 * is usable and not in the operator, none twice. undefined where the cohorts are too small for that.
 */
export function groupsLike(
  { cohorts }: SignalContext,
  operator: Uint32Array,
  members: Uint32Array,
  isUsable: (account: number) => boolean,
  rng: Rng,
): (() => Uint32Array) | undefined {
  const inside = new Set(operator);
  const pools = new Map<number, Uint32Array>();
  for (const cohort of new Set(Array.from(members, (a) => cohorts.of[a]))) {
    const pool = cohorts.members[cohort].filter((a) => !inside.has(a) && isUsable(a));
    // Cohorts overlap, so each must hold enough for all.
    if (pool.length < members.length) return undefined;
    pools.set(cohort, pool);
  }
  const from = Array.from(members, (a) => pools.get(cohorts.of[a]) as Uint32Array);
  return () => {
    const drawn = new Set<number>();
    for (const pool of from) {
      let account = pool[rng.int(0, pool.length - 1)];
      while (drawn.has(account)) account = pool[rng.int(0, pool.length - 1)];
      drawn.add(account);
    }
    return Uint32Array.from(drawn);
  };
}
