import { expect, test } from 'vitest';
import { conditionWords, notApplied } from '../../../../renderer/features/pick/not-applied.ts';
import { OF_FILTER, ofNow } from '../../../../renderer/features/pick/of-filter.ts';
import { outsideWords } from '../../../../renderer/features/pick/outside-line.tsx';
import type { Filter } from '../../../../shared/contract/filters.ts';

const FILTER: Filter = {
  range: { fromUs: 0, toUs: 900_000_000, negate: false },
  chips: [
    { field: 'model', values: ['m-9\u202e'], negate: false },
    { field: 'tag', values: ['watch'], negate: true },
  ],
};

test('conditions are told apart by what they are of, and named where they are not applied', () => {
  expect(conditionWords(FILTER, ['requests'], 'UTC')).toBe('model is m-9\\u{202e}');
  expect(conditionWords(FILTER, ['accounts'], 'UTC')).toBe('not tag watch');
  expect(notApplied('single requests', FILTER, ['requests', 'time'], 'UTC')).toBe(
    'Not applied to single requests: from 1970-01-01 00:00 to 1970-01-01 00:15 UTC, model is m-9\\u{202e}.',
  );
  expect(notApplied('single requests', undefined, ['requests', 'time'], 'UTC')).toBe('');
  expect(notApplied('x', { ...FILTER, chips: FILTER.chips.slice(1) }, ['requests'], 'UTC')).toBe('');
});

test('accounts of the filter are those of the one in force, others stay as they are', () => {
  expect(ofNow(OF_FILTER, FILTER)).toEqual({ filter: FILTER });
  expect(ofNow({ operator: 'O-1' }, FILTER)).toEqual({ operator: 'O-1' });
});

test('how many match is out of how many, and what becomes of the others is said', () => {
  expect(outsideWords(12, 40, false, 'the filter')).toBe(
    '12 of 40 accounts match the filter; the other 28 are left out.',
  );
  expect(outsideWords(1, 2, true, 'the filter')).toBe(
    '1 of 2 accounts matches the filter; the other one is shown too, by the conditions on requests alone.',
  );
  expect(outsideWords(2, 2, false, 'the filter')).toBe('2 of 2 accounts match the filter.');
});
