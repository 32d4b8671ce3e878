import type { Rng } from '../rng.ts';
import { HOURS, type Rhythm } from './arrival.ts';
import { type CallerOptions, makeCaller, only, routed } from './caller.ts';
import { Deck, render } from './deck.ts';
import { ordinaryHabit } from './model-habit.ts';
import { drawTemplate } from './phrases.ts';
import type { AccountRecord, Stream, World } from './sample-types.ts';
import { serviceAsks } from './service.ts';
import { TOPICS } from './topics.ts';
import type { Role } from './truth.ts';
import { CHAT, LONG_ANSWER, ownWorkload, programmed, SHORT_ANSWER } from './workloads.ts';

export interface ScriptOptions extends CallerOptions {
  readonly requests: number;
  readonly offsetHours: number;
  readonly role: Role;
}

/** A small program somebody runs on an own account: one template over whatever comes, at fixed hours or all day. */
export function scriptStream(rng: Rng, world: World, account: AccountRecord, options: ScriptOptions): Stream {
  const caller = makeCaller(rng, world, account, options);
  const deck = new Deck(rng.fork('deck'), rng.sample(TOPICS, rng.int(1, 4)));
  const template = drawTemplate(
    rng,
    rng.pick(['solve', 'solve', 'decide', 'clean', 'grade', 'reason', 'critique']),
  );
  // Half of all scripts see the same things again: popular articles, standing orders.
  const heads = rng.chance(0.5) ? rng.int(20, 200) : 0;
  const rhythm: Rhythm = {
    hours: rng.pick([HOURS.flat, HOURS.office, HOURS.office, HOURS.evening, HOURS.night]),
    weekend: rng.between(0.1, 1.1),
    offsetHours: options.offsetHours,
  };
  const asks = serviceAsks(rng, world, {
    rhythm,
    requests: options.requests,
    fromUs: caller.fromUs,
    untilUs: caller.untilUs,
    runs: rng.chance(0.6) ? { perDay: rng.between(1, 3), hours: rng.between(0.3, 4) } : null,
    cv: rng.between(0.5, 2.5),
    workload: ownWorkload(rng, programmed(rng, rng.pick([CHAT, LONG_ANSWER, LONG_ANSWER, SHORT_ANSWER]))),
    habit: ordinaryHabit(rng, world, rng.chance(0.3)),
    role: options.role,
    perSession: rng.pick([1, 1, 2, 4, 8]),
    write: (draw) => render(draw, template, heads ? deck.at(Math.floor(heads ** draw.float())) : deck.next()),
  });
  return routed(rng, world, asks, only(caller));
}
