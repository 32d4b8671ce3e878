import { divide, HOURS } from '../arrival.ts';
import { makeCaller, only, routed } from '../caller.ts';
import { foundCompany } from '../company.ts';
import { crowdAsks } from '../crowd.ts';
import { ordinaryHabit } from '../model-habit.ts';
import type { Family } from '../sample-types.ts';
import { AGENT, CHAT, drawProfile, ownWorkload } from '../workloads.ts';

export const gateway: Family = {
  id: 'N6',
  title: 'Licensed gateway: many ordinary users behind few keys',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, kit } = foundCompany(rng, world, n, {
      plans: ['enterprise', 'enterprise', 'payg'],
      routes: ['sales', 'marketplace'],
      uses: ['resale to end users', 'resale to end users', ''],
      openedDays: [60, 300],
      contract: { reseller: true },
    });
    const shares = divide(rng, requests, n, 0.4);
    const regions = [-5, 1, 8].map((offsetHours) => ({ hours: HOURS.evening, weekend: 0.9, offsetHours }));
    // Not every gateway passes its users' ids on; without them it looks like one very broad customer.
    const tagged = rng.chance(0.6);
    const profile = drawProfile(rng);
    return {
      accounts: records.map((record) => ({ record, role: 'service' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: ['shared_payment', 'shared_network'],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`key ${at}`);
        const caller = makeCaller(own, world, record, { ...kit(own), nets: egress, profile });
        const users = crowdAsks(own, world, {
          users: Math.max(30, Math.round(shares[at]! / 12)),
          requests: shares[at]!,
          rhythms: regions,
          workload: ownWorkload(own, own.chance(0.3) ? AGENT : CHAT),
          habit: ordinaryHabit(own, world),
          role: 'service',
          sitting: 3.5,
          tagged,
          commonShare: 0.15,
        });
        return routed(own, world, users, only(caller));
      }),
    };
  },
};
