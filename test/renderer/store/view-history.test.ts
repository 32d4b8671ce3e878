import { expect, test } from 'vitest';
import {
  canStep,
  currentView,
  replaceView,
  startTrail,
  step,
  type View,
  visit,
} from '../../../renderer/store/view-history.ts';

const accounts: View = { name: 'accounts' };
const custody: View = { name: 'custody' };
const account = (id: string): View => ({ name: 'account', account: id, committed: null, request: null });

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
  expect(trail.views).toEqual([accounts, account('b')]);
  expect(visit(trail, account('b'))).toBe(trail);
});

test('replacing changes the place, not the trail', () => {
  const range = { fromUs: 1, toUs: 2 };
  const trail = replaceView(visit(startTrail(accounts), account('a')), {
    ...account('a'),
    committed: range,
  } as View);
  expect(currentView(trail)).toMatchObject({ committed: range });
  expect(trail.views).toHaveLength(2);
});

test('the trail is bounded and keeps its end', () => {
  let trail = startTrail(accounts);
  for (let i = 0; i < 300; i++) trail = visit(trail, account(String(i)));
  expect(trail.views.length).toBeLessThanOrEqual(100);
  expect(currentView(trail)).toEqual(account('299'));
});
