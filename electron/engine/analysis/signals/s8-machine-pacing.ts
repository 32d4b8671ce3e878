import { HOUR_US } from '../coordination/bin-counts.ts';
import { dailyRhythm, longestIdlePerDay } from '../coordination/daily-rhythm.ts';
import { burstiness, gapEntropy, gapsOf } from '../coordination/pacing.ts';
import type { Dataset } from '../dataset.ts';
import { LEAST_REQUESTS } from './place.ts';
import type { AccountValues, Signal } from './signal.ts';
import { tooShort } from './time-window.ts';
import { count } from './words.ts';

/** The hours of a single day are no rhythm. */
const LEAST_DAYS = 3;

interface Pacing {
  readonly n: number;
  /** In [-1, 1]. */
  readonly burstiness: number;
  /** In [0, 1]. */
  readonly gapEntropy: number;
  readonly hourEntropy: number;
  /** Mean over days from the first to the last, in hours. */
  readonly idleHours: number;
}

/** S8: whether requests come like a schedule rather than like people. */
export const machinePacing: Signal = {
  id: 'S8',
  title: 'Machine pacing',
  family: 'pacing',
  measures:
    'The mean of four shares, each 1 for a machine that never rests: regularity of the gaps between requests (1 less burstiness, halved), their likeness (1 less the entropy of their octaves over log2 32), evenness over the hours of the day (entropy over log2 24), and absence of rest (1 less the mean longest idle stretch of a day over 24 hours).',
  unit: 'index from 0 to 1',
  direction: 'high',
  innocent: [
    'Any scheduler, agent or batch job runs at even pace round the clock; in published production traces 13 to 26 % of large customers have a flat day.',
    'A company with teams or customers in several time zones is awake at all hours.',
    'A queue that smooths load sends at regular gaps whatever it is for.',
  ],
  disabled: (context) => tooShort(context, LEAST_DAYS),
  accounts({ data }): AccountValues {
    const pacings = data.accounts.map((_, a) => measure(data, a));
    return {
      values: Float64Array.from(pacings, indexOf),
      n: Uint32Array.from(pacings, ({ n }) => n),
      detail(a) {
        const { n, burstiness, gapEntropy, hourEntropy, idleHours } = pacings[a];
        return `${count(n)} timed requests: burstiness ${burstiness.toFixed(2)} (-1 regular, 0 random, 1 in bursts), gap entropy ${gapEntropy.toFixed(2)}, hour-of-day entropy ${hourEntropy.toFixed(2)} (1 is flat), on average ${idleHours.toFixed(1)} hours without a request a day at a stretch.`;
      },
    };
  },
};

function measure({ from, timeUs }: Dataset, a: number): Pacing {
  let end = from[a + 1];
  while (end > from[a] && Number.isNaN(timeUs[end - 1])) end--;
  const times = timeUs.subarray(from[a], end);
  const gaps = gapsOf(times);
  const idle = longestIdlePerDay(times);
  let idleUs = 0;
  for (const longest of idle) idleUs += longest;
  return {
    n: times.length,
    burstiness: burstiness(gaps),
    gapEntropy: gapEntropy(gaps),
    hourEntropy: dailyRhythm(times).hourEntropy,
    idleHours: idleUs / idle.length / HOUR_US,
  };
}

function indexOf({ n, burstiness, gapEntropy, hourEntropy, idleHours }: Pacing): number {
  if (n < LEAST_REQUESTS) return Number.NaN;
  return ((1 - burstiness) / 2 + 1 - gapEntropy + hourEntropy + 1 - idleHours / 24) / 4;
}
