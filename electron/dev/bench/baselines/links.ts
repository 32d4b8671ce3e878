import type { Dataset } from '../../../engine/analysis/dataset.ts';

/** Accounts and the objects they used, one entry a request; object 0 is none. */
export interface Links {
  readonly accounts: number;
  readonly account: ArrayLike<number>;
  readonly object: ArrayLike<number>;
}

const WORDS = 4;

/**
 * Links by how prompts begin: the first words, digits masked, are one object for all prompts that share them.
 * @param texts text of each prompt code, `texts[code - 1]`.
 */
export function openingLinks(data: Dataset, texts: readonly string[]): Links {
  const known = new Map<string, number>();
  const ofPrompt = Uint32Array.from(texts, (text) => {
    const opening = text.replaceAll(/\d+/g, '#').split(/\s+/, WORDS).join(' ');
    const code = known.get(opening) ?? known.size + 1;
    known.set(opening, code);
    return code;
  });
  const object = data.prompt.map((code) => (code === 0 ? 0 : ofPrompt[code - 1]!));
  return { accounts: data.accounts.length, account: data.account, object };
}

/** Links by exact prompt. */
export function promptLinks(data: Dataset): Links {
  return { accounts: data.accounts.length, account: data.account, object: data.prompt };
}

/** How often each account used each object: one map an account. */
export function countLinks({ accounts, account, object }: Links): Map<number, number>[] {
  const counts = Array.from({ length: accounts }, () => new Map<number, number>());
  for (let at = 0; at < account.length; at++) {
    if (object[at] === 0) continue;
    const own = counts[account[at]!]!;
    own.set(object[at]!, (own.get(object[at]!) ?? 0) + 1);
  }
  return counts;
}
