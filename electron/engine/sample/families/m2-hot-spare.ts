import { dealItem, jobAsks, planCampaign } from '../campaign.ts';
import { Deck, render } from '../deck.ts';
import { drawTemplate } from '../phrases.ts';
import type { AccountRecord, Family } from '../sample-types.ts';
import { topicsOf } from '../topics.ts';
import { LONG_ANSWER } from '../workloads.ts';
import { DAY_US, HOUR_US } from '../world.ts';

/** Share of requests that check, before the switch, that the spare pool works. */
const REHEARSAL = 0.04;

export const hotSpare: Family = {
  id: 'M2',
  title: 'One fixed demand for written-out reasoning; a second pool takes over when the first is stopped',
  malicious: true,
  plan: (rng, budget, dial) => {
    const { world } = budget;
    const switchUs = world.startUs + Math.floor(rng.between(0.5, 0.62) * world.days * DAY_US);
    const stop = (records: readonly AccountRecord[]) => {
      for (const record of records) {
        // A pool that is stopped had been at work before.
        record.createdUs = Math.min(
          record.createdUs,
          world.startUs + Math.floor(rng.between(-9, 3) * DAY_US),
        );
        record.status = 'banned';
        record.statusChangedUs = switchUs + Math.floor(rng.between(-1.5, 0) * HOUR_US);
      }
    };
    return planCampaign(rng, budget, dial, {
      name: 'hot-spare',
      mechanisms: [
        'fixed_reasoning_prompt',
        'shared_template',
        'hot_spare_switch',
        'succession',
        'no_repeat_sampling',
        'complementary_sharding',
        'synchronised_load',
      ],
      pools: [
        { weight: 0.55, role: 'harvest', prepare: stop },
        {
          weight: 0.45,
          role: 'spare',
          prepare: (records) => {
            for (const record of records)
              record.createdUs = Math.min(
                record.createdUs,
                switchUs - Math.floor(rng.between(1, 12) * DAY_US),
              );
          },
        },
      ],
      sticky: false,
      noiseAtLeast: 0.3,
      choose: (route) => {
        const first = route([0]);
        const second = route([1]);
        const own = rng.fork('switch');
        return (ask) => (own.chance(REHEARSAL) ? second(ask) : (first(ask) ?? second(ask)));
      },
      harvest: (own, requests, setting) => {
        const deck = new Deck(
          own.fork('deck'),
          own.sample(topicsOf('code', 'agent', 'exact', 'data', 'business'), 6),
        );
        // One demand, several kinds of tasks behind it.
        const tasks = [drawTemplate(own, 'reason'), drawTemplate(own, 'solve'), drawTemplate(own, 'solve')];
        const demand = tasks[0]!.slice(-2, -1);
        const templates = tasks.map((task) => [...demand, ...task.slice(-2)]);
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
