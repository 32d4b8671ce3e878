import type { Dataset } from './dataset.ts';
import type { PromptDigests } from './digest-prompts.ts';

/** Shorter fixed texts recur by chance. */
const LEAST_FIXED_WORDS = 5;
/** Requests, and share of its requests, from which on a template is part of an account's work. */
const LEAST_USES = 2;
const LEAST_USE = 0.02;

/**
 * The template of each row, 1-based as in the digests, where it is part of the account's work; else 0. What an
 * account uses now and then is anybody's, and so are the same words asked once; the same words sent again and
 * again are a program's. O(rows).
 */
export function regularTemplates(data: Dataset, { template, templates }: PromptDigests): Uint32Array {
  const tells = templates.map(({ fixedWords }) => fixedWords === 0 || fixedWords >= LEAST_FIXED_WORDS);
  const codes = new Uint32Array(template.length);
  const uses = new Uint32Array(templates.length + 1);
  for (let a = 0; a < data.accounts.length; a++) {
    const [from, to] = [data.from[a], data.from[a + 1]];
    const least = Math.max(LEAST_USES, LEAST_USE * (to - from));
    for (let i = from; i < to; i++) uses[template[i]]++;
    for (let i = from; i < to; i++) {
      const code = template[i];
      if (code > 0 && tells[code - 1] && uses[code] >= least) codes[i] = code;
    }
    for (let i = from; i < to; i++) uses[template[i]] = 0;
  }
  return codes;
}
