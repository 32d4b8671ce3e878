import { beforeEach, expect, test, vi } from 'vitest';
import { FILTER_COMMANDS } from '../../../../renderer/features/filter/filter-commands.ts';
import { isAvailable } from '../../../../renderer/frame/commands/command.ts';
import { togglePinned } from '../../../../renderer/store/filter.ts';
import { useSession } from '../../../../renderer/store/session.ts';
import { currentFilter } from '../../../../renderer/store/view-history.ts';
import {
  changeFilter,
  commitChip,
  goTo,
  propose,
  resetViews,
  useViews,
} from '../../../../renderer/store/views.ts';
import type { CaseInfo } from '../../../../shared/contract/cases.ts';
import { BIN_US } from '../../../../shared/time/bin.ts';

const command = (id: string) => FILTER_COMMANDS.find((one) => one.id === id)!;
const filter = () => currentFilter(useViews.getState().trail);

/** The focus is on something that a selector of buttons takes in, or not. */
function focusOn(isButton: boolean): void {
  vi.stubGlobal('document', { activeElement: { matches: () => isButton } });
}

beforeEach(() => {
  useSession.setState({ case: {} as CaseInfo });
  resetViews();
  focusOn(false);
});

test('Enter applies and Escape drops only while something is proposed', () => {
  for (const id of ['filter.commit', 'filter.drop']) expect(isAvailable(command(id))).toBe(false);
  propose({ fromUs: 0, toUs: BIN_US });
  command('filter.drop').act();
  expect(useViews.getState().proposal).toBeNull();
  propose({ fromUs: 0, toUs: BIN_US });
  expect(isAvailable(command('filter.commit'))).toBe(true);
  command('filter.commit').act();
  expect(filter().range).toMatchObject({ fromUs: 0, toUs: BIN_US });
});

test('a button that has the focus keeps Enter for itself', () => {
  propose({ fromUs: 0, toUs: BIN_US });
  focusOn(true);
  expect(isAvailable(command('filter.commit'))).toBe(false);
  expect(isAvailable(command('filter.drop'))).toBe(true);
});

test('clearing is there while there is something to clear, and leaves what is pinned', () => {
  expect(isAvailable(command('filter.clear'))).toBe(false);
  commitChip({ field: 'model', values: ['a'], negate: false });
  commitChip({ field: 'tag', values: ['b'], negate: false });
  changeFilter((now) => togglePinned(now, 2));
  expect(isAvailable(command('filter.clear'))).toBe(true);
  command('filter.clear').act();
  expect(filter().chips.map(({ field }) => field)).toEqual(['tag']);
});

test('without a case there is nothing to filter', () => {
  useSession.setState({ case: null });
  propose({ fromUs: 0, toUs: BIN_US });
  for (const one of FILTER_COMMANDS) expect(isAvailable(one), one.id).toBe(false);
});

test.each([{ name: 'review' }, { name: 'coding-sheet', sample: 's' }] as const)(
  'where the filter is not shown its keys do nothing: $name',
  (view) => {
    commitChip({ field: 'model', values: ['a'], negate: false });
    goTo(view);
    propose({ fromUs: 0, toUs: BIN_US });
    for (const one of FILTER_COMMANDS) expect(isAvailable(one), one.id).toBe(false);
  },
);
