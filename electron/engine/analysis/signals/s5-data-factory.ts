import type { ContentFlag } from '../content/content-rules.ts';
import { flagBit } from '../content/flag-content.ts';
import { quantileOf } from '../statistics/percentile.ts';
import { actorsLike, actorsOf } from './actors.ts';
import { perContext } from './per-context.ts';
import { LEAST_REQUESTS, placeAmong, placeWords, weighedBits } from './place.ts';
import { accountRates, accountZ, deviationWords, operatorRate, ratesOf } from './rates.ts';
import { withoutText } from './readable.ts';
import type { AccountValues, Signal, SignalContext } from './signal.ts';
import { count, counted, percent } from './words.ts';

const GRADING = maskOf(['rubric_score', 'pair_comparison']);
const VERDICT = maskOf(['structured_verdict']);
const GENERATING = maskOf(['task_generation', 'training_data', 'best_of_n']);
const CLEANING = maskOf(['trace_cleaning']);
const STAGES = ['make tasks or training examples', 'grade answers', 'clean reasoning'] as const;
/** A verdict with a short reason; longer answers to a rubric are reviews. */
const SHORT_TOKENS = 200;
/** A stage counts from this share of requests on, and this many of them. */
const STAGE_SHARE = 0.02;
const STAGE_REQUESTS = 20;

const factories = perContext((context: SignalContext) => {
  const { data, digests } = context;
  const hits = new Uint32Array(data.accounts.length);
  const trials = new Uint32Array(data.accounts.length);
  /** Requests of account a in stage s at a * 3 + s. */
  const stages = new Uint32Array(data.accounts.length * STAGES.length);
  for (let i = 0; i < data.rows; i++) {
    const prompt = data.prompt[i];
    if (prompt === 0 || prompt > digests.texts) continue;
    const a = data.account[i];
    trials[a]++;
    const stage = stageOf(digests.flags[prompt], data.outputTokens[i]);
    if (stage < 0) continue;
    hits[a]++;
    stages[a * STAGES.length + stage]++;
  }
  const rates = ratesOf(context, hits, trials);
  const { accounts } = actorsOf(context);
  const chains = Float64Array.from(accounts, (members, actor) =>
    rates.actorTrials[actor] < LEAST_REQUESTS
      ? Number.NaN
      : chainLength(stagesOf(stages, members), rates.actorTrials[actor]),
  );
  return { ...rates, stages, chains };
});

/** Which stage a request is part of, -1 for none. An answer of unknown length is taken for a short one. */
function stageOf(flags: number, outputTokens: number): number {
  if (flags & CLEANING) return 2;
  if (flags & GRADING && (flags & VERDICT || !(outputTokens > SHORT_TOKENS))) return 1;
  return flags & GENERATING ? 0 : -1;
}

function stagesOf(stages: Uint32Array, accounts: ArrayLike<number>): number[] {
  return STAGES.map((_, s) => {
    let sum = 0;
    for (let m = 0; m < accounts.length; m++) sum += stages[accounts[m] * STAGES.length + s];
    return sum;
  });
}

/** How many stages take a real part of the requests. */
function chainLength(stages: readonly number[], requests: number): number {
  return stages.filter((n) => n >= STAGE_REQUESTS && n >= STAGE_SHARE * requests).length;
}

/** S5: how much of the traffic makes, grades or cleans material to train on. */
export const dataFactory: Signal = {
  id: 'S5',
  title: 'Grading and data factory',
  family: 'content',
  measures:
    'The share of prompts that make tasks or training examples, have answers graded by criteria or in pairs with a verdict of fixed form or at most 200 output tokens, or have reasoning cleaned; drawn to the mean of the cohort where requests are few. For operators also how many of these three stages take 2 % of the requests and 20 of them.',
  unit: 'share of requests',
  direction: 'high',
  innocent: [
    'A product that uses the model as a judge, for moderation or support quality, grades its own content all day.',
    'A team that evaluates models or prompts has answers scored by rubrics and compared in pairs.',
    'Teachers, examiners and test authors have tasks made together with their solutions.',
    'A customer who trains a model under a contract that allows it makes training examples openly.',
  ],
  disabled: withoutText,
  accounts(context): AccountValues {
    const rates = factories(context);
    return {
      values: accountRates(context, rates),
      n: rates.trials,
      detail: (a) =>
        `${describe(rates.trials[a], stagesOf(rates.stages, [a]))}${gradeWords(context, a)} ${deviationWords(accountZ(context, rates, a))}`,
    };
  },
  operator(context, members) {
    const rates = factories(context);
    const found = operatorRate(context, members, rates);
    if (!found) return undefined;
    const { hits, trials, share, p, place } = found;
    const stages = stagesOf(rates.stages, members);
    const length = chainLength(stages, trials);
    const others = actorsLike(context, members);
    const chain = placeAmong(
      length,
      Float64Array.from(others, (actor) => rates.chains[actor]),
    );
    const chained = length >= 2;
    // Two looks at the same requests: the better of them, less the bit that choosing costs.
    const best = chained ? 2 * Math.min(p, chain.p) : p;
    const detail = [describe(trials, stages), placeWords(place)];
    if (chained)
      detail.push(
        `${length} of the three stages come together here, over ${counted(members.length, 'account')}. ${placeWords(chain, 'as many')}`,
      );
    return {
      value: share,
      n: trials,
      bits: hits > 0 ? weighedBits(Math.min(1, best), trials) : 0,
      detail: detail.join(' '),
    };
  },
};

function describe(trials: number, stages: readonly number[]): string {
  const hits = stages.reduce((sum, n) => sum + n, 0);
  if (hits === 0) return `None of ${counted(trials, 'prompt')} makes, grades or cleans training material.`;
  const parts = stages.map((n, s) => ({ n, words: STAGES[s] })).filter(({ n }) => n > 0);
  return `${count(hits)} of ${counted(trials, 'prompt')} (${percent(hits / trials)}) make, grade or clean material: ${parts.map(({ n, words }) => `${count(n)} ${words}`).join(', ')}.`;
}

/** How long its graded answers are, and how many samples of one text it takes. Read for one account on demand. */
function gradeWords({ data, digests }: SignalContext, a: number): string {
  const lengths: number[] = [];
  const samples = new Map<number, number>();
  for (let i = data.from[a]; i < data.from[a + 1]; i++) {
    const prompt = data.prompt[i];
    if (prompt === 0 || prompt > digests.texts) continue;
    const stage = stageOf(digests.flags[prompt], data.outputTokens[i]);
    if (stage === 1 && data.outputTokens[i] >= 0) lengths.push(data.outputTokens[i]);
    if (stage >= 0) samples.set(prompt, (samples.get(prompt) ?? 0) + 1);
  }
  lengths.sort((one, other) => one - other);
  const graded =
    lengths.length < LEAST_REQUESTS
      ? ''
      : ` Half of the graded answers have ${count(quantileOf(lengths, 0.5))} output tokens or fewer, nine in ten at most ${count(quantileOf(lengths, 0.9))}.`;
  return graded + sampleWords(samples);
}

/** Said where most of ten texts or more are asked the same number of times, more than once: best of n. */
function sampleWords(samples: ReadonlyMap<number, number>): string {
  const texts = new Map<number, number>();
  for (const times of samples.values()) if (times > 1) texts.set(times, (texts.get(times) ?? 0) + 1);
  const [times, most] = [...texts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
  return most >= 10 && most > samples.size / 2
    ? ` ${count(most)} of ${counted(samples.size, 'such text')} are asked exactly ${times} times each.`
    : '';
}

function maskOf(flags: readonly ContentFlag[]): number {
  return flags.reduce((mask, flag) => mask | flagBit(flag), 0);
}
