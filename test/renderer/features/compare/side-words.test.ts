import { expect, test } from 'vitest';
import { sideDenominator, sideTitle, typedTime } from '../../../../renderer/features/compare/side-words.ts';
import { NO_FILTER } from '../../../../shared/contract/filters.ts';
import type { Side } from '../../../../shared/contract/lanes.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';

const berlin = zoneOf('Europe/Berlin');

test('times are typed in the zone of the case; what is no time, or was jumped over, is refused', () => {
  expect(typedTime('2026-05-04 13:30', berlin)).toBe(Date.UTC(2026, 4, 4, 11, 30) * 1000);
  expect(typedTime(' 2026-05-04 ', berlin)).toBe(Date.UTC(2026, 4, 3, 22) * 1000);
  for (const text of ['', 'May', '2026-13-01', '2026-05-04 25:00', '2026-03-29 02:30'])
    expect(typedTime(text, berlin), text).toBeNull();
});

test('a side is named with its range, its name made safe to show', () => {
  const range = { fromUs: Date.UTC(2026, 4, 4) * 1000, toUs: Date.UTC(2026, 4, 5) * 1000 };
  expect(sideTitle({ of: { operator: 'O-3' }, range }, zoneOf('UTC'))).toBe(
    'operator O-3, 2026-05-04 00:00 – 2026-05-05 00:00',
  );
  expect(sideTitle({ of: { account: 'a\u202eb' }, range: null }, zoneOf('UTC'))).toBe(
    'a\\u{202e}b, all time',
  );
});

test('what a side counts is said out of all requests of all its accounts', () => {
  const side = (change: Partial<Side>): Side => ({
    accounts: 3,
    ofAccounts: 3,
    requests: 90,
    ofRequests: 90,
    bin: new Int32Array(),
    perBin: new Uint32Array(),
    failed: new Uint32Array(),
    values: [],
    ...change,
  });
  const range = { fromUs: 0, toUs: 900_000_000 };
  expect(sideDenominator(side({}), null)).toBe('all 90 requests of 3 accounts');
  expect(sideDenominator(side({ requests: 9, accounts: 1, ofAccounts: 1 }), range)).toBe(
    '9 of 90 requests (10.0 %), by quarter hours',
  );
  expect(sideDenominator(side({ requests: 9, accounts: 1 }), null)).toBe(
    '9 of 90 requests of 3 accounts, 1 of which meets the filter (10.0 %)',
  );
  expect(sideTitle({ of: { filter: NO_FILTER }, range: null }, zoneOf('UTC'))).toBe(
    'the accounts of the filter, all time',
  );
});
