import { expect, test } from 'vitest';
import {
  checkWords,
  gapWords,
  lostWords,
  recoveredName,
  recoveredWords,
} from '../../../../renderer/features/settings/recovery-model.ts';
import type { Recovered } from '../../../../shared/contract/cases.ts';

const NOTHING_LOST: Recovered = {
  file: 'plum.swcase',
  atUs: 0,
  pages: 100,
  damagedPages: [],
  requestsLost: 0,
  losses: [],
  custodyGaps: [],
  notes: [],
};

test('what is gone is counted, and what nobody can count is not', () => {
  expect([lostWords({ lost: 4096 }), lostWords({ lost: null })]).toEqual(['4,096', 'not known']);
});

test.each([
  [
    { after: 16, before: 21, prev: 'a' },
    'Entries 17 to 20 of the custody log are gone; those behind them are kept as a log apart.',
  ],
  [
    { after: 16, before: 18, prev: 'a' },
    'Entry 17 of the custody log is gone; those behind it are kept as a log apart.',
  ],
  [{ after: 0, before: null, prev: null }, 'Nothing of the custody log is left.'],
  [
    { after: 9, before: null, prev: null },
    'The custody log of before ends at entry 9; entries behind it may be gone.',
  ],
])('a gap %o is told', (gap, words) => {
  expect(gapWords(gap)).toBe(words);
});

test('the banner never says more than was lost, nor less', () => {
  expect(recoveredWords(NOTHING_LOST)).toBe(
    'It was recovered from a damaged file, plum.swcase; no row was lost.',
  );
  const loss = { table: 'account', what: 'names of accounts', kept: 3, lost: 1 };
  const requests = { table: 'request_chunk', what: 'requests', kept: 5, lost: 4096 };
  expect(recoveredWords({ ...NOTHING_LOST, requestsLost: 4096, losses: [requests, loss] })).toBe(
    'It was recovered from a damaged file, plum.swcase: 4,096 requests and rows of 1 other kind are gone. All figures are of what is left.',
  );
  const gap = { after: 1, before: 3, prev: 'a' };
  expect(recoveredWords({ ...NOTHING_LOST, custodyGaps: [gap] })).toBe(
    'It was recovered from a damaged file, plum.swcase: entries of its custody log are gone. All figures are of what is left.',
  );
});

test('a look at every page says how many are damaged of how many', () => {
  expect(checkWords({ pages: 700, damagedCount: 2, damaged: [] })).toBe('2 of 700 pages are damaged.');
  expect(checkWords({ pages: 700, damagedCount: 0, damaged: [] })).toMatch(/^All 700 pages are whole\./);
  expect(recoveredName('plum.swcase')).toBe('plum recovered.swcase');
});
