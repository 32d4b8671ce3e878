import { drawAnswer } from '../answers.ts';
import { divide, HOURS } from '../arrival.ts';
import { makeCaller, only, routed } from '../caller.ts';
import { foundCompany } from '../company.ts';
import { Deck, render } from '../deck.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { drawTemplate } from '../phrases.ts';
import { clip } from '../prompts.ts';
import type { Family } from '../sample-types.ts';
import { serviceAsks } from '../service.ts';
import { topicsOf } from '../topics.ts';
import { drawProfile, ownWorkload, SHORT_ANSWER } from '../workloads.ts';
import { DAY_US } from '../world.ts';

/** Share of graded texts that come in more than once: popular answers, repeated complaints. */
const HEADS = 0.3;

export const judgeProduct: Family = {
  id: 'N3',
  title: 'Product that grades or moderates what its own customers write, by one rubric',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, offsetHours, kit } = foundCompany(rng, world, n, {
      plans: ['payg', 'team', 'enterprise'],
      routes: ['web', 'startup_program', 'sales'],
      uses: ['customer support', 'model evaluation', 'internal tools', ''],
      openedDays: [10, 200],
    });
    const shares = divide(rng, requests, n, 0.6);
    const rubric = drawTemplate(rng, 'grade');
    const profile = drawProfile(rng);
    const workload = ownWorkload(rng, { ...SHORT_ANSWER, outputMean: rng.pick([25, 90, 240]), spread: 0.8 });
    // What customers write about changes by the week.
    const topics = rng.shuffled(topicsOf('business', 'writing', 'code', 'exact', 'data'));
    const weeks = Array.from(
      { length: Math.ceil(world.days / 7) },
      (_, week) => new Deck(rng.fork(`week ${week}`), topics.slice(week % 6, (week % 6) + 4)),
    );
    return {
      accounts: records.map((record) => ({ record, role: 'service' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: [
            'rubric_grading',
            'shared_template',
            'shared_payment',
            'shared_network',
            'repeated_items',
          ],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`grader ${at}`);
        const caller = makeCaller(own, world, record, { ...kit(own), nets: egress, profile });
        const work = serviceAsks(own, world, {
          rhythm: { hours: own.pick([HOURS.office, HOURS.evening, HOURS.flat]), weekend: 0.7, offsetHours },
          requests: shares[at]!,
          runs: null,
          cv: 1,
          workload,
          habit: ordinaryHabit(own, world),
          role: 'service',
          perSession: own.pick([1, 1, 3]),
          write: (draw, timeUs) => {
            const deck =
              weeks[Math.min(weeks.length - 1, Math.floor((timeUs - world.startUs) / (7 * DAY_US)))]!;
            const repeated = draw.chance(HEADS);
            const item = repeated ? deck.at(draw.int(0, 40)) : deck.next();
            const { topic, text } = render(draw, rubric, item);
            // A repeated text is the same to the letter.
            const answer = drawAnswer(repeated ? rng.fork(`head ${item.subject}`) : draw, item, 3);
            return { topic, text: clip(`${text}\n"${answer}"`) };
          },
        });
        return routed(own, world, work, only(caller));
      }),
    };
  },
};
