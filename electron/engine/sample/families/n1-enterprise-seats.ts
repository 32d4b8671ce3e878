import { divide, HOURS } from '../arrival.ts';
import { makeCaller, only, routed } from '../caller.ts';
import { foundCompany } from '../company.ts';
import { Deck, render } from '../deck.ts';
import { drawApp } from '../identity.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { personStream } from '../person.ts';
import { drawTemplate } from '../phrases.ts';
import type { Family } from '../sample-types.ts';
import { serviceAsks } from '../service.ts';
import { topicOf, topicsOf } from '../topics.ts';
import { AGENT, CHAT, drawProfile, LONG_ANSWER, ownWorkload } from '../workloads.ts';
import { DAY_US, HOUR_US } from '../world.ts';

/** Accounts in this share are programs that run day and night. */
const SERVICE_SHARE = 0.4;
const REPEATED_CASES = 400;

export const enterpriseSeats: Family = {
  id: 'N1',
  title: 'Agentic enterprise: many seats and services of one company behind shared egress',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, offsetHours, kit } = foundCompany(rng, world, n, {
      plans: ['enterprise', 'enterprise', 'enterprise', 'enterprise', 'team'],
      routes: ['sales', 'invite', 'invite'],
      uses: ['internal tools', 'internal tools', 'customer support', ''],
      openedDays: [5, 200],
    });
    const shares = divide(rng, requests, n, 0.9);
    const services = Math.round(n * SERVICE_SHARE);
    // Seats change hands: one leaver's work goes on in a new account, as a stopped campaign account's would.
    for (let pair = 0; pair < Math.floor(n / 24); pair++) {
      const leaver = records[n - 1 - pair]!;
      const joiner = records[n - 1 - pair - Math.floor(n / 24)]!;
      leaver.status = 'closed';
      leaver.statusChangedUs = world.startUs + Math.floor(rng.between(0.25, 0.7) * world.days * DAY_US);
      joiner.createdUs = leaver.statusChangedUs + Math.floor(rng.between(1, 30) * HOUR_US);
    }
    // Prompts the company keeps in its handbook; every seat uses them.
    const handbook = (['decide', 'solve', 'critique', 'clean'] as const).map((kind) =>
      drawTemplate(rng, kind),
    );
    const deck = new Deck(rng.fork('deck'), topicsOf('business', 'society', 'writing', 'data'));
    const fromHandbook = (own: typeof rng) =>
      render(own, own.pick(handbook), deck.at(Math.floor(REPEATED_CASES ** own.float())));
    const profile = drawProfile(rng);
    const areas = topicsOf('business', 'writing', 'data', 'society', 'code');
    return {
      accounts: records.map((record, at) => ({
        record,
        role: at < services ? ('service' as const) : ('seat' as const),
        operator: 0,
      })),
      operators: [
        {
          campaign: null,
          mechanisms: [
            'shared_network',
            'shared_payment',
            'shared_template',
            'registration_batch',
            'repeated_items',
          ],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`seat ${at}`);
        if (at < services) {
          const caller = makeCaller(own, world, record, {
            ...kit(own),
            nets: egress,
            profile: own.chance(0.5) ? profile : drawProfile(own),
          });
          const work = serviceAsks(own, world, {
            rhythm: { hours: own.chance(0.5) ? HOURS.flat : HOURS.office, weekend: 0.7, offsetHours },
            requests: shares[at]!,
            runs: own.chance(0.4) ? { perDay: own.between(1, 4), hours: own.between(0.5, 4) } : null,
            cv: own.between(0.6, 2),
            workload: ownWorkload(own, own.pick([AGENT, CHAT, CHAT, LONG_ANSWER])),
            habit: ordinaryHabit(own, world),
            role: 'service',
            perSession: own.pick([1, 1, 3, 6]),
            write: fromHandbook,
          });
          return routed(own, world, work, only(caller));
        }
        return personStream(own, world, record, {
          rhythm: { hours: HOURS.office, weekend: 0.08, offsetHours },
          requests: shares[at]!,
          topics: [
            own.pick(areas),
            own.pick(areas),
            topicOf('email-drafts'),
            own.pick(topicsOf('code', 'data')),
          ],
          workload: CHAT,
          habit: ordinaryHabit(own, world),
          role: 'seat',
          sitting: 4,
          ...drawApp(own),
          // Some work from home, and some of those behind a service that hides the line.
          nets: own.chance(0.3)
            ? [...egress, own.chance(0.3) ? world.networks.proxyExit(own) : world.networks.home(own)]
            : egress,
          write: own.chance(0.4) ? fromHandbook : undefined,
        });
      }),
    };
  },
};
