import { divide, drawOffset, HOURS } from '../arrival.ts';
import { makeCaller, only, routed } from '../caller.ts';
import { Deck, render } from '../deck.ts';
import { drawAccount, drawOrganisation, drawProgram, personalMail } from '../identity.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { drawTemplate, type TemplateKind } from '../phrases.ts';
import type { Family } from '../sample-types.ts';
import { serviceAsks } from '../service.ts';
import { topicOf } from '../topics.ts';
import { ownWorkload, programmed, SHORT_ANSWER } from '../workloads.ts';
import { DAY_US } from '../world.ts';

const JOBS: readonly { readonly topic: string; readonly outputMean: number; readonly kind: TemplateKind }[] =
  [
    { topic: 'translation', outputMean: 420, kind: 'clean' },
    { topic: 'customer-support', outputMean: 40, kind: 'decide' },
    { topic: 'data-cleaning', outputMean: 160, kind: 'clean' },
    { topic: 'marketing', outputMean: 520, kind: 'solve' },
  ];

export const batchJob: Family = {
  id: 'N4',
  title: 'Batch job: one template over unique documents in a few days, no ramp, then it ends',
  malicious: false,
  plan: (rng, { accounts: n, requests, instance, world }) => {
    const shares = divide(rng, requests, n, 0.5);
    const records = Array.from({ length: n }, () => {
      const organisation = drawOrganisation(rng, world);
      return drawAccount(rng, world, {
        organizationId: organisation.id,
        createdUs: world.startUs - Math.floor(rng.exponential(40) * DAY_US),
        plan: rng.pick(['payg', 'payg', 'team']),
        signupRoute: rng.pick(['web', 'sales']),
        email: personalMail(rng, organisation.domain),
        kycLevel: rng.pick(['card', 'business']),
      });
    });
    return {
      accounts: records.map((record) => ({ record, role: 'service' as const, operator: null })),
      operators: [],
      streams: records.map((record, at) => {
        const own = rng.fork(`job ${at}`);
        const job = JOBS[(at + instance) % JOBS.length]!;
        const deck = new Deck(own.fork('deck'), [topicOf(job.topic)]);
        const template = drawTemplate(own, job.kind);
        const caller = makeCaller(own, world, record, {
          ...drawProgram(own),
          nets: [world.networks.cloud(own)],
        });
        const startUs = world.startUs + Math.floor(own.between(0.05, 0.6) * world.days * DAY_US);
        const work = serviceAsks(own, world, {
          rhythm: {
            hours: own.pick([HOURS.night, HOURS.flat, HOURS.office]),
            weekend: 1,
            offsetHours: drawOffset(own),
          },
          requests: shares[at]!,
          fromUs: startUs,
          untilUs: startUs + Math.floor(own.between(2.5, 8) * DAY_US),
          runs: { perDay: 2, hours: 5 },
          cv: 0.6,
          workload: {
            ...ownWorkload(
              own,
              programmed(own, { ...SHORT_ANSWER, outputMean: job.outputMean, spread: 0.8 }),
            ),
            endpoint: own.chance(0.4) ? '/v1/batches' : SHORT_ANSWER.endpoint,
          },
          habit: ordinaryHabit(own, world),
          role: 'service',
          write: (draw) => render(draw, template, deck.next()),
        });
        return routed(own, world, work, only(caller));
      }),
    };
  },
};
