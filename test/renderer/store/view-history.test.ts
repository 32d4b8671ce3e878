import { expect, test } from 'vitest';
import { EMPTY_FILTER, setRange } from '../../../renderer/store/filter.ts';
import {
  canStep,
  currentFilter,
  currentView,
  replaceView,
  startTrail,
  step,
  type View,
  visit,
} from '../../../renderer/store/view-history.ts';

const accounts: View = { name: 'accounts' };
const custody: View = { name: 'custody' };
const account = (id: string): View => ({ name: 'account', account: id, request: null });

test('back and forward walk the trail', () => {
  let trail = visit(visit(startTrail(accounts), account('a')), custody);
  trail = step(trail, -1);
  expect(currentView(trail)).toEqual(account('a'));
  expect(canStep(trail, 1)).toBe(true);
  trail = step(step(trail, -1), -1);
  expect(currentView(trail)).toEqual(accounts);
  expect(canStep(trail, -1)).toBe(false);
});

test('a new view drops what lay ahead; the same view is no step', () => {
  let trail = step(visit(startTrail(accounts), custody), -1);
  trail = visit(trail, account('b'));
  expect(trail.steps.map(({ view }) => view)).toEqual([accounts, account('b')]);
  expect(visit(trail, account('b'))).toBe(trail);
});

test('replacing changes the place, not the trail', () => {
  const trail = replaceView(visit(startTrail(accounts), account('a')), {
    ...account('a'),
    request: 'request:1',
  } as View);
  expect(currentView(trail)).toMatchObject({ request: 'request:1' });
  expect(trail.steps).toHaveLength(2);
});

test('the trail is bounded and keeps its end', () => {
  let trail = startTrail(accounts);
  for (let i = 0; i < 300; i++) trail = visit(trail, account(String(i)));
  expect(trail.steps.length).toBeLessThanOrEqual(100);
  expect(currentView(trail)).toEqual(account('299'));
});

test('a filter is a step of its own, is carried on to the next view, and comes back on the way back', () => {
  const filter = setRange(EMPTY_FILTER, { fromUs: 0, toUs: 1 });
  let trail = visit(startTrail(accounts), accounts, filter);
  expect(trail.steps).toHaveLength(2);
  trail = visit(trail, custody);
  expect(currentFilter(trail)).toEqual(filter);
  trail = step(step(trail, -1), -1);
  expect(currentView(trail)).toEqual(accounts);
  expect(currentFilter(trail)).toEqual(EMPTY_FILTER);
  expect(currentFilter(step(trail, 1))).toEqual(filter);
});
