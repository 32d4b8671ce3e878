import { beforeEach, expect, test } from 'vitest';
import { useDrawer } from '../../../renderer/store/drawer.ts';
import { addChip } from '../../../renderer/store/filter.ts';
import { useSelection } from '../../../renderer/store/selection.ts';
import { useStatus } from '../../../renderer/store/status.ts';
import { currentFilter, currentView } from '../../../renderer/store/view-history.ts';
import {
  changeFilter,
  commitProposal,
  commitRange,
  dropProposal,
  goBack,
  goForward,
  goTo,
  goToStep,
  keepScroll,
  keptScroll,
  openAccount,
  pickRequest,
  propose,
  proposeChip,
  resetViews,
  useViews,
} from '../../../renderer/store/views.ts';

import { BIN_US } from '../../../shared/time/bin.ts';

const filter = () => currentFilter(useViews.getState().trail);
const KESTREL = { field: 'model', values: ['kestrel-2'], negate: false } as const;
const kestrel = { ...KESTREL, values: [...KESTREL.values] };

const shown = () => currentView(useViews.getState().trail).name;

beforeEach(() => resetViews());

test('how far a view was scrolled is known again on coming back to it', () => {
  keepScroll(300);
  goTo({ name: 'sources' });
  expect(keptScroll()).toBe(0);
  keepScroll(50);
  goBack();
  expect(keptScroll()).toBe(300);
  goForward();
  expect(keptScroll()).toBe(50);
});

test('a view that takes the place of another starts at its top', () => {
  goTo({ name: 'sources' });
  keepScroll(50);
  goBack();
  goTo({ name: 'custody' });
  expect(keptScroll()).toBe(0);
});

test('another state of the same place keeps its scroll and is no move', () => {
  openAccount('a');
  keepScroll(400);
  const { moves } = useViews.getState();
  pickRequest('request:1');
  expect(keptScroll()).toBe(400);
  expect(useViews.getState().moves).toBe(moves);
});

test('rows asked for in one case are not asked for in the next', () => {
  useDrawer.setState({ asked: { title: 'Requests of a', account: 'a', range: null } });
  resetViews();
  expect(useDrawer.getState().asked).toBeNull();
});

test('any step of the trail can be gone to; one that is not on it changes nothing', () => {
  goTo({ name: 'sources' });
  goTo({ name: 'custody' });
  goToStep(0);
  expect(shown()).toBe('accounts');
  goToStep(2);
  expect(shown()).toBe('custody');
  const { moves } = useViews.getState();
  goToStep(3);
  goToStep(-1);
  expect(shown()).toBe('custody');
  expect(useViews.getState().moves).toBe(moves);
});

test('what is proposed becomes part of the filter when it is committed, and of nothing when it is dropped', () => {
  proposeChip(kestrel);
  expect(filter().chips).toEqual([]);
  commitProposal();
  expect(filter().chips).toMatchObject([kestrel]);
  expect(useViews.getState().proposal).toBeNull();
  propose({ fromUs: 0, toUs: BIN_US });
  dropProposal();
  commitProposal();
  expect(filter().range).toBeNull();
});

test('a range finer than quarter hours is widened, and that is said', () => {
  useStatus.setState({ text: '' });
  commitRange({ fromUs: 0, toUs: BIN_US });
  expect(useStatus.getState().text).toBe('');
  propose({ fromUs: BIN_US + 1, toUs: 2 * BIN_US + 1 });
  commitProposal();
  expect(filter().range).toMatchObject({ fromUs: BIN_US, toUs: 3 * BIN_US });
  expect(useStatus.getState().text).toContain('widened to whole quarter hours');
});

test('a change of the filter is a step back but no move on the page', () => {
  openAccount('a');
  keepScroll(400);
  const { moves } = useViews.getState();
  changeFilter((old) => addChip(old, kestrel));
  expect(useViews.getState().moves).toBe(moves);
  expect(keptScroll()).toBe(400);
  goBack();
  expect(shown()).toBe('account');
  expect(filter().chips).toEqual([]);
  goForward();
  expect(filter().chips).toMatchObject([kestrel]);
});

test('opening an account at a range makes that the time of the filter and leaves the rest of it', () => {
  changeFilter((old) => addChip(old, kestrel));
  openAccount('a', { fromUs: 0, toUs: BIN_US });
  expect(filter()).toMatchObject({ range: { fromUs: 0, toUs: BIN_US }, chips: [kestrel] });
  goBack();
  expect(filter().range).toBeNull();
});

test('no filter, proposal or selection of one case reaches the next', () => {
  changeFilter((old) => addChip(old, kestrel));
  proposeChip(kestrel);
  useSelection.setState({ ids: new Set([1]), anchor: 1 });
  resetViews();
  expect(filter()).toEqual({ range: null, chips: [] });
  expect(useViews.getState().proposal).toBeNull();
  expect(useSelection.getState().ids.size).toBe(0);
});
