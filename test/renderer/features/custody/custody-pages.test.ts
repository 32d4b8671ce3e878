import { expect, test } from 'vitest';
import { withNewest, withOlder } from '../../../../renderer/features/custody/custody-pages.ts';
import type { CustodyEntry } from '../../../../shared/contract/custody.ts';

const entries = (...seqs: number[]) => seqs.map((seq) => ({ seq }) as CustodyEntry);
const seqs = (pages: { entries: readonly CustodyEntry[] }) => pages.entries.map(({ seq }) => seq);

test('new entries come before what was read back to, which stays', () => {
  const known = withOlder(withNewest(null, entries(9, 8, 7), 3), entries(6, 5, 4), 3);
  expect(seqs(known)).toEqual([9, 8, 7, 6, 5, 4]);
  expect(known.isAll).toBe(false);
  const grown = withNewest(known, entries(10, 9, 8), 3);
  expect(seqs(grown)).toEqual([10, 9, 8, 7, 6, 5, 4]);
  expect(grown.isAll).toBe(false);
});

test('where entries between may be missing, only the newest are shown', () => {
  const known = withNewest(null, entries(9, 8, 7), 3);
  expect(seqs(withNewest(known, entries(14, 13, 12), 3))).toEqual([14, 13, 12]);
});

test('a page that is not full is the end, and no entry is shown twice', () => {
  const known = withNewest(null, entries(3, 2), 3);
  expect(known.isAll).toBe(true);
  expect(seqs(withNewest(known, entries(4, 3, 2), 3))).toEqual([4, 3, 2]);
  const older = withOlder(withNewest(null, entries(9, 8, 7), 3), entries(7, 6), 3);
  expect([seqs(older), older.isAll]).toEqual([[9, 8, 7, 6], true]);
  expect(seqs(withNewest(withNewest(null, [], 3), entries(1), 3))).toEqual([1]);
});
