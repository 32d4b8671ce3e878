import { divide, HOURS } from '../arrival.ts';
import { makeCaller, only, routed } from '../caller.ts';
import { foundCompany } from '../company.ts';
import { Deck, render } from '../deck.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { drawTemplate } from '../phrases.ts';
import type { Family } from '../sample-types.ts';
import { serviceAsks } from '../service.ts';
import { topicsOf } from '../topics.ts';
import { LONG_ANSWER, ownWorkload, programmed } from '../workloads.ts';

export const evaluationStartup: Family = {
  id: 'N2',
  title: 'Start-up that evaluates models: the same items again and again, all models, release day first',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, offsetHours, kit } = foundCompany(rng, world, n, {
      plans: ['payg', 'payg', 'team'],
      routes: ['startup_program', 'web', 'education'],
      uses: ['model evaluation', 'research', ''],
      openedDays: [3, 120],
    });
    const shares = divide(rng, requests, n, 0.6);
    const deck = new Deck(rng.fork('deck'), rng.sample(topicsOf('exact', 'code', 'data', 'science'), 8));
    // A run goes through the whole set, so the set is sized to be seen eight times or so.
    const items = Math.max(25, Math.round(requests / n / 8));
    const template = drawTemplate(rng, rng.pick(['solve', 'reason', 'reason']));
    return {
      accounts: records.map((record) => ({ record, role: 'service' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: ['shared_template', 'repeated_items', 'release_pivot', 'shared_payment'],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`runner ${at}`);
        const caller = makeCaller(own, world, record, { ...kit(own), nets: egress });
        let next = 0;
        const temperatures = [0, 0.3, 0.7, 1];
        const runs = serviceAsks(own, world, {
          rhythm: { hours: own.chance(0.4) ? HOURS.night : HOURS.office, weekend: 0.35, offsetHours },
          requests: shares[at]!,
          runs: { perDay: 2, hours: 1.2 },
          cv: 2.2,
          workload: {
            ...ownWorkload(own, programmed(own, LONG_ANSWER)),
            temperature: temperatures[at % temperatures.length]!,
          },
          habit: ordinaryHabit(own, world, true),
          role: 'service',
          perSession: own.pick([1, 1, 4]),
          write: (draw) => render(draw, template, deck.at(next++ % items)),
        });
        return routed(own, world, runs, only(caller));
      }),
    };
  },
};
