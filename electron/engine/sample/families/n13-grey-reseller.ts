import { drawOffset, HOURS } from '../arrival.ts';
import { routed } from '../caller.ts';
import { campaignCallers, drawBase } from '../campaign-callers.ts';
import { crowdAsks } from '../crowd.ts';
import { enrol, plantSuccessions } from '../enrol.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { poolRouter } from '../pool.ts';
import type { Family } from '../sample-types.ts';
import { CHAT, ownWorkload } from '../workloads.ts';

export const greyReseller: Family = {
  id: 'N13',
  title: 'Grey-market reseller: a pool of accounts under false names, ordinary users behind it',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }, dial) => {
    const base = drawBase(rng, world);
    const records = enrol(rng, world, n, dial);
    const fromUs = plantSuccessions(rng, world, records, Math.max(1, Math.round(n * 0.1)));
    const callers = campaignCallers(rng, world, records, dial, base, { relay: true, fromUs }).map(
      ({ caller }) => caller,
    );
    const zone = drawOffset(rng);
    const users = crowdAsks(rng.fork('users'), world, {
      users: n * 14,
      requests,
      rhythms: [0, 0, 1].map((shift) => ({
        hours: HOURS.evening,
        weekend: 1,
        offsetHours: Math.min(12, zone + shift),
      })),
      workload: ownWorkload(rng, CHAT),
      habit: ordinaryHabit(rng, world),
      role: 'reseller_pool',
      sitting: 4,
      tagged: false,
      commonShare: 0.12,
    });
    return {
      accounts: records.map((record) => ({ record, role: 'reseller_pool' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: [
            'sticky_dispatch',
            'shared_payment',
            'shared_device',
            'registration_batch',
            'proxy_rotation',
            'succession',
          ],
          isExtraction: false,
          accessViolation: true,
          together: true,
        },
      ],
      streams: [
        routed(
          rng.fork('sent'),
          world,
          users,
          poolRouter(rng.fork('dispatch'), callers, { sticky: true, noise: 0 }),
        ),
      ],
    };
  },
};
