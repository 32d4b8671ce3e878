import { drawAnswer } from '../answers.ts';
import { dealItem, jobAsks, planCampaign } from '../campaign.ts';
import { Deck, type Item, render } from '../deck.ts';
import { drawTemplate } from '../phrases.ts';
import { clip } from '../prompts.ts';
import type { Family } from '../sample-types.ts';
import { topicsOf } from '../topics.ts';
import { LONG_ANSWER, SHORT_ANSWER } from '../workloads.ts';

/** Candidate answers that are graded for each item. */
const CANDIDATES = 4;
/** Share of requests that have the model write the ideal reasoning itself. */
const WRITTEN_OUT = 0.2;

export const rewardModel: Family = {
  id: 'M3',
  title:
    'Rubric grading: several candidate answers an item are scored as a reward model would, at small volume',
  malicious: true,
  plan: (rng, budget, dial) =>
    planCampaign(rng, budget, dial, {
      name: 'grading',
      mechanisms: [
        'rubric_grading',
        'staged_refinement',
        'shared_template',
        'complementary_sharding',
        'synchronised_load',
      ],
      pools: [{ weight: 1, role: 'grade' }],
      sticky: true,
      harvest: (own, requests, setting) => {
        const deck = new Deck(own.fork('deck'), own.sample(topicsOf('exact', 'code', 'data', 'writing'), 5));
        const rubric = drawTemplate(own, 'grade');
        const reason = drawTemplate(own, 'reason');
        let item: Item = deck.next();
        let left = 0;
        return [
          jobAsks(own, setting, {
            requests: requests * (1 - WRITTEN_OUT),
            // The grades are short, whatever reasons they come with.
            workload: { ...SHORT_ANSWER, outputMean: own.pick([30, 120, 280]), spread: 0.8 },
            role: 'grade',
            perSession: CANDIDATES,
            write: (draw) => {
              if (left-- === 0) {
                item = dealItem(draw, deck, setting);
                left = CANDIDATES - 1;
              }
              const { topic, text } = render(draw, rubric, item, setting.paraphraseRate);
              return { topic, text: clip(`${text}\n"${drawAnswer(draw, item, 3)}"`) };
            },
          }),
          jobAsks(own.fork('written out'), setting, {
            requests: requests * WRITTEN_OUT,
            workload: LONG_ANSWER,
            role: 'harvest',
            write: (draw) => render(draw, reason, deck.again(draw), setting.paraphraseRate),
          }),
        ];
      },
    }),
};
