import { expect, test } from 'vitest';
import { chipParts, chipText, leftWords, rangeWords } from '../../../../renderer/features/filter/words.ts';

test('a chip is said in words', () => {
  const text = (field: 'model' | 'status' | 'operator' | 'tag', values: (string | null)[], negate = false) =>
    chipText({ field, values, negate });
  expect(text('model', ['kestrel-2'])).toBe('model is kestrel-2');
  expect(text('model', ['kestrel-2'], true)).toBe('model is not kestrel-2');
  expect(text('status', ['429'], true)).toBe('not status 429');
  expect(text('status', ['429', '500'], true)).toBe('not status 429 or 500');
  expect(text('operator', ['O-3'])).toBe('operator O-3');
  expect(text('tag', [null])).toBe('no tag');
  expect(text('tag', [null], true)).toBe('some tag');
  expect(text('tag', ['heavy', null])).toBe('tag heavy or no tag');
  expect(text('operator', ['O-1', 'O-2', 'O-3', 'O-4'])).toBe('operator O-1, O-2 or one of 2 more');
});

test('what comes from the data is told apart from words of the product', () => {
  const parts = chipParts({ field: 'model', values: ['\u202eevil'], negate: true });
  expect(chipText({ field: 'model', values: ['\u202eevil'], negate: true })).not.toContain('\u202e');
  expect(parts.filter(({ value }) => value).map(({ text }) => text)).toEqual(['\u202eevil']);
});

test('a range is said with its zone, what is left with what it is of', () => {
  expect(rangeWords({ fromUs: 1_777_852_800_000_000, toUs: 1_777_939_200_000_000 }, 'Europe/Berlin')).toBe(
    'from 2026-05-04 02:00 to 2026-05-05 02:00 Europe/Berlin',
  );
  expect(rangeWords({ fromUs: 0, toUs: 900_000_000, negate: true }, 'UTC')).toBe(
    'outside of 1970-01-01 00:00 to 1970-01-01 00:15 UTC',
  );
  expect(leftWords({ requests: 4210, allRequests: 303_784, accounts: 1, allAccounts: 1 })).toBe(
    '4,210 of 303,784 requests, 1 of 1 account',
  );
});
