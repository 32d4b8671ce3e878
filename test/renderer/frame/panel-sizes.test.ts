import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clampPanel,
  LEAST_CENTRE,
  PANEL_LIMITS,
  panelSizes,
  sizeByKey,
} from '../../../renderer/frame/panel-sizes.ts';
import { DEFAULT_LAYOUT, PANELS } from '../../../shared/bridge.ts';

const all = { rail: true, detail: true, drawer: true };
const panels = (rail: number, detail: number, drawer: number) => ({
  rail: { px: rail, shown: true },
  detail: { px: detail, shown: true },
  drawer: { px: drawer, shown: true },
});
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

test('panels get what they ask for where there is room, hidden ones nothing', () => {
  const { panels: first } = DEFAULT_LAYOUT;
  const shown = { rail: true, detail: false, drawer: false };
  expect(panelSizes(first, all, { width: 1400, height: 900 })).toEqual({
    rail: 136,
    detail: 264,
    drawer: 260,
  });
  expect(panelSizes(first, shown, { width: 1400, height: 900 })).toEqual({ rail: 136, detail: 0, drawer: 0 });
});

test('in a narrow window the detail panel gives way before the rail', () => {
  expect(panelSizes(panels(200, 600, 300), all, { width: 960, height: 640 })).toEqual({
    rail: 200,
    detail: 280,
    drawer: 300,
  });
  expect(panelSizes(panels(280, 600, 300), all, { width: 960, height: 640 })).toMatchObject({
    rail: 260,
    detail: 220,
  });
});

test('whatever was kept, the centre keeps its least size in every window there can be', () => {
  const px = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(
      px,
      px,
      px,
      fc.integer({ min: 960, max: 5000 }),
      fc.integer({ min: 640, max: 3000 }),
      (...of) => {
        const [rail, detail, drawer, width, height] = of;
        const sizes = panelSizes(panels(rail, detail, drawer), all, { width, height });
        expect(width - sizes.rail - sizes.detail).toBeGreaterThanOrEqual(LEAST_CENTRE.width);
        expect(height - sizes.drawer).toBeGreaterThanOrEqual(LEAST_CENTRE.height);
        for (const panel of PANELS) expect(sizes[panel]).toBe(clampPanel(panel, sizes[panel]));
      },
    ),
  );
});

test('arrow keys move each edge the way they point', () => {
  expect(sizeByKey('rail', 136, press('ArrowRight'))).toBe(152);
  expect(sizeByKey('detail', 264, press('ArrowRight'))).toBe(248);
  expect(sizeByKey('detail', 264, press('ArrowLeft', true))).toBe(328);
  expect(sizeByKey('drawer', 260, press('ArrowUp'))).toBe(276);
  expect(sizeByKey('drawer', 260, press('Home'))).toBe(PANEL_LIMITS.drawer.least);
  expect(sizeByKey('drawer', 260, press('End'))).toBe(PANEL_LIMITS.drawer.most);
  expect(sizeByKey('rail', 136, press('ArrowUp'))).toBeNull();
  expect(sizeByKey('rail', 112, press('ArrowLeft'))).toBe(112);
});
