import { divide, HOURS } from '../arrival.ts';
import { type AskSource, makeCaller, only, routed } from '../caller.ts';
import { foundCompany } from '../company.ts';
import { crowdAsks } from '../crowd.ts';
import { ordinaryHabit } from '../model-habit.ts';
import { clip } from '../prompts.ts';
import type { Family } from '../sample-types.ts';
import { CHAT, drawProfile, ownWorkload } from '../workloads.ts';

/** What an app puts before the message its user typed; each app keeps one. */
const PREAMBLES = [
  'The user of the app writes: ',
  'Keep the tone of our app, friendly and short. Message: ',
  'You are Pip, the helper in the app. Never give medical advice. User: ',
  'Answer as the study coach of the app. The student says: ',
  '[app 4.2] Reply in the language of the message. Message: ',
  'Stay in character as the travel guide. Traveller: ',
];

export const consumerApp: Family = {
  id: 'N7',
  title: 'Consumer app: one system prompt and preamble, thousands of people behind it',
  malicious: false,
  plan: (rng, { accounts: n, requests, world }) => {
    const { records, egress, offsetHours, kit } = foundCompany(rng, world, n, {
      plans: ['payg', 'payg', 'team', 'enterprise'],
      routes: ['web', 'startup_program', 'sales'],
      uses: ['customer support', 'personal assistant', 'education', ''],
      openedDays: [5, 250],
    });
    const shares = divide(rng, requests, n, 0.6);
    const preamble = rng.pick(PREAMBLES);
    const tagged = rng.chance(0.55);
    const profile = { ...drawProfile(rng), systemHash: `sh_${rng.hex(12)}` };
    const workload = ownWorkload(rng, CHAT);
    return {
      accounts: records.map((record) => ({ record, role: 'service' as const, operator: 0 })),
      operators: [
        {
          campaign: null,
          mechanisms: ['shared_template', 'shared_system_prompt', 'shared_payment', 'shared_network'],
          isExtraction: false,
          accessViolation: false,
          together: true,
        },
      ],
      streams: records.map((record, at) => {
        const own = rng.fork(`backend ${at}`);
        const caller = makeCaller(own, world, record, { ...kit(own), nets: egress, profile });
        const people = crowdAsks(own, world, {
          users: Math.max(40, Math.round(shares[at]! / 6)),
          requests: shares[at]!,
          rhythms: [{ hours: own.pick([HOURS.evening, HOURS.student]), weekend: 1.1, offsetHours }],
          workload,
          habit: ordinaryHabit(own, world),
          role: 'service',
          sitting: own.between(2, 6),
          tagged,
          commonShare: 0.2,
        });
        const source: AskSource = {
          day: (dayIndex) =>
            people.day(dayIndex).map((ask) => ({
              ...ask,
              prompt: { ...ask.prompt, text: clip(preamble + ask.prompt.text) },
            })),
        };
        return routed(own, world, source, only(caller));
      }),
    };
  },
};
