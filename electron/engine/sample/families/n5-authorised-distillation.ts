import { divide, HOURS } from '../arrival.ts';
import { makeCaller, only, routed } from '../caller.ts';
import { foundCompany } from '../company.ts';
import { Deck, render } from '../deck.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { drawTemplate } from '../phrases.ts';
import type { Family } from '../sample-types.ts';
import { serviceAsks } from '../service.ts';
import { topicsOf } from '../topics.ts';
import { drawProfile, LONG_ANSWER, ownWorkload } from '../workloads.ts';

export const authorisedDistillation: Family = {
  id: 'N5',
  title: 'Customer who trains an own small model under a contract that allows it',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, offsetHours, kit } = foundCompany(rng, world, n, {
      plans: ['enterprise', 'enterprise', 'team'],
      routes: ['sales', 'invite'],
      uses: ['training data under contract', 'training data under contract', 'research', ''],
      openedDays: [10, 150],
      contract: { trainingAllowed: true },
    });
    const shares = divide(rng, requests, n, 0.4);
    const deck = new Deck(
      rng.fork('deck'),
      rng.sample(topicsOf('business', 'data', 'science', 'exact', 'code'), 6),
    );
    const templates = [drawTemplate(rng, 'solve'), drawTemplate(rng, rng.pick(['reason', 'solve']))];
    const profile = drawProfile(rng);
    const workload = ownWorkload(rng, LONG_ANSWER);
    return {
      accounts: records.map((record) => ({ record, role: 'service' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: [
            'shared_template',
            'no_repeat_sampling',
            'complementary_sharding',
            'shared_payment',
            'shared_network',
          ],
          isExtraction: true,
          accessViolation: false,
          together: true,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`worker ${at}`);
        const caller = makeCaller(own, world, record, { ...kit(own), nets: egress, profile });
        const work = serviceAsks(own, world, {
          rhythm: { hours: own.pick([HOURS.flat, HOURS.office]), weekend: 0.9, offsetHours },
          requests: shares[at]!,
          runs: { perDay: own.between(1, 3), hours: own.between(2, 8) },
          cv: 0.9,
          workload,
          habit: ordinaryHabit(own, world, true),
          role: 'service',
          perSession: own.pick([1, 1, 5]),
          write: (draw) => render(draw, draw.pick(templates), deck.next()),
        });
        return routed(own, world, work, only(caller));
      }),
    };
  },
};
