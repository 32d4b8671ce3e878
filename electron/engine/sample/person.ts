import type { Rng } from '../rng.ts';
import { Clock, gapUs, type Pacing, type Rhythm, spread } from './arrival.ts';
import { type AskSource, type CallerOptions, makeCaller, only, routed } from './caller.ts';
import type { ModelHabit } from './model-habit.ts';
import { drawVoice, followUp, freePrompt } from './prompts.ts';
import type { AccountRecord, Ask, Prompt, Stream, Workload, World } from './sample-types.ts';
import { mintSession } from './session-id.ts';
import { TOPICS, type Topic } from './topics.ts';
import type { Role } from './truth.ts';
import { ownWorkload } from './workloads.ts';
import { DAY_US } from './world.ts';

export interface PersonOptions {
  readonly rhythm: Rhythm;
  /** Expected over the whole window. */
  readonly requests: number;
  /** What the person asks about, the first most. */
  readonly topics: readonly Topic[];
  readonly workload: Workload;
  readonly habit: ModelHabit;
  readonly role: Role;
  /** Mean number of requests in one sitting. */
  readonly sitting: number;
  readonly endUserId?: string;
  readonly fromUs?: number;
  readonly untilUs?: number;
  readonly pacing?: Pacing;
  /** Programs send each request as a session of its own. */
  readonly sessionless?: boolean;
  /** Replaces free conversation; called once for each request with its number in the session, from 0. */
  readonly write?: (rng: Rng, topic: Topic, turn: number) => Prompt;
}

/** Share of sittings on something outside the person's usual topics. */
const WANDERING = 0.25;
const THINKING: Pacing = { kind: 'weibull', meanGapS: 95, shape: 0.75 };

/** A person's asks: sittings at times of the person's rhythm, several requests each, long breaks between. */
export function personAsks(rng: Rng, world: World, options: PersonOptions): AskSource {
  const clock = new Clock(options.rhythm);
  const expected = spread(clock, options.requests, world, options.fromUs, options.untilUs);
  const voice = drawVoice(rng);
  const workload = ownWorkload(rng, options.workload);
  const pacing = options.pacing ?? THINKING;
  const weights = options.topics.map((_, at) => 1 / (at + 1));
  // Days differ more than by chance: on some nothing is asked at all.
  const moods = 0.8;
  return {
    day: (dayIndex) => {
      const asks: Ask[] = [];
      const mean = expected[dayIndex]!;
      if (mean === 0) return asks;
      const sittings = rng.poisson((mean / options.sitting) * rng.gamma(moods, 1));
      for (let sitting = 0; sitting < sittings; sitting++) {
        const turns = 1 + rng.poisson(rng.exponential(options.sitting - 1));
        let sessionId = mintSession(rng);
        const topic = rng.chance(WANDERING) ? rng.pick(TOPICS) : options.topics[rng.weighted(weights)]!;
        let timeUs = world.startUs + dayIndex * DAY_US + clock.timeOfDayUs(rng, dayIndex);
        for (let turn = 0; turn < turns; turn++) {
          const prompt = options.write
            ? options.write(rng, topic, turn)
            : turn === 0
              ? freePrompt(rng, topic, voice)
              : followUp(rng, topic, voice);
          asks.push({
            timeUs,
            sessionId,
            endUserId: options.endUserId ?? '',
            prompt,
            workload,
            model: options.habit(timeUs),
            role: options.role,
          });
          timeUs += gapUs(rng, pacing);
          if (options.sessionless) sessionId = mintSession(rng);
        }
      }
      return asks;
    },
  };
}

/** A person who uses an own account. */
export function personStream(
  rng: Rng,
  world: World,
  account: AccountRecord,
  options: PersonOptions & CallerOptions,
): Stream {
  const caller = makeCaller(rng, world, account, options);
  const active = { ...options, fromUs: caller.fromUs, untilUs: caller.untilUs };
  return routed(rng, world, personAsks(rng, world, active), only(caller));
}
