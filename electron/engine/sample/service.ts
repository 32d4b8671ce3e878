import type { Rng } from '../rng.ts';
import { Clock, fillRun, gapUs, type Pacing, type Rhythm, spread } from './arrival.ts';
import type { AskSource } from './caller.ts';
import type { ModelHabit } from './model-habit.ts';
import type { Ask, Prompt, Workload, World } from './sample-types.ts';
import { mintSession } from './session-id.ts';
import type { Role } from './truth.ts';
import { DAY_US, HOUR_US } from './world.ts';

/** A program that works through something: in runs of hours, or through the whole day. */
export interface ServiceOptions {
  readonly rhythm: Rhythm;
  /** Expected over the whole window. */
  readonly requests: number;
  readonly fromUs?: number;
  readonly untilUs?: number;
  /** Job runs a day and their length; null works through the day along the rhythm. */
  readonly runs: { readonly perDay: number; readonly hours: number } | null;
  /** Coefficient of variation of the gaps within a run. */
  readonly cv: number;
  readonly workload: Workload;
  readonly habit: ModelHabit;
  readonly role: Role;
  /** Called once for each request, in time order within a run. */
  readonly write: (rng: Rng, timeUs: number) => Prompt;
  readonly endUserId?: (rng: Rng) => string;
  /** Requests that share one session id; 1 by default. */
  readonly perSession?: number;
}

const STEPS: Pacing = { kind: 'weibull', meanGapS: 60, shape: 0.7 };

export function serviceAsks(rng: Rng, world: World, options: ServiceOptions): AskSource {
  const clock = new Clock(options.rhythm);
  const expected = spread(clock, options.requests, world, options.fromUs, options.untilUs);
  const perSession = options.perSession ?? 1;
  let sessionId = mintSession(rng);
  let inSession = 0;
  const ask = (timeUs: number): Ask => {
    if (inSession++ % perSession === 0) sessionId = mintSession(rng);
    return {
      timeUs,
      sessionId,
      endUserId: options.endUserId?.(rng) ?? '',
      prompt: options.write(rng, timeUs),
      workload: options.workload,
      model: options.habit(timeUs),
      role: options.role,
    };
  };
  return {
    day: (dayIndex) => {
      const dayUs = world.startUs + dayIndex * DAY_US;
      const fromUs = Math.max(dayUs, options.fromUs ?? dayUs);
      const untilUs = Math.min(dayUs + DAY_US, options.untilUs ?? dayUs + DAY_US);
      if (expected[dayIndex] === 0 || untilUs <= fromUs) return [];
      const n = rng.poisson(expected[dayIndex]! * rng.gamma(12, 1));
      const asks: Ask[] = [];
      if (!options.runs) {
        const starts = Array.from(
          { length: Math.floor(n / perSession + rng.float()) },
          () => dayUs + clock.timeOfDayUs(rng, dayIndex),
        );
        for (let timeUs of starts.sort((one, other) => one - other)) {
          if (timeUs < fromUs || timeUs >= untilUs) continue;
          // The requests of a session follow each other, however seldom sessions are.
          inSession = 0;
          for (let step = 0; step < perSession; step++) {
            asks.push(ask(timeUs));
            timeUs += gapUs(rng, STEPS);
          }
        }
        return asks;
      }
      const runs = Math.max(1, Math.round(rng.gamma(6, options.runs.perDay)));
      for (let run = 0; run < runs; run++) {
        const lengthUs = rng.lognormal(options.runs.hours, 0.3) * HOUR_US;
        const startUs = Math.min(
          Math.max(fromUs, dayUs + clock.timeOfDayUs(rng, dayIndex)),
          untilUs - 60_000_000,
        );
        const count = Math.floor(n / runs) + (run < n % runs ? 1 : 0);
        for (const timeUs of fillRun(rng, count, startUs, startUs + lengthUs, options.cv)) {
          if (timeUs < (options.untilUs ?? Number.POSITIVE_INFINITY)) asks.push(ask(timeUs));
        }
      }
      return asks;
    },
  };
}
