import type { Rng } from '../rng.ts';
import type { Profile, Workload } from './sample-types.ts';

const MESSAGES = '/v1/messages';
/** Tool set and system prompt of the coding agent most people use, as it comes. */
const AGENT_TOOLS = 'th_61f0c2d88a10';
const AGENT_SYSTEM = 'sh_0e93ab7714c2';
/** System prompts that stand in every collection of useful prompts; strangers share them. */
const POPULAR_SYSTEMS = ['sh_77a1f0c93e52', 'sh_2b9d5e6610fa', 'sh_e40c18b7a9d3'];

/** Conversation by a person: lengths vary widely, everything else is at its default. */
export const CHAT: Workload = {
  endpoint: MESSAGES,
  inputMean: 700,
  outputMean: 560,
  spread: 1,
  temperature: Number.NaN,
  maxTokens: 4096,
  toolsHash: '',
  systemHash: '',
  refusalRate: 0.006,
};

/** Steps of a coding agent: long context, tools, short answers. */
export const AGENT: Workload = {
  ...CHAT,
  inputMean: 14_000,
  outputMean: 380,
  spread: 0.8,
  maxTokens: 8192,
  toolsHash: AGENT_TOOLS,
  systemHash: AGENT_SYSTEM,
  refusalRate: 0.003,
};

/** Short machine answers at temperature 0. */
export const SHORT_ANSWER: Workload = {
  ...CHAT,
  inputMean: 520,
  outputMean: 24,
  spread: 0.5,
  temperature: 0,
  maxTokens: 64,
  refusalRate: 0.002,
};

/** Long answers on purpose: worked solutions, reasoning, reports. */
export const LONG_ANSWER: Workload = {
  ...CHAT,
  inputMean: 560,
  outputMean: 640,
  spread: 0.9,
  temperature: 1,
  maxTokens: 8192,
  refusalRate: 0.008,
};

/** The same kind of work as one customer does it: lengths differ much between customers. */
export function ownWorkload(rng: Rng, base: Workload): Workload {
  return {
    ...base,
    inputMean: rng.lognormal(base.inputMean, 0.5),
    outputMean: rng.lognormal(base.outputMean, 0.55),
  };
}

/** What one program sets, drawn alike for honest customers and campaigns: parameters, and a system prompt or none. */
export function drawProfile(rng: Rng): Profile {
  const system = rng.float();
  return {
    temperature: rng.pick([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      0,
      0,
      0.2,
      0.3,
      0.5,
      0.7,
      0.7,
      1,
      1,
    ]),
    maxTokens: rng.pick([1024, 2048, 2048, 4096, 4096, 4096, 8192, 8192, 16_384]),
    systemHash: system < 0.45 ? '' : system < 0.55 ? rng.pick(POPULAR_SYSTEMS) : `sh_${rng.hex(12)}`,
  };
}

/** What an app for people sets: its defaults. */
export const APP_PROFILE: Profile = { temperature: Number.NaN, maxTokens: 4096, systemHash: '' };

/** A workload with a program's own settings. */
export function programmed(rng: Rng, base: Workload): Workload {
  return { ...base, ...drawProfile(rng) };
}
