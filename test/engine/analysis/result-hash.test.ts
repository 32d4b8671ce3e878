import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { resultHash } from '../../../electron/engine/analysis/result-hash.ts';
import { canonicalJson } from '../../../electron/engine/canonical-json.ts';

it('is the hash of the whole as one text', () => {
  const lists = {
    operators: [
      { id: 'OP-1', score: 0.1 + 0.2, accounts: ['b', 'a'] },
      { score: 1e-7, id: 'é "2"' },
    ],
    accounts: ['x', null, 3],
    links: [],
  };
  expect(resultHash(lists)).toBe(createHash('sha256').update(canonicalJson(lists)).digest('hex'));
  expect(resultHash({})).toBe(createHash('sha256').update('{}').digest('hex'));
});
