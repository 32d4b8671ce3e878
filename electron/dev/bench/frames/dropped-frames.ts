/** What became of the frames of a stretch of time. */
export interface Frames {
  readonly seen: number;
  /** Those for which the page was not ready. */
  readonly dropped: number;
  /** Longest time between two frames, milliseconds. */
  readonly longestMs: number;
}

/**
 * Frames seen and dropped, by the times at which animation frames began, ascending milliseconds: between two of them
 * as many were dropped as whole periods fit in beyond the first. Times are rounded to the nearest period, so that
 * clocks that tremble drop nothing.
 * @param periodMs of the display, above 0
 */
export function countFrames(timesMs: readonly number[], periodMs: number): Frames {
  let dropped = 0;
  let longestMs = 0;
  for (let i = 1; i < timesMs.length; i++) {
    const gapMs = timesMs[i] - timesMs[i - 1];
    dropped += Math.max(0, Math.round(gapMs / periodMs) - 1);
    longestMs = Math.max(longestMs, gapMs);
  }
  return { seen: Math.max(0, timesMs.length - 1), dropped, longestMs };
}

/** Several stretches as one. */
export function addFrames(stretches: readonly Frames[]): Frames {
  return stretches.reduce(
    (sum, { seen, dropped, longestMs }) => ({
      seen: sum.seen + seen,
      dropped: sum.dropped + dropped,
      longestMs: Math.max(sum.longestMs, longestMs),
    }),
    { seen: 0, dropped: 0, longestMs: 0 },
  );
}

/** Dropped frames in percent of all that were due; 0 where none was. */
export function droppedPercent({ seen, dropped }: Frames): number {
  return seen + dropped === 0 ? 0 : (100 * dropped) / (seen + dropped);
}
