import { jobAsks, planCampaign } from '../campaign.ts';
import { Deck, type Item, render } from '../deck.ts';
import { drawTemplate } from '../phrases.ts';
import type { Family } from '../sample-types.ts';
import { topicsOf } from '../topics.ts';
import { LONG_ANSWER } from '../workloads.ts';

/** The stages an item goes through, one after the other. */
const STAGES = ['reason', 'critique', 'clean'] as const;

export const slowAndLow: Family = {
  id: 'M7',
  title: 'Slow and low: few, curated requests an account and day over the whole window',
  malicious: true,
  plan: (rng, budget, dial) =>
    planCampaign(rng, budget, dial, {
      name: 'slow',
      mechanisms: [
        'slow_and_low',
        'staged_refinement',
        'shared_template',
        'no_repeat_sampling',
        'complementary_sharding',
      ],
      pools: [{ weight: 1, role: 'harvest' }],
      sticky: true,
      noiseAtLeast: 0.5,
      harvest: (own, requests, setting) => {
        const deck = new Deck(own.fork('deck'), own.sample(topicsOf('exact', 'code'), 4));
        const templates = STAGES.map((stage) => drawTemplate(own, stage));
        let item: Item = deck.next();
        let stage: number = STAGES.length;
        return [
          // Human hours are this campaign's way, whatever the dial.
          jobAsks(
            own,
            { ...setting, humanHours: Math.max(0.9, setting.humanHours) },
            {
              requests,
              workload: LONG_ANSWER,
              role: 'harvest',
              steady: true,
              perSession: STAGES.length,
              write: (draw) => {
                if (stage === STAGES.length) {
                  item = deck.next();
                  stage = 0;
                }
                return render(draw, templates[stage++]!, item, setting.paraphraseRate);
              },
            },
          ),
        ];
      },
    }),
};
