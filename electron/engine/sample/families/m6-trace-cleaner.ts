import { drawAnswer } from '../answers.ts';
import { dealItem, jobAsks, planCampaign } from '../campaign.ts';
import { Deck, type Item, render } from '../deck.ts';
import { drawTemplate } from '../phrases.ts';
import { clip } from '../prompts.ts';
import type { Family } from '../sample-types.ts';
import { topicsOf } from '../topics.ts';
import { LONG_ANSWER } from '../workloads.ts';

/** The same item goes through linked stages: clean the reasoning, grade it, write a test for it. */
const STAGES = ['clean', 'grade', 'test'] as const;

export const traceCleaner: Family = {
  id: 'M6',
  title: 'Data factory: reasoning traces are cleaned, graded and turned into tasks in an endless loop',
  malicious: true,
  plan: (rng, budget, dial) =>
    planCampaign(rng, budget, dial, {
      name: 'cleaner',
      mechanisms: [
        'reasoning_cleaning',
        'staged_refinement',
        'rubric_grading',
        'shared_template',
        'no_repeat_sampling',
        'complementary_sharding',
        'sticky_dispatch',
      ],
      pools: [{ weight: 1, role: 'clean' }],
      sticky: true,
      harvest: (own, requests, setting) => {
        const deck = new Deck(own.fork('deck'), own.sample(topicsOf('exact', 'code', 'agent', 'science'), 5));
        const templates = STAGES.map((stage) => drawTemplate(own, stage));
        let item: Item = deck.next();
        let stage: number = STAGES.length;
        return [
          jobAsks(own, setting, {
            requests,
            workload: { ...LONG_ANSWER, outputMean: 420 },
            role: 'clean',
            steady: true,
            perSession: STAGES.length,
            write: (draw) => {
              if (stage === STAGES.length) {
                item = dealItem(draw, deck, setting);
                stage = 0;
              }
              const { topic, text } = render(draw, templates[stage++]!, item, setting.paraphraseRate);
              return { topic, text: clip(`${text}\n\n${drawAnswer(draw, item, 4)}`) };
            },
          }),
        ];
      },
    }),
};
