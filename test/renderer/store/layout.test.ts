import { beforeEach, expect, test, vi } from 'vitest';
import { followSelection, showRows, useDrawer } from '../../../renderer/store/drawer.ts';
import {
  keepLayout,
  resizePanel,
  setDensity,
  togglePanel,
  useLayout,
} from '../../../renderer/store/layout.ts';
import { DEFAULT_LAYOUT } from '../../../shared/bridge.ts';

const setLayout = vi.fn();

beforeEach(() => {
  setLayout.mockReset();
  vi.stubGlobal('window', { stillwatch: { setLayout } });
  useLayout.setState(DEFAULT_LAYOUT);
  followSelection();
});

test('what is chosen is kept at once, a size that is being dragged only at its end', () => {
  setDensity('compact');
  expect(setLayout).toHaveBeenLastCalledWith(expect.objectContaining({ density: 'compact' }));
  resizePanel('detail', 300.4);
  expect(setLayout).toHaveBeenCalledTimes(1);
  keepLayout();
  expect(setLayout.mock.lastCall?.[0].panels.detail).toEqual({ px: 300, shown: true });
});

test('a hidden panel keeps its size for when it is shown again', () => {
  resizePanel('rail', 200);
  togglePanel('rail');
  expect(useLayout.getState().panels.rail).toEqual({ px: 200, shown: false });
  togglePanel('rail');
  expect(useLayout.getState().panels.rail).toEqual({ px: 200, shown: true });
});

test('asking for rows opens the drawer on them, until it follows the selection again', () => {
  const asked = { title: 'Requests of a', account: 'a', range: { fromUs: 1, toUs: 2 } };
  showRows(asked);
  expect(useLayout.getState().panels.drawer.shown).toBe(true);
  expect(useDrawer.getState().asked).toEqual(asked);
  followSelection();
  expect(useDrawer.getState().asked).toBeNull();
  expect(useLayout.getState().panels.drawer.shown).toBe(true);
});
