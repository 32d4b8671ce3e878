import type { Rng } from '../../rng.ts';
import { divide, drawOffset, HOURS } from '../arrival.ts';
import { drawAccount, drawKit } from '../identity.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { personStream } from '../person.ts';
import type { AccountRecord, Family, World } from '../sample-types.ts';
import { scriptStream } from '../script.ts';
import { TOPICS } from '../topics.ts';
import { CHAT, programmed } from '../workloads.ts';
import { DAY_US } from '../world.ts';

/** Share of accounts that are no longer open at the end of the window. */
const STOPPED = 0.08;

export const quietTail: Family = {
  id: 'N0',
  title: 'Quiet tail: individuals with little use',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const shares = divide(rng, requests, n, 0.9);
    const records = Array.from({ length: n }, () => drawAccount(rng, world));
    for (const record of records) if (rng.chance(STOPPED)) stop(rng, world, record);
    return {
      accounts: records.map((record) => ({ record, role: 'individual' as const, operator: null })),
      operators: [],
      streams: records.map((record, at) => {
        const own = rng.fork(`person ${at}`);
        const kit = drawKit(own);
        // A phone on the move shows many addresses, a line at home one.
        const nets = Array.from({ length: own.pick([0, 1, 1, 2, 4, 7]) }, () => world.networks.carrier(own));
        nets.unshift(own.chance(0.2) ? world.networks.proxyExit(own) : world.networks.home(own));
        const common = { requests: shares[at]!, role: 'individual' as const, ...kit, nets };
        if (kit.program && own.chance(0.65)) {
          return scriptStream(own, world, record, { ...common, offsetHours: drawOffset(own) });
        }
        return personStream(own, world, record, {
          ...common,
          rhythm: {
            hours: own.pick([HOURS.evening, HOURS.office, HOURS.student, HOURS.flat]),
            weekend: own.between(0.4, 1.3),
            offsetHours: drawOffset(own),
          },
          topics: own.sample(TOPICS, own.int(2, 6)),
          workload: kit.program ? programmed(own, CHAT) : CHAT,
          habit: ordinaryHabit(own, world),
          sitting: own.between(2, 6),
          sessionless: kit.program && own.chance(0.5),
        });
      }),
    };
  },
};

/** Some people leave, some are closed for unpaid bills, a few for a stolen card: a stop is no sign by itself. */
function stop(rng: Rng, world: World, record: AccountRecord): void {
  const stoppedUs =
    Math.max(world.startUs, record.createdUs) + Math.floor(rng.between(2, world.days) * DAY_US);
  if (stoppedUs >= world.endUs) return;
  record.status = rng.pick(['closed', 'closed', 'suspended', 'banned']);
  record.statusChangedUs = stoppedUs;
}
