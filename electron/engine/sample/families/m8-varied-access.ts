import type { Rng } from '../../rng.ts';
import { dealItem, jobAsks, planCampaign } from '../campaign.ts';
import { Deck, render } from '../deck.ts';
import { drawApp, drawProgram, type Terms } from '../identity.ts';
import { drawTemplate } from '../phrases.ts';
import type { Family } from '../sample-types.ts';
import { topicsOf } from '../topics.ts';
import { LONG_ANSWER } from '../workloads.ts';

const subscription = (rng: Rng): Terms => ({
  plan: rng.pick(['free', 'pro', 'pro']),
  signupRoute: rng.pick(['web', 'mobile', 'education']),
  kycLevel: rng.pick(['email', 'phone']),
});
const metered = (rng: Rng): Terms => ({
  plan: rng.pick(['payg', 'payg', 'team']),
  signupRoute: rng.pick(['web', 'startup_program', 'referral']),
  kycLevel: rng.pick(['card', 'phone']),
});
const contract = (rng: Rng): Terms => ({
  plan: 'enterprise',
  signupRoute: rng.pick(['marketplace', 'sales']),
  kycLevel: 'business',
});

export const variedAccess: Family = {
  id: 'M8',
  title:
    'Varied account types over several access paths: subscriptions, metered keys and a cloud marketplace',
  malicious: true,
  plan: (rng, budget, dial) => {
    const { networks } = budget.world;
    return planCampaign(rng, budget, dial, {
      name: 'varied',
      mechanisms: [
        'varied_accounts',
        'shared_template',
        'no_repeat_sampling',
        'complementary_sharding',
        'synchronised_load',
      ],
      pools: [
        { weight: 0.4, role: 'harvest', terms: subscription, kit: drawApp },
        { weight: 0.35, role: 'harvest', terms: metered, kit: drawProgram },
        {
          weight: 0.25,
          role: 'harvest',
          terms: contract,
          kit: drawProgram,
          exit: (own) => networks.cloud(own),
        },
      ],
      sticky: false,
      noiseAtLeast: 0.4,
      harvest: (own, requests, setting) => {
        const deck = new Deck(own.fork('deck'), own.sample(topicsOf('agent', 'data', 'code', 'science'), 5));
        const templates = [drawTemplate(own, 'solve'), drawTemplate(own, 'critique')];
        return [
          jobAsks(own, setting, {
            requests,
            workload: LONG_ANSWER,
            role: 'harvest',
            write: (draw) =>
              render(draw, draw.pick(templates), dealItem(draw, deck, setting), setting.paraphraseRate),
          }),
        ];
      },
    });
  },
};
