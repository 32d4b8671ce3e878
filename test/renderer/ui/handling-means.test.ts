import { expect, test } from 'vitest';
import { HANDLING_MEANS, PAP_MEANS } from '../../../renderer/ui/handling-means.ts';
import { HANDLING, PAP } from '../../../shared/contract/cases.ts';

test('every marking is explained in a sentence of its own', () => {
  expect(Object.keys(HANDLING_MEANS).sort()).toEqual([...HANDLING].sort());
  expect(Object.keys(PAP_MEANS).sort()).toEqual([...PAP].sort());
  const sentences = [...Object.values(HANDLING_MEANS), ...Object.values(PAP_MEANS)];
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
