import { divide, drawOffset, HOURS } from '../arrival.ts';
import { drawAccount, RELAY_DEFAULT_DEVICE, SOFTWARE } from '../identity.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { personStream } from '../person.ts';
import { clip, drawVoice, freePrompt } from '../prompts.ts';
import type { Family } from '../sample-types.ts';
import { TOPICS } from '../topics.ts';
import { CHAT, programmed } from '../workloads.ts';

/** What the framework puts before every question unless its user changes it. */
const PREAMBLE =
  'Answer the question as well as you can. Think about which tool to use, use it, look at the result, repeat until you know the answer. Question: ';
const PREAMBLE_HASH = 'sh_c41d9907be35';

export const frameworkUsers: Family = {
  id: 'N10',
  title: 'Strangers who use one open-source framework with its default prompt and device id',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const shares = divide(rng, requests, n, 1);
    const records = Array.from({ length: n }, () => drawAccount(rng, world));
    return {
      accounts: records.map((record) => ({ record, role: 'individual' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: ['shared_template', 'shared_device', 'shared_header_fingerprint'],
          isExtraction: false,
          accessViolation: false,
          together: false,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`user ${at}`);
        const voice = drawVoice(own);
        const relay = own.chance(0.4);
        // Some have a prompt of their own for part of their work.
        const changed = own.pick([0, 0, 0.3, 0.8]);
        return personStream(own, world, record, {
          rhythm: {
            hours: own.chance(0.5) ? HOURS.evening : HOURS.flat,
            weekend: own.between(0.4, 1.2),
            offsetHours: drawOffset(own),
          },
          requests: shares[at]!,
          topics: own.sample(TOPICS, 4),
          workload: { ...programmed(own, CHAT), systemHash: own.chance(0.7) ? PREAMBLE_HASH : '' },
          habit: ordinaryHabit(own, world),
          role: 'individual',
          sitting: own.between(2, 8),
          sessionless: own.chance(0.5),
          pacing: { kind: 'gamma', meanGapS: own.pick([15, 45, 120]), shape: 0.5 },
          client: relay ? SOFTWARE.relay[0] : SOFTWARE.framework[0],
          deviceId: relay ? RELAY_DEFAULT_DEVICE : '',
          nets: [
            own.pick([
              world.networks.cloud,
              world.networks.home,
              world.networks.home,
              world.networks.carrier,
            ])(own),
          ],
          write: (draw, topic) => {
            const free = freePrompt(draw, topic, voice);
            return draw.chance(changed) ? free : { topic: free.topic, text: clip(PREAMBLE + free.text) };
          },
        });
      }),
    };
  },
};
