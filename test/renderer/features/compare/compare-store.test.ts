import { expect, test } from 'vitest';
import { besideBefore, openCompare } from '../../../../renderer/features/compare/compare-store.ts';
import { currentView } from '../../../../renderer/store/view-history.ts';
import { useViews } from '../../../../renderer/store/views.ts';

const of = { account: 'a' };

test('a range is put beside the one before it, the first of the data beside the one after', () => {
  expect(besideBefore(of, { fromUs: 50, toUs: 60 }, 0)).toEqual({
    a: { of, range: { fromUs: 50, toUs: 60 } },
    b: { of, range: { fromUs: 40, toUs: 50 } },
  });
  expect(besideBefore(of, { fromUs: 50, toUs: 60 }, 50).b).toEqual({ of, range: { fromUs: 60, toUs: 70 } });
  expect(besideBefore(of, null, 0)).toEqual({ a: { of, range: null }, b: null });
});

test('of a range that comes from the filter only its time becomes that of a side', () => {
  const range = { fromUs: 50, toUs: 60, negate: false };
  openCompare({ a: { of, range }, b: null });
  expect(currentView(useViews.getState().trail)).toEqual({
    name: 'compare',
    a: { of, range: { fromUs: 50, toUs: 60 } },
    b: null,
  });
});
