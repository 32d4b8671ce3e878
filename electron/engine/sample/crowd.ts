import type { Rng } from '../rng.ts';
import { Clock, gapUs, type Pacing, type Rhythm, spread } from './arrival.ts';
import type { AskSource } from './caller.ts';
import type { ModelHabit } from './model-habit.ts';
import { drawVoice, followUp, freePrompt } from './prompts.ts';
import type { Ask, Workload, World } from './sample-types.ts';
import { mintSession } from './session-id.ts';
import { TOPICS } from './topics.ts';
import type { Role } from './truth.ts';
import { DAY_US } from './world.ts';

export interface CrowdOptions {
  /** Number of people; few of them ask often, most seldom. */
  readonly users: number;
  /** Expected of all together over the window. */
  readonly requests: number;
  /** Regions the people live in, drawn upon in turn. */
  readonly rhythms: readonly Rhythm[];
  readonly workload: Workload;
  readonly habit: ModelHabit;
  readonly role: Role;
  readonly sitting: number;
  /** Whether end-user ids are passed on. */
  readonly tagged: boolean;
  /** Share of conversations that open with one of a few questions many people ask. */
  readonly commonShare: number;
  readonly fromUs?: number;
  readonly untilUs?: number;
}

const PACING: Pacing = { kind: 'weibull', meanGapS: 80, shape: 0.7 };
const COMMON = 50;

/**
 * The asks of many unrelated people behind one door. Nothing is kept per person: each draw of a person's
 * number brings back the same zone, manner and favourite topics, so a crowd costs no memory.
 */
export function crowdAsks(rng: Rng, world: World, options: CrowdOptions): AskSource {
  const clocks = options.rhythms.map((rhythm) => new Clock(rhythm));
  const voices = Array.from({ length: 60 }, () => drawVoice(rng));
  const tag = rng.hex(6);
  const common = Array.from({ length: COMMON }, () => freePrompt(rng, rng.pick(TOPICS), rng.pick(voices)));
  const expected = spread(clocks[0]!, options.requests, world, options.fromUs, options.untilUs);
  return {
    day: (dayIndex) => {
      const asks: Ask[] = [];
      const sittings = rng.poisson(expected[dayIndex]! / options.sitting);
      for (let sitting = 0; sitting < sittings; sitting++) {
        const user = Math.floor(options.users ** rng.float()) - 1;
        const clock = clocks[user % clocks.length]!;
        const voice = voices[user % voices.length]!;
        const favourite = (user * 17 + (rng.chance(0.3) ? rng.int(0, 9) : 0)) % TOPICS.length;
        const topic = TOPICS[favourite]!;
        const sessionId = mintSession(rng);
        const endUserId = options.tagged ? `eu_${tag}${user.toString(16).padStart(5, '0')}` : '';
        const turns = 1 + rng.poisson(rng.exponential(options.sitting - 1));
        let timeUs = world.startUs + dayIndex * DAY_US + clock.timeOfDayUs(rng, dayIndex);
        for (let turn = 0; turn < turns; turn++) {
          const opening = () =>
            rng.chance(options.commonShare) ? rng.pick(common) : freePrompt(rng, topic, voice);
          const prompt = turn === 0 ? opening() : followUp(rng, topic, voice);
          asks.push({
            timeUs,
            sessionId,
            endUserId,
            prompt,
            workload: options.workload,
            model: options.habit(timeUs),
            role: options.role,
          });
          timeUs += gapUs(rng, PACING);
        }
      }
      return asks;
    },
  };
}
