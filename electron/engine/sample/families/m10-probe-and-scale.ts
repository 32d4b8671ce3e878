import { dealItem, jobAsks, planCampaign } from '../campaign.ts';
import { Deck, render } from '../deck.ts';
import { drawTemplate } from '../phrases.ts';
import type { Family } from '../sample-types.ts';
import { topicsOf } from '../topics.ts';
import { LONG_ANSWER } from '../workloads.ts';
import { DAY_US } from '../world.ts';

/** Share of the campaign's requests that look for a wording that works. */
const PROBES = 0.18;
const REFUSED = 0.45;

export const probeAndScale: Family = {
  id: 'M10',
  title: 'Probing: many variants of a demand, most refused; the one that works is then scaled up',
  malicious: true,
  plan: (rng, budget, dial) => {
    const { world } = budget;
    const scaleUs = world.startUs + Math.floor(rng.between(0.25, 0.4) * world.days * DAY_US);
    return planCampaign(rng, budget, dial, {
      name: 'probing',
      mechanisms: [
        'probing_phase',
        'scale_up',
        'fixed_reasoning_prompt',
        'shared_template',
        'no_repeat_sampling',
        'complementary_sharding',
        'synchronised_load',
      ],
      pools: [
        { weight: 0.3, role: 'probe' },
        { weight: 0.7, role: 'harvest' },
      ],
      sticky: false,
      choose: (route) => {
        const probers = route([0]);
        const all = route([0, 1]);
        return (ask) => (ask.role === 'probe' ? (probers(ask) ?? all(ask)) : all(ask));
      },
      harvest: (own, requests, setting) => {
        const deck = new Deck(own.fork('deck'), own.sample(topicsOf('exact', 'code', 'science', 'data'), 5));
        const winner = drawTemplate(own, 'reason');
        return [
          jobAsks(own.fork('probes'), setting, {
            requests: requests * PROBES,
            workload: { ...LONG_ANSWER, refusalRate: REFUSED },
            role: 'probe',
            untilUs: scaleUs,
            // Every probe is another wording about one of a few items.
            write: (draw) => render(draw, drawTemplate(draw, 'reason'), deck.at(draw.int(0, 30))),
          }),
          jobAsks(own, setting, {
            requests: requests * (1 - PROBES),
            workload: { ...LONG_ANSWER, refusalRate: 0.02 },
            role: 'harvest',
            fromUs: scaleUs,
            write: (draw) => render(draw, winner, dealItem(draw, deck, setting), setting.paraphraseRate),
          }),
        ];
      },
    });
  },
};
