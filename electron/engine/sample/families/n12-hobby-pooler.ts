import { drawOffset, HOURS, type Pacing } from '../arrival.ts';
import { makeCaller, routed } from '../caller.ts';
import { drawAccount, newDevice, SOFTWARE } from '../identity.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { personAsks } from '../person.ts';
import { poolRouter } from '../pool.ts';
import type { Family } from '../sample-types.ts';
import { topicsOf } from '../topics.ts';
import { AGENT } from '../workloads.ts';
import { DAY_US } from '../world.ts';

const CODING: Pacing = { kind: 'weibull', meanGapS: 40, shape: 0.6 };

/** Pooling own paid seats is counted as no breach of access here; whether it is one is a matter of terms. */
export const hobbyPooler: Family = {
  id: 'N12',
  title: 'Hobby programmer who spreads own work over a few own subscriptions',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const card = `pf_${rng.hex(10)}`;
    const device = newDevice(rng);
    const home = world.networks.home(rng);
    const firstUs = world.startUs - Math.floor(rng.between(20, 200) * DAY_US);
    const records = Array.from({ length: n }, (_, at) =>
      drawAccount(rng, world, {
        createdUs: firstUs + at * 3 * DAY_US,
        plan: 'pro',
        signupRoute: 'web',
        paymentFingerprint: card,
      }),
    );
    const callers = records.map((record) =>
      makeCaller(rng, world, record, { client: SOFTWARE.agent[1], nets: [home], deviceId: device }),
    );
    const work = personAsks(rng.fork('work'), world, {
      rhythm: { hours: HOURS.evening, weekend: 1.5, offsetHours: drawOffset(rng) },
      requests,
      topics: rng.sample(topicsOf('code'), 4),
      workload: AGENT,
      habit: ordinaryHabit(rng, world),
      role: 'individual',
      sitting: 14,
      pacing: CODING,
    });
    return {
      accounts: records.map((record) => ({ record, role: 'individual' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: ['equal_load_dispatch', 'shared_payment', 'shared_device', 'shared_network'],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: [
        routed(
          rng.fork('sent'),
          world,
          work,
          poolRouter(rng.fork('dispatch'), callers, { sticky: false, noise: 0 }),
        ),
      ],
    };
  },
};
