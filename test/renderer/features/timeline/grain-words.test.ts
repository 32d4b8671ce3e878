import { expect, test } from 'vitest';
import { grainSentences, lengthInWords } from '../../../../renderer/features/timeline/grain-words.ts';

test('lengths are said in their largest whole unit', () => {
  expect([86_400, 172_800, 3600, 5400, 60, 61].map(lengthInWords)).toEqual([
    '1 day',
    '2 days',
    '1 hour',
    '90 minutes',
    '1 minute',
    '61 seconds',
  ]);
});

test('only counts that do not come from single requests are remarked on', () => {
  const share = { sources: 2, leastBucketSeconds: null, mostBucketSeconds: null };
  expect(grainSentences([{ ...share, grain: 'request' }])).toEqual([]);
  expect(
    grainSentences([
      { grain: 'bucket', sources: 1, leastBucketSeconds: 86_400, mostBucketSeconds: 86_400 },
      { grain: 'bucket', sources: 2, leastBucketSeconds: 60, mostBucketSeconds: 3600 },
    ]),
  ).toEqual([
    'Counts of 1 source come from time buckets of 1 day, spread evenly; they hold no single requests.',
    'Counts of 2 sources come from time buckets of 1 minute to 1 hour, spread evenly; they hold no single requests.',
  ]);
  expect(grainSentences([{ ...share, grain: 'conversation' }])[0]).toContain('come from conversations');
  expect(grainSentences([{ ...share, grain: 'bucket' }])[0]).toContain('count as none');
});
