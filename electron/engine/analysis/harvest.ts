import type { Harvest } from '../../../shared/contract/analysis.ts';
import { CONTENT_FLAGS } from './content/content-rules.ts';
import { flagBit } from './content/flag-content.ts';
import type { Dataset } from './dataset.ts';
import type { PromptDigests } from './digest-prompts.ts';

const REASONING = CONTENT_FLAGS.filter((flag) => /reasoning|thinking|memory/.test(flag)).reduce(
  (mask, flag) => mask | flagBit(flag),
  0,
);
const TOOL_TRACE = flagBit('tool_trace');

/** Of distinct answers, so many are kept when a training set is cleaned: a guess between two bounds. */
const KEPT = { low: 0.5, value: 0.8, high: 1 };
/** List prices in micro-USD a token, of cheap to dear models of 2026. */
const PRICE = {
  input: { low: 0.25, value: 3, high: 15 },
  output: { low: 1.25, value: 15, high: 75 },
};

/**
 * What an operator's requests would give as training data, were they all harvested: requests that succeeded, each
 * distinct prompt (or each new filling of a template) as one sample. Every assumption is said beside the figures.
 */
export function estimateHarvest(data: Dataset, digests: PromptDigests, members: Uint32Array): Harvest {
  const sessions = new Set<number>();
  const templates = new Set<number>();
  const fillings = new Set<number>();
  const samples = new Set<number>();
  let [requests, inputTokens, outputTokens, reasoning, tools, answered] = [0, 0, 0, 0, 0, 0];
  for (const a of members) {
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      requests++;
      if (data.session[i] > 0) sessions.add(data.session[i]);
      if (data.inputTokens[i] >= 0) inputTokens += data.inputTokens[i];
      if (!(data.outputTokens[i] > 0)) continue;
      outputTokens += data.outputTokens[i];
      answered++;
      const prompt = data.prompt[i];
      const template = digests.template[i];
      if (digests.flags[prompt] & REASONING) reasoning++;
      if (digests.flags[prompt] & TOOL_TRACE) tools++;
      if (template > 0 && !digests.templates[template - 1].verbatim) {
        templates.add(template);
        fillings.add(template * 0x1_0000_0000 + digests.item[prompt]);
      }
      if (prompt > 0) samples.add(prompt);
    }
  }
  const distinct = samples.size > 0 ? samples.size : answered;
  const cost = (bound: 'low' | 'value' | 'high') =>
    Math.round(inputTokens * PRICE.input[bound] + outputTokens * PRICE.output[bound]);
  return {
    requests,
    sessions: sessions.size,
    inputTokens,
    outputTokens,
    templates: templates.size,
    slotValues: fillings.size,
    reasoningAnswers: reasoning,
    toolTraces: tools,
    trainingSamples: {
      value: Math.round(distinct * KEPT.value),
      low: Math.round(distinct * KEPT.low),
      high: distinct,
    },
    costMicroUsd: { value: cost('value'), low: cost('low'), high: cost('high') },
    assumptions: [
      'All requests of the operator count, also those that were cover.',
      `A training sample is an answer to a prompt not asked before; ${100 * KEPT.low} to ${100 * KEPT.high} % of them, at best guess ${100 * KEPT.value} %, would be kept after cleaning.`,
      `Prices: ${PRICE.input.low} to ${PRICE.input.high} USD a million input tokens (best guess ${PRICE.input.value}), ${PRICE.output.low} to ${PRICE.output.high} USD a million output tokens (best guess ${PRICE.output.value}).`,
    ],
  };
}
