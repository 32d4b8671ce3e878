import { type CaseAssumptions, NOTHING_ASSUMED } from '../../../shared/assumptions.ts';
import type { Harvest, HarvestCounts } from '../../../shared/contract/analysis.ts';
import {
  estimateHarvest,
  type HarvestBases,
  harvestSentences,
  harvestValues,
} from '../../../shared/harvest-estimate.ts';
import { CONTENT_FLAGS } from './content/content-rules.ts';
import { flagBit } from './content/flag-content.ts';
import type { Dataset } from './dataset.ts';
import type { PromptDigests } from './digest-prompts.ts';
import { TRAINING_MASK } from './group-features.ts';

const REASONING = CONTENT_FLAGS.filter((flag) => /reasoning|thinking|memory/.test(flag)).reduce(
  (mask, flag) => mask | flagBit(flag),
  0,
);
const TOOL_TRACE = flagBit('tool_trace');

/**
 * What an operator's requests would give as training data, were they harvested: requests that succeeded, each
 * distinct prompt as one sample. Estimated under the default assumptions; `harvestAt` moves the estimate to others.
 */
export function countHarvest(data: Dataset, digests: PromptDigests, members: Uint32Array): Harvest {
  const sessions = new Set<number>();
  const templates = new Set<number>();
  const fillings = new Set<number>();
  const all = new Counter();
  const work = new Counter();
  let [requests, reasoning, tools] = [0, 0, 0];
  for (const a of members) {
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      requests++;
      if (data.session[i] > 0) sessions.add(data.session[i]);
      const prompt = data.prompt[i];
      const template = digests.template[i];
      const filled = template > 0 && !digests.templates[template - 1].verbatim;
      all.add(prompt, data.inputTokens[i], data.outputTokens[i]);
      if (filled || digests.flags[prompt] & TRAINING_MASK)
        work.add(prompt, data.inputTokens[i], data.outputTokens[i]);
      if (!(data.outputTokens[i] > 0)) continue;
      if (digests.flags[prompt] & REASONING) reasoning++;
      if (digests.flags[prompt] & TOOL_TRACE) tools++;
      if (filled) {
        templates.add(template);
        fillings.add(template * 0x1_0000_0000 + digests.item[prompt]);
      }
    }
  }
  const bases: HarvestBases = {
    all: all.counts(),
    // Without texts nothing tells what was asked.
    withoutCover: digests.texts > 0 ? work.counts() : null,
  };
  const harvest = {
    requests,
    sessions: sessions.size,
    inputTokens: bases.all.inputTokens,
    outputTokens: bases.all.outputTokens,
    templates: templates.size,
    slotValues: fillings.size,
    reasoningAnswers: reasoning,
    toolTraces: tools,
    bases,
  };
  return { ...harvest, ...estimated(bases, NOTHING_ASSUMED) };
}

/** As it is stored: analyses made before cover was told apart have no bases. */
export type StoredHarvest = Omit<Harvest, 'bases'> & Partial<Pick<Harvest, 'bases'>>;

/** The same harvest under what people assumed. Of an analysis that told no cover, all requests count. */
export function harvestAt(harvest: StoredHarvest, assumed: CaseAssumptions): Harvest {
  const { inputTokens, outputTokens, trainingSamples } = harvest;
  // At the defaults under which it was made, the high end was every sample.
  const all = { samples: trainingSamples.high, inputTokens, outputTokens };
  return { ...harvest, ...estimated(harvest.bases ?? { all, withoutCover: null }, assumed) };
}

function estimated(bases: HarvestBases, assumed: CaseAssumptions) {
  return {
    ...estimateHarvest(bases, harvestValues(assumed)),
    assumptions: harvestSentences(assumed, bases.withoutCover !== null),
    bases,
  };
}

/** Answers to prompts not asked before, and the tokens of all requests counted. */
class Counter {
  private readonly prompts = new Set<number>();
  private answered = 0;
  private inputTokens = 0;
  private outputTokens = 0;

  add(prompt: number, inputTokens: number, outputTokens: number): void {
    if (inputTokens >= 0) this.inputTokens += inputTokens;
    if (!(outputTokens > 0)) return;
    this.outputTokens += outputTokens;
    this.answered++;
    if (prompt > 0) this.prompts.add(prompt);
  }

  counts(): HarvestCounts {
    return {
      samples: this.prompts.size > 0 ? this.prompts.size : this.answered,
      inputTokens: this.inputTokens,
      outputTokens: this.outputTokens,
    };
  }
}
