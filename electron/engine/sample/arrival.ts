import type { Rng } from '../rng.ts';
import { DAY_US, HOUR_US } from './world.ts';

/** When somebody is active: 24 weights by local hour, a factor for the weekend, and the zone. */
export interface Rhythm {
  readonly hours: readonly number[];
  readonly weekend: number;
  /** Local time minus UTC, whole hours. */
  readonly offsetHours: number;
}

const OFFICE = [1, 0.5, 0.3, 0.2, 0.3, 0.8, 2, 6, 18, 30, 34, 32, 20, 26, 33, 33, 29, 20, 10, 7, 6, 5, 3, 2];
const EVENING = [6, 3, 1.5, 1, 0.5, 0.7, 2, 5, 8, 9, 10, 11, 13, 12, 11, 12, 14, 17, 20, 24, 28, 27, 21, 12];
const STUDENT = [10, 6, 3, 1, 0.5, 0.3, 0.5, 1, 3, 9, 14, 15, 10, 13, 18, 19, 16, 14, 13, 18, 24, 26, 22, 16];
const NIGHT = [
  24, 30, 32, 28, 16, 6, 2, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 2, 5, 10, 18,
];
const FLAT = new Array<number>(24).fill(1);

export const HOURS = { office: OFFICE, evening: EVENING, student: STUDENT, night: NIGHT, flat: FLAT };

/** A zone drawn alike for every family. */
export function drawOffset(rng: Rng): number {
  return rng.pick([-8, -6, -5, -5, -3, 0, 1, 1, 2, 3, 5, 8, 8, 9]);
}

/** A mixture of two hour curves: 0 is the first, 1 the second. */
export function blendHours(one: readonly number[], other: readonly number[], share: number): number[] {
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  return one.map((value, hour) => ((1 - share) * value) / sum(one) + (share * other[hour]!) / sum(other));
}

/**
 * A rhythm as a clock: the load of each day and times of day drawn from it. Weights are worked out at each
 * call, since tables for ten thousand people would take more memory than the requests of a day.
 */
export class Clock {
  private readonly rhythm: Rhythm;
  private readonly mean: number;

  constructor(rhythm: Rhythm) {
    this.rhythm = rhythm;
    this.mean = rhythm.hours.reduce((sum, weight) => sum + weight, 0) / 24;
  }

  /** Load of a day relative to a working day of 24 mean hours; about 1 on Wednesdays. */
  load(dayIndex: number): number {
    let sum = 0;
    for (let hour = 0; hour < 24; hour++) sum += this.weight(dayIndex, hour);
    return sum / 24;
  }

  /** A time within the day, microseconds after its start. */
  timeOfDayUs(rng: Rng, dayIndex: number): number {
    let left = rng.float() * this.load(dayIndex) * 24;
    let hour = 0;
    for (; hour < 23; hour++) {
      left -= this.weight(dayIndex, hour);
      if (left < 0) break;
    }
    return Math.floor((hour + rng.float()) * HOUR_US);
  }

  /** Weight of a UTC hour; the window begins on a Monday, so the weekday is the day's number modulo 7. */
  private weight(dayIndex: number, utcHour: number): number {
    const local = utcHour + this.rhythm.offsetHours;
    const localWeekday = ((dayIndex % 7) + Math.floor(local / 24) + 7) % 7;
    return (this.rhythm.hours[(local + 24) % 24]! / this.mean) * (localWeekday > 4 ? this.rhythm.weekend : 1);
  }
}

/**
 * Spreads an expected number of requests over the days on which somebody is active: [n] expected counts,
 * one a day of the window, in proportion to the rhythm. Their sum is `requests`, or 0 when no day is active.
 */
export function spread(
  clock: Clock,
  requests: number,
  window: { readonly startUs: number; readonly days: number },
  fromUs = Number.NEGATIVE_INFINITY,
  untilUs = Number.POSITIVE_INFINITY,
): Float64Array {
  const expected = new Float64Array(window.days);
  let sum = 0;
  for (let day = 0; day < window.days; day++) {
    const dayUs = window.startUs + day * DAY_US;
    const active = Math.min(untilUs, dayUs + DAY_US) - Math.max(fromUs, dayUs);
    if (active <= 0) continue;
    expected[day] = clock.load(day) * Math.min(1, active / DAY_US);
    sum += expected[day]!;
  }
  if (sum > 0) for (let day = 0; day < window.days; day++) expected[day] = (expected[day]! * requests) / sum;
  return expected;
}

/** Gaps between requests: Weibull (heavy tail below shape 1) or Gamma, by mean and shape. */
export interface Pacing {
  readonly kind: 'gamma' | 'weibull';
  readonly meanGapS: number;
  readonly shape: number;
}

export function gapUs(rng: Rng, pacing: Pacing): number {
  const seconds =
    pacing.kind === 'gamma'
      ? rng.gamma(pacing.shape, pacing.meanGapS)
      : (pacing.meanGapS / weibullMean(pacing.shape)) * (-Math.log(1 - rng.float())) ** (1 / pacing.shape);
  return Math.max(40_000, Math.round(seconds * 1e6));
}

/** Gamma(1 + 1/k) by Stirling's series: the mean of a Weibull of scale 1. */
function weibullMean(shape: number): number {
  const z = 6 + 1 / shape;
  const tail = Math.sqrt((2 * Math.PI) / z) * (z / Math.E) ** z * (1 + 1 / (12 * z) + 1 / (288 * z * z));
  // Gamma is computed at z = 6 + 1/k, where the series is exact to 1e-6, and brought back by its recurrence.
  let product = 1;
  for (let down = 1; down <= 5; down++) product *= z - down;
  return tail / product;
}

/** Divides a total among n by lognormal weights: [n] shares that sum to `total`. */
export function divide(rng: Rng, total: number, n: number, sigma: number): number[] {
  const weights = Array.from({ length: n }, () => rng.lognormal(1, sigma));
  const sum = weights.reduce((one, other) => one + other, 0);
  return weights.map((weight) => (weight * total) / sum);
}

/** n ascending times within [fromUs, untilUs), gaps Gamma with that coefficient of variation. */
export function fillRun(rng: Rng, n: number, fromUs: number, untilUs: number, cv: number): number[] {
  const shape = 1 / (cv * cv);
  const times: number[] = [];
  let sum = 0;
  for (let at = 0; at < n; at++) {
    sum += rng.gamma(shape, 1);
    times.push(sum);
  }
  const scale = (untilUs - fromUs) / (sum + rng.gamma(shape, 1));
  return times.map((time) => Math.floor(fromUs + time * scale));
}
