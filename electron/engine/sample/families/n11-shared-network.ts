import { divide, drawOffset, HOURS } from '../arrival.ts';
import { drawAccount, drawKit } from '../identity.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { rotatingNet } from '../network.ts';
import { personStream } from '../person.ts';
import type { Family } from '../sample-types.ts';
import { scriptStream } from '../script.ts';
import { TOPICS } from '../topics.ts';
import { CHAT, programmed } from '../workloads.ts';

export const sharedNetwork: Family = {
  id: 'N11',
  title: 'Strangers behind the same carrier, VPN and proxy addresses',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const shares = divide(rng, requests, n, 1);
    const records = Array.from({ length: n }, () => drawAccount(rng, world));
    return {
      accounts: records.map((record) => ({ record, role: 'individual' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: ['shared_network', 'proxy_rotation'],
          isExtraction: false,
          accessViolation: false,
          together: false,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`stranger ${at}`);
        const vpn = own.chance(0.7);
        const kit = drawKit(own);
        const nets = Array.from({ length: vpn ? own.int(3, 9) : 1 }, () =>
          vpn ? world.networks.proxyExit(own) : world.networks.carrier(own),
        );
        const common = {
          requests: shares[at]!,
          role: 'individual' as const,
          ...kit,
          nets,
          net: vpn && own.chance(0.6) ? rotatingNet(own.fork('exits'), nets) : undefined,
        };
        if (kit.program && own.chance(0.6)) {
          return scriptStream(own, world, record, { ...common, offsetHours: drawOffset(own) });
        }
        return personStream(own, world, record, {
          rhythm: {
            hours: own.pick([HOURS.evening, HOURS.evening, HOURS.office, HOURS.flat]),
            weekend: own.between(0.5, 1.2),
            offsetHours: drawOffset(own),
          },
          topics: own.sample(TOPICS, own.int(3, 7)),
          workload: kit.program ? programmed(own, CHAT) : CHAT,
          habit: ordinaryHabit(own, world),
          sitting: own.between(2, 7),
          sessionless: kit.program && own.chance(0.5),
          ...common,
        });
      }),
    };
  },
};
