import type { Layout, Panel } from '../../shared/bridge.ts';

/** Sizes in CSS pixels that a panel can be given. */
export const PANEL_LIMITS: Readonly<Record<Panel, { readonly least: number; readonly most: number }>> = {
  rail: { least: 112, most: 280 },
  detail: { least: 220, most: 640 },
  drawer: { least: 120, most: 900 },
};

/** What the centre keeps whatever the panels were given. */
export const LEAST_CENTRE = { width: 480, height: 180 };
/** Title bar, filter and trail above the centre, status line below it, at the most. */
const CHROME_PX = 150;

export type PanelSizes = Readonly<Record<Panel, number>>;

/**
 * The sizes that panels really get in a window of a size: 0 for hidden ones. Where they would leave the centre too
 * little, the detail panel gives way first, then the rail, each down to its least; the sizes asked for are kept, so
 * that a larger window shows them again.
 */
export function panelSizes(
  panels: Layout['panels'],
  shown: Readonly<Record<Panel, boolean>>,
  window: { readonly width: number; readonly height: number },
): PanelSizes {
  const wanted = (panel: Panel) => (shown[panel] ? clampPanel(panel, panels[panel].px) : 0);
  const give = (panel: Panel, px: number, excess: number) =>
    px === 0 ? 0 : Math.max(PANEL_LIMITS[panel].least, px - Math.max(0, excess));
  const room = window.width - LEAST_CENTRE.width;
  const detail = give('detail', wanted('detail'), wanted('rail') + wanted('detail') - room);
  const rail = give('rail', wanted('rail'), wanted('rail') + detail - room);
  const drawer = give(
    'drawer',
    wanted('drawer'),
    wanted('drawer') + LEAST_CENTRE.height + CHROME_PX - window.height,
  );
  return { rail, detail, drawer };
}

/** The nearest size a panel can be given. */
export function clampPanel(panel: Panel, px: number): number {
  return Math.min(PANEL_LIMITS[panel].most, Math.max(PANEL_LIMITS[panel].least, px));
}

const STEP = 16;
const FAR = 64;

/**
 * The size that a key asks for while a panel's separator has the focus, or null. `grows` is the arrow that makes the
 * panel larger; with Shift it goes further.
 */
export function sizeByKey(
  panel: Panel,
  px: number,
  press: { readonly key: string; readonly shiftKey: boolean },
): number | null {
  const { least, most } = PANEL_LIMITS[panel];
  const step = press.shiftKey ? FAR : STEP;
  const [grows, shrinks] = GROWS[panel];
  if (press.key === grows) return clampPanel(panel, px + step);
  if (press.key === shrinks) return clampPanel(panel, px - step);
  if (press.key === 'Home') return least;
  return press.key === 'End' ? most : null;
}

/** The arrow keys that make each panel larger and smaller. */
const GROWS: Readonly<Record<Panel, readonly [string, string]>> = {
  rail: ['ArrowRight', 'ArrowLeft'],
  detail: ['ArrowLeft', 'ArrowRight'],
  drawer: ['ArrowUp', 'ArrowDown'],
};
