import type { Rng } from '../rng.ts';
import type { World } from './sample-types.ts';
import { DAY_US } from './world.ts';

/** Which model somebody calls at a time. */
export type ModelHabit = (timeUs: number) => string;

/**
 * The habit of an ordinary customer: one favourite and some use of the small model; the new model is tried on
 * a day of one's own after its release, and taken over for good by most. `eager` customers try it at once.
 */
export function ordinaryHabit(rng: Rng, world: World, eager = false): ModelHabit {
  const { large, small, old, next } = world.models;
  const favourite = rng.chance(0.72) ? large : rng.chance(0.6) ? small : old;
  const smallShare = rng.chance(0.4) ? rng.between(0.05, 0.4) : 0;
  const adoptUs = world.releaseUs + rng.exponential(eager ? 0.3 : 11) * DAY_US;
  const share = favourite === large ? rng.between(0.5, 1) : rng.between(0, 0.4);
  return (timeUs) => {
    if (timeUs >= adoptUs && rng.chance(share)) return next;
    return rng.chance(smallShare) ? small : favourite;
  };
}

/** Moves at release: `firstDay` of the traffic within 24 hours, `later` after three days, in a straight line. */
export function pivotHabit(rng: Rng, world: World, firstDay: number, later: number): ModelHabit {
  return (timeUs) => {
    const days = (timeUs - world.releaseUs) / DAY_US;
    if (days < 0) return world.models.large;
    const share = days < 1 ? firstDay : Math.min(later, firstDay + ((later - firstDay) * (days - 1)) / 2);
    return rng.chance(share) ? world.models.next : world.models.large;
  };
}
