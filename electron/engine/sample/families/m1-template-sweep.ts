import { dealItem, jobAsks, planCampaign } from '../campaign.ts';
import { Deck, render } from '../deck.ts';
import { drawTemplate } from '../phrases.ts';
import type { Family } from '../sample-types.ts';
import { topicsOf } from '../topics.ts';
import { LONG_ANSWER } from '../workloads.ts';

export const templateSweep: Family = {
  id: 'M1',
  title: 'Template sweep over many accounts behind one load balancer',
  malicious: true,
  plan: (rng, budget, dial) =>
    planCampaign(rng, budget, dial, {
      name: 'sweep',
      mechanisms: [
        'shared_template',
        'no_repeat_sampling',
        'complementary_sharding',
        'synchronised_load',
        ...(dial < 2 ? (['equal_load_dispatch'] as const) : []),
        ...(budget.accounts < 6 ? [] : (['succession'] as const)),
      ],
      pools: [{ weight: 1, role: 'harvest', successions: budget.accounts < 6 ? 0 : 0.09 }],
      sticky: false,
      harvest: (own, requests, setting) => {
        const deck = new Deck(own.fork('deck'), own.sample(topicsOf('data', 'exact', 'science', 'code'), 4));
        const template = drawTemplate(own, 'solve');
        return [
          jobAsks(own, setting, {
            requests,
            workload: LONG_ANSWER,
            role: 'harvest',
            write: (draw) => render(draw, template, dealItem(draw, deck, setting), setting.paraphraseRate),
          }),
        ];
      },
    }),
};
