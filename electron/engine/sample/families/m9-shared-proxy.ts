import { dealItem, jobAsks, planCampaign } from '../campaign.ts';
import { drawBase } from '../campaign-callers.ts';
import { Deck, render } from '../deck.ts';
import { drawTemplate, type TemplateKind } from '../phrases.ts';
import type { Family, FamilyPlan } from '../sample-types.ts';
import { type Field, topicsOf } from '../topics.ts';
import { LONG_ANSWER } from '../workloads.ts';

interface Principal {
  readonly name: string;
  readonly kind: TemplateKind;
  readonly fields: readonly Field[];
}
const PRINCIPALS: readonly Principal[] = [
  { name: 'network-a', kind: 'solve', fields: ['exact', 'science', 'data'] },
  { name: 'network-b', kind: 'reason', fields: ['code', 'agent', 'business'] },
];

export const sharedProxy: Family = {
  id: 'M9',
  title: 'Two principals who buy access from one proxy network: shared exits, software and servers',
  malicious: true,
  plan: (rng, budget, dial) => {
    const { world } = budget;
    const exits = Array.from({ length: 8 + budget.accounts }, () => world.networks.proxyExit(rng));
    const network = drawBase(rng.fork('network'), world);
    const plans = PRINCIPALS.map(({ name, kind, fields }, at): FamilyPlan => {
      const first = Math.ceil(budget.accounts / 2);
      const accounts = at === 0 ? first : budget.accounts - first;
      const own = rng.fork(name);
      const share = { ...budget, accounts, requests: (budget.requests * accounts) / budget.accounts };
      return planCampaign(own, share, dial, {
        name,
        mechanisms: [
          'shared_proxy_network',
          'shared_template',
          'no_repeat_sampling',
          'complementary_sharding',
          'synchronised_load',
        ],
        // The servers and the software belong to the network, the system prompt to the principal.
        base: { ...network, profile: drawBase(own, world).profile },
        pools: [{ weight: 1, role: 'harvest', relay: true, exit: (draw) => draw.pick(exits) }],
        sticky: false,
        harvest: (draw, requests, setting) => {
          const deck = new Deck(draw.fork('deck'), draw.sample(topicsOf(...fields), 5));
          const template = drawTemplate(draw, kind);
          return [
            jobAsks(draw, setting, {
              requests,
              workload: LONG_ANSWER,
              role: 'harvest',
              write: (one) => render(one, template, dealItem(one, deck, setting), setting.paraphraseRate),
            }),
          ];
        },
      });
    });
    return {
      accounts: plans.flatMap((plan, at) => plan.accounts.map((account) => ({ ...account, operator: at }))),
      operators: plans.flatMap((plan) => plan.operators),
      streams: plans.flatMap((plan) => plan.streams),
    };
  },
};
