import type { Rng } from '../../rng.ts';
import { dealItem, jobAsks, planCampaign } from '../campaign.ts';
import { Deck, type Item } from '../deck.ts';
import { drawKit, drawProgram, SOFTWARE } from '../identity.ts';
import { pivotHabit } from '../model-habit.ts';
import { clip } from '../prompts.ts';
import type { Family } from '../sample-types.ts';
import { drawSnippet } from '../snippets.ts';
import { topicsOf } from '../topics.ts';
import { AGENT } from '../workloads.ts';

const STEPS_PER_TASK = 14;
/** Instructions of which each operator keeps one choice; coding teams write much the same. */
const OPENINGS = [
  'Environment: {setting}, sandbox with shell and editor. Goal: {subject}. Plan first, then act.',
  '{subject} for {setting}. You have a shell, an editor and search. Name the reason for each tool call.',
  'Please do this in the repository of {setting}: {subject}. At most {number} steps.',
  'Fix {subject} in {setting}, run the tests, keep the diff small.',
];
const STEPS = [
  'tool_result: exit code {code}, {number} lines on {subject}\n{snippet}',
  'tool_result: {number} files mention {subject}',
  'tool_result: the check on {subject} failed {number} times\n{snippet}',
  'tool_result: {number} tests passed\nSay what it shows before the next call.',
  'tool_result: file written\n{snippet}\nGo on and explain the choice.',
  'tool_result: build finished in {number} s',
];
const LAST = [
  'Write the whole trajectory again as thought, action, observation.',
  'List every action of this task with the reason and what it showed.',
  'Summarise each step: what was expected, what came back, what you did next.',
];

export const agenticHarvest: Family = {
  id: 'M4',
  title: 'Agentic tool-use harvest that moves to a new model on release day',
  malicious: true,
  plan: (rng, budget, dial) =>
    planCampaign(rng, budget, dial, {
      name: 'agentic',
      mechanisms: [
        'tool_trace_harvest',
        'release_pivot',
        'shared_template',
        'sticky_dispatch',
        'complementary_sharding',
        'synchronised_load',
      ],
      pools: [
        {
          weight: 1,
          role: 'harvest',
          relay: rng.chance(0.3),
          kit: (own) =>
            own.chance(0.35) ? { ...drawProgram(own), client: own.pick(SOFTWARE.agent) } : drawKit(own),
        },
      ],
      sticky: true,
      habit: pivotHabit(rng.fork('model'), budget.world, 0.65, 0.97),
      harvest: (own, requests, setting) => {
        const deck = new Deck(own.fork('deck'), own.sample(topicsOf('agent', 'code'), 6));
        const openings = own.sample(OPENINGS, 2);
        const steps = own.sample(STEPS, 4);
        const last = own.pick(LAST);
        let item: Item = deck.next();
        let step = STEPS_PER_TASK;
        const write = (draw: Rng) => {
          // Sessions open every STEPS_PER_TASK requests; the task counts along with them.
          if (step === STEPS_PER_TASK) {
            item = dealItem(draw, deck, setting);
            step = 0;
          }
          step++;
          const reworded = draw.chance(setting.paraphraseRate);
          const opening = reworded ? draw.pick(OPENINGS) : openings[item.number % 2]!;
          const ending = reworded ? draw.pick(LAST) : last;
          const form = step === 1 ? opening : step === STEPS_PER_TASK ? ending : draw.pick(steps);
          const text = form
            .replace('{code}', draw.chance(0.6) ? '0' : '1')
            .replace('{setting}', item.setting)
            .replace('{subject}', item.subject)
            .replace('{number}', String(draw.int(2, 40)))
            .replace('{snippet}', drawSnippet(draw));
          return { topic: item.topic.id, text: clip(text) };
        };
        return [
          jobAsks(own, setting, {
            requests,
            // At the lowest dial the tools are the operator's own, else those of common agent software.
            workload: {
              ...AGENT,
              outputMean: 420,
              ...(dial === 0 ? { toolsHash: `th_${own.hex(12)}` } : {}),
            },
            role: 'harvest',
            perSession: STEPS_PER_TASK,
            write,
          }),
        ];
      },
    }),
};
