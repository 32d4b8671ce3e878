import { HOURS } from '../arrival.ts';
import { makeCaller, routed } from '../caller.ts';
import { foundCompany } from '../company.ts';
import { crowdAsks } from '../crowd.ts';
import { Deck, render } from '../deck.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { drawTemplate } from '../phrases.ts';
import { poolRouter } from '../pool.ts';
import type { Family } from '../sample-types.ts';
import { serviceAsks } from '../service.ts';
import { topicsOf } from '../topics.ts';
import { CHAT, drawProfile, LONG_ANSWER, ownWorkload } from '../workloads.ts';

/** Share of requests that watch the models' quality with a fixed set of items. */
const WATCH = 0.35;
const ITEMS = 40;

export const failoverRouter: Family = {
  id: 'N15',
  title:
    'Router over several providers: keys used in turn, fail-over on errors, a fixed set that watches for drift',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, offsetHours, kit } = foundCompany(rng, world, n, {
      plans: ['payg', 'payg', 'enterprise'],
      routes: ['web', 'startup_program', 'sales'],
      uses: ['internal tools', 'model evaluation', ''],
      openedDays: [10, 200],
    });
    const profile = drawProfile(rng);
    const callers = records.map((record) => {
      const own = rng.fork(`key ${record.accountId}`);
      return makeCaller(own, world, record, { ...kit(own), nets: egress, profile });
    });
    const template = drawTemplate(rng, 'reason');
    const deck = new Deck(rng.fork('deck'), rng.sample(topicsOf('exact', 'code', 'data'), 5));
    const { large, small, old } = world.models;
    const watch = serviceAsks(rng.fork('watch'), world, {
      rhythm: { hours: HOURS.flat, weekend: 1, offsetHours },
      requests: requests * WATCH,
      runs: { perDay: 4, hours: 0.5 },
      cv: 0.8,
      workload: ownWorkload(rng, LONG_ANSWER),
      // Every model in turn, the new one as soon as it can be called.
      habit: (timeUs) => {
        const models =
          timeUs >= world.releaseUs ? [large, small, old, world.models.next] : [large, small, old];
        return models[Math.floor(timeUs / 1000) % models.length]!;
      },
      role: 'service',
      write: (draw) => render(draw, template, deck.at(draw.int(0, ITEMS - 1))),
    });
    const traffic = crowdAsks(rng.fork('traffic'), world, {
      users: Math.max(20, n * 15),
      requests: requests * (1 - WATCH),
      rhythms: [{ hours: HOURS.office, weekend: 0.6, offsetHours }],
      workload: ownWorkload(rng, CHAT),
      habit: ordinaryHabit(rng, world),
      role: 'service',
      sitting: 3,
      tagged: false,
      commonShare: 0.15,
    });
    // Requests go to the next key, so load is as equal as a campaign's; sessions stay for the cache's sake.
    const route = poolRouter(rng.fork('dispatch'), callers, { sticky: rng.chance(0.5), noise: 0.05 });
    return {
      accounts: records.map((record) => ({ record, role: 'service' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: [
            'equal_load_dispatch',
            'synchronised_load',
            'repeated_items',
            'provider_failover',
            'shared_payment',
            'shared_network',
          ],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: [watch, traffic].map((source, at) => routed(rng.fork(`sent ${at}`), world, source, route)),
    };
  },
};
