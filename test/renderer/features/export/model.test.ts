import { expect, test } from 'vitest';
import { planLines } from '../../../../renderer/features/export/model.ts';

test('the plan counts everything that leaves', () => {
  const lines = planLines({
    annotations: 1,
    accounts: 2,
    citedRequests: 1400,
    sources: 3,
    custodyEntries: 1,
  });
  expect(lines.slice(0, 4)).toEqual([
    '1 annotation on 2 accounts',
    '1,400 requests cited by them, without prompt text',
    '3 sources: name, SHA-256, mapping and counts',
    'The custody log, 1 entry',
  ]);
});
