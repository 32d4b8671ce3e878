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

export const auditTrail: Family = {
  id: 'N14',
  title: 'Explainable decisions: one demand for written-out reasons on every record of the customer',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, offsetHours, kit } = foundCompany(rng, world, n, {
      plans: ['enterprise', 'team', 'payg'],
      routes: ['sales', 'web', 'invite'],
      uses: ['internal tools', 'customer support', ''],
      openedDays: [15, 250],
    });
    const shares = divide(rng, requests, n, 0.6);
    const template = drawTemplate(rng, 'decide');
    const profile = drawProfile(rng);
    const workload = ownWorkload(rng, LONG_ANSWER);
    // Own records only: one or two subject areas, each record once, now and then looked at again.
    const deck = new Deck(
      rng.fork('deck'),
      rng.sample(topicsOf('business', 'society', 'data', 'life'), rng.int(1, 3)),
    );
    return {
      accounts: records.map((record) => ({ record, role: 'service' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: ['fixed_reasoning_prompt', 'shared_template', 'shared_payment', 'shared_network'],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`office ${at}`);
        const caller = makeCaller(own, world, record, { ...kit(own), nets: egress, profile });
        const work = serviceAsks(own, world, {
          rhythm: { hours: HOURS.office, weekend: own.pick([0.05, 0.5]), offsetHours },
          requests: shares[at]!,
          runs: own.chance(0.4) ? { perDay: own.between(1, 3), hours: own.between(1, 4) } : null,
          cv: own.between(0.8, 2),
          workload,
          habit: ordinaryHabit(own, world),
          role: 'service',
          perSession: own.pick([1, 1, 2, 4]),
          write: (draw) => render(draw, template, draw.chance(0.08) ? deck.again(draw) : deck.next()),
        });
        return routed(own, world, work, only(caller));
      }),
    };
  },
};
