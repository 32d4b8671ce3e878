import type { Activity } from '../../../shared/contract/timeline.ts';
import { HOUR_US } from '../analysis/coordination/bin-counts.ts';
import { loadEquality } from '../analysis/coordination/load-equality.ts';
import { hourOf } from './hourly.ts';

/** One element a day on which the load of four accounts or more can be compared, ascending. */
export interface Evenness {
  readonly day: Int32Array;
  readonly varianceToMean: Float32Array;
  readonly chanceLow: Float32Array;
  readonly chanceHigh: Float32Array;
}

/** 97.5 % of a normal variable lie below. */
const Z = 1.959964;

/** Variance over mean of hourly requests among the accounts at work, day by day (S15), with its range by chance. */
export function evennessByDay(activities: readonly Activity[]): Evenness {
  const days = new Map<number, Map<number, Float64Array>>();
  activities.forEach(({ bin, requests }, account) => {
    for (let i = 0; i < bin.length; i++) {
      const hour = hourOf(bin[i]);
      const day = Math.floor(hour / 24);
      let counts = days.get(day);
      if (!counts) {
        counts = new Map();
        days.set(day, counts);
      }
      let own = counts.get(account);
      if (!own) {
        own = new Float64Array(24);
        counts.set(account, own);
      }
      own[hour - day * 24] += requests[i];
    }
  });
  const found = [...days]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, counts]) => {
      const load = loadEquality([...counts.values()], HOUR_US);
      // The degrees of freedom: a count less than accounts in each hour.
      return load ? [{ day, ratio: load.varianceToMean, degrees: load.counts - load.bins }] : [];
    });
  return {
    day: Int32Array.from(found, ({ day }) => day),
    varianceToMean: Float32Array.from(found, ({ ratio }) => ratio),
    chanceLow: Float32Array.from(found, ({ degrees }) => chiSquareRatio(degrees, -Z)),
    chanceHigh: Float32Array.from(found, ({ degrees }) => chiSquareRatio(degrees, Z)),
  };
}

/** The quantile of a chi-square variable over its degrees of freedom, by its normal z (Wilson and Hilferty 1931). */
export function chiSquareRatio(degrees: number, z: number): number {
  const spread = 2 / (9 * degrees);
  return Math.max(0, 1 - spread + z * Math.sqrt(spread)) ** 3;
}
