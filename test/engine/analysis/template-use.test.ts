import { expect, it } from 'vitest';
import type { Dataset } from '../../../electron/engine/analysis/dataset.ts';
import type { PromptDigests } from '../../../electron/engine/analysis/digest-prompts.ts';
import type { Template } from '../../../electron/engine/analysis/digest-texts.ts';
import { regularTemplates } from '../../../electron/engine/analysis/template-use.ts';

/** Two accounts of 200 requests; the second uses each template as given. */
function use(counts: Readonly<Record<number, number>>, fixedWords = [9, 9, 9]): Set<number> {
  const second = Object.entries(counts).flatMap(([code, n]) => Array<number>(n).fill(Number(code)));
  const template = new Uint32Array(400);
  template.set(second, 200);
  const data = { accounts: ['a', 'b'], from: Uint32Array.of(0, 200, 400) } as unknown as Dataset;
  const templates = fixedWords.map((words) => ({ fixedWords: words }) as Template);
  return new Set(regularTemplates(data, { template, templates } as unknown as PromptDigests));
}

it('keeps a template from a fiftieth of an account’s requests on', () => {
  expect(use({ 1: 4, 2: 3 })).toEqual(new Set([0, 1]));
});

it('leaves out templates of few fixed words, but keeps hashes, whose words are not known', () => {
  expect(use({ 1: 50, 2: 50, 3: 50 }, [4, 5, 0])).toEqual(new Set([0, 2, 3]));
});

it('counts each account by itself', () => {
  const data = { accounts: ['a', 'b'], from: Uint32Array.of(0, 1, 2) } as unknown as Dataset;
  const digests = { template: Uint32Array.of(1, 1), templates: [{ fixedWords: 9 }] };
  expect([...regularTemplates(data, digests as unknown as PromptDigests)]).toEqual([0, 0]);
});
