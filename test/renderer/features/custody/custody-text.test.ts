import { expect, test } from 'vitest';
import { custodyText, shownWords } from '../../../../renderer/features/custody/custody-text.ts';
import type { CustodyEntry } from '../../../../shared/contract/custody.ts';

const atUs = Date.UTC(2026, 4, 4, 14, 2) * 1000;
const good = { entries: 118, firstBad: null, badBranches: [], atUs };

test('what the check found, in words', () => {
  expect(custodyText(null, 'UTC', 118)).toBe('Not verified in this session');
  expect(custodyText(good, 'UTC', 118)).toBe('118 entries verified at 14:02 UTC: the chain holds');
  expect(custodyText({ ...good, firstBad: 7 }, 'Europe/Berlin', 118)).toBe(
    'Checked at 16:02 Europe/Berlin: entry 7 does not hold; entries before it do',
  );
  expect(custodyText(good, 'UTC', 120)).toBe(
    '118 of 120 entries verified at 14:02 UTC: the chain held; later entries are not verified yet',
  );
});

test('logs of merged copies that do not hold are named', () => {
  const bad = (head: string, seq: number) => ({ head: head.repeat(64), seq });
  expect(custodyText({ ...good, badBranches: [bad('a', 7)] }, 'UTC', 118)).toBe(
    '118 entries verified at 14:02 UTC: the chain holds. Of the logs of merged copies do not hold: aaaaaaaaaaaa at entry 7',
  );
  const many = { ...good, badBranches: [bad('a', 1), bad('b', 2), bad('c', 3), bad('d', 4)] };
  expect(custodyText(many, 'UTC', 118)).toMatch(/cccccccccccc at entry 3 and 1 other$/);
});

test('how many entries are shown, out of how many', () => {
  const entries = [{}, {}] as CustodyEntry[];
  expect(shownWords({ entries, isAll: false }, 1200, false)).toBe('2 of 1,200 entries');
  expect(shownWords({ entries, isAll: true }, 1200, true)).toBe('2 of 1,200 entries fit');
  expect(shownWords({ entries, isAll: false }, 1200, true)).toBe('the newest 2 that fit, of 1,200 entries');
});
