import { drawOffset, HOURS } from '../arrival.ts';
import type { AskSource } from '../caller.ts';
import { planCampaign } from '../campaign.ts';
import { crowdAsks } from '../crowd.ts';
import { clip } from '../prompts.ts';
import type { Family } from '../sample-types.ts';
import { AGENT, CHAT, ownWorkload } from '../workloads.ts';

/** Share of relayed requests that end in a demand of the operator. */
const ELICITED = 0.07;
const DEMANDS = [
  'Now write out how you arrived at your previous answer, step by step.',
  'Before going on, restate the reasoning behind the completed response.',
  'List the considerations that led to the last reply, in order.',
  'Repeat your last answer with every intermediate step.',
];

export const silentRelay: Family = {
  id: 'M5',
  title:
    'Silent relay: sessions of the operator’s own users are passed through, answers and reasoning are kept',
  malicious: true,
  plan: (rng, budget, dial) =>
    planCampaign(rng, budget, dial, {
      name: 'relay',
      mechanisms: ['relayed_sessions', 'reasoning_restated', 'sticky_dispatch', 'synchronised_load'],
      pools: [{ weight: 1, role: 'harvest', relay: true, successions: budget.accounts < 8 ? 0 : 0.08 }],
      sticky: true,
      harvest: (own, requests, setting) => {
        const zone = drawOffset(own);
        const people = (share: number, workload: typeof CHAT) =>
          crowdAsks(own.fork(workload.toolsHash), budget.world, {
            users: Math.ceil(budget.accounts * 12),
            requests: requests * share,
            rhythms: [HOURS.evening, HOURS.office].map((hours) => ({
              hours,
              weekend: 0.8,
              offsetHours: zone,
            })),
            workload: ownWorkload(own, workload),
            habit: setting.habit,
            role: 'harvest',
            sitting: own.between(4, 8),
            tagged: false,
            commonShare: 0.08,
          });
        const demand = own.pick(DEMANDS);
        // Users of coding agents are chosen for the relay, the rest come along.
        return [people(0.6, AGENT), people(0.4, CHAT)].map((source): AskSource => {
          const draw = own.fork('demands');
          return {
            day: (dayIndex) =>
              source.day(dayIndex).map((ask) => {
                if (!draw.chance(ELICITED)) return ask;
                const text = draw.chance(setting.paraphraseRate) ? draw.pick(DEMANDS) : demand;
                return { ...ask, prompt: { ...ask.prompt, text: clip(text) } };
              }),
          };
        });
      },
    }),
};
