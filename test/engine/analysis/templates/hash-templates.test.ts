import { expect, it } from 'vitest';
import { hashTemplates } from '../../../../electron/engine/analysis/templates/hash-templates.ts';

it('takes repeated prompt hashes, then repeated system hashes', () => {
  // Prompt 1 six times, prompt 2 four times; of the other rows five share system hash 1.
  const prompt = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 0];
  const system = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0];
  const { template, templates } = hashTemplates({
    rows: prompt.length,
    prompt: Uint32Array.from(prompt),
    prompts: 3,
    systemHash: { codes: Uint32Array.from(system), values: ['sh_1'] },
  });
  expect(templates).toEqual([
    { kind: 'prompt', code: 1, requests: 6 },
    { kind: 'system', code: 1, requests: 5 },
  ]);
  expect([...template]).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 0]);
});
