import type { Sessions } from '../../../../shared/contract/bands.ts';

/** Sessions at the same time lie under each other, in at most so many lines. */
export const MOST_SESSION_LANES = 8;

/**
 * The line of each session, the first that is free when it begins; null where more lines are needed, or sessions are
 * not listed. Bars are in order of their beginning.
 */
export function sessionLanes({ bars }: Sessions): Uint8Array | null {
  if (!bars) return null;
  const lanes = new Uint8Array(bars.fromUs.length);
  const freeAfter: number[] = [];
  for (let i = 0; i < lanes.length; i++) {
    const free = freeAfter.findIndex((us) => us < bars.fromUs[i]);
    const lane = free < 0 ? freeAfter.length : free;
    if (lane >= MOST_SESSION_LANES) return null;
    freeAfter[lane] = bars.toUs[i];
    lanes[i] = lane;
  }
  return lanes;
}

export function lanesUsed(lanes: Uint8Array): number {
  return lanes.reduce((most, lane) => Math.max(most, lane + 1), 0);
}
