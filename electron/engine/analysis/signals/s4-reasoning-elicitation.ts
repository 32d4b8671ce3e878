import type { ContentFlag } from '../content/content-rules.ts';
import { flagBit } from '../content/flag-content.ts';
import { perContext } from './per-context.ts';
import { placeWords } from './place.ts';
import { accountRates, accountZ, deviationWords, operatorRate, ratesOf } from './rates.ts';
import { withoutText } from './readable.ts';
import type { AccountValues, Signal, SignalContext } from './signal.ts';
import { count, counted, percent } from './words.ts';

/** Asking for steps is left out: it is a habit of many users. */
const FORMS: readonly (readonly [ContentFlag, string])[] = [
  ['reasoning_in_tags', 'want it within tags'],
  ['reasoning_restated', 'want the reasoning behind a finished answer'],
  ['reasoning_verbatim', 'want earlier reasoning word for word'],
  ['working_memory_translated', 'want hidden thoughts translated'],
  ['thinking_language', 'prescribe the language of thinking'],
  ['thinking_aloud', 'want detours and corrections'],
];
const BITS = FORMS.map(([flag]) => flagBit(flag));
const MASK = BITS.reduce((mask, bit) => mask | bit, 0);

const elicitations = perContext((context: SignalContext) => {
  const { data, digests } = context;
  const hits = new Uint32Array(data.accounts.length);
  const trials = new Uint32Array(data.accounts.length);
  /** Requests of account a with form f at a * FORMS.length + f. */
  const forms = new Uint32Array(data.accounts.length * FORMS.length);
  for (let i = 0; i < data.rows; i++) {
    const prompt = data.prompt[i];
    if (prompt === 0 || prompt > digests.texts) continue;
    const a = data.account[i];
    const found = digests.flags[prompt] & MASK;
    trials[a]++;
    if (found === 0) continue;
    hits[a]++;
    for (let f = 0; f < BITS.length; f++) if (found & BITS[f]) forms[a * BITS.length + f]++;
  }
  return { ...ratesOf(context, hits, trials), forms };
});

/** S4: how often prompts ask for the reasoning itself. */
export const reasoningElicitation: Signal = {
  id: 'S4',
  title: 'Reasoning elicitation',
  family: 'content',
  measures:
    'The share of prompts that ask for the reasoning itself: within tags, behind a finished answer, word for word, translated, in a given language, or with its detours. It is drawn to the mean of the cohort where requests are few; how far it stands out is told in standard deviations of a beta-binomial fitted to the cohort.',
  unit: 'share of requests',
  direction: 'high',
  innocent: [
    'Tutoring products show learners how an answer is reached.',
    'An audit trail or an explainability duty asks for the reasons of every decision on the customer’s own records.',
    'Developers who debug an application ask why an answer came out as it did, or parse the answer apart from the reasoning.',
  ],
  disabled: withoutText,
  accounts(context): AccountValues {
    const rates = elicitations(context);
    return {
      values: accountRates(context, rates),
      n: rates.trials,
      detail: (a) =>
        `${describe(rates.hits[a], rates.trials[a], formsOf(rates.forms, [a]))} ${deviationWords(accountZ(context, rates, a))}`,
    };
  },
  operator(context, members) {
    const rates = elicitations(context);
    const found = operatorRate(context, members, rates);
    if (!found) return undefined;
    const { hits, trials, share, bits, place } = found;
    return {
      value: share,
      n: trials,
      bits: hits > 0 ? bits : 0,
      detail: `${describe(hits, trials, formsOf(rates.forms, members))} ${placeWords(place)}`,
    };
  },
};

function formsOf(forms: Uint32Array, accounts: ArrayLike<number>): number[] {
  return FORMS.map((_, f) => {
    let sum = 0;
    for (let m = 0; m < accounts.length; m++) sum += forms[accounts[m] * FORMS.length + f];
    return sum;
  });
}

function describe(hits: number, trials: number, forms: readonly number[]): string {
  if (hits === 0) return `None of ${counted(trials, 'prompt')} asks for the reasoning itself.`;
  const parts = FORMS.map(([, words], f) => ({ words, n: forms[f] }))
    .filter(({ n }) => n > 0)
    .sort((one, other) => other.n - one.n)
    .map(({ words, n }) => `${count(n)} ${words}`);
  return `${count(hits)} of ${counted(trials, 'prompt')} (${percent(hits / trials)}) ask for the reasoning itself: ${parts.join(', ')}.`;
}
