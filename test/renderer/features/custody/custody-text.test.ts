import { expect, test } from 'vitest';
import { custodyText } from '../../../../renderer/features/custody/custody-text.ts';

const atUs = Date.UTC(2026, 4, 4, 14, 2) * 1000;

test('what the check found, in words', () => {
  expect(custodyText(null, 'UTC', 118)).toBe('Not verified in this session');
  expect(custodyText({ entries: 118, firstBad: null, atUs }, 'UTC', 118)).toBe(
    '118 entries verified at 14:02 UTC: the chain holds',
  );
  expect(custodyText({ entries: 118, firstBad: 7, atUs }, 'Europe/Berlin', 118)).toBe(
    'Checked at 16:02 Europe/Berlin: entry 7 does not hold; entries before it do',
  );
  expect(custodyText({ entries: 118, firstBad: null, atUs }, 'UTC', 120)).toBe(
    '118 of 120 entries verified at 14:02 UTC: the chain held; later entries are not verified yet',
  );
});
