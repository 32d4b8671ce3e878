import { create } from 'zustand';
import { DEFAULT_LAYOUT, type Density, type Layout, type Panel } from '../../shared/bridge.ts';

/** How the window is arranged; the main process keeps it over restarts, the case never holds it. */
export const useLayout = create<Layout>(() => DEFAULT_LAYOUT);

/** Height of a table's row in CSS pixels, as `--row` of renderer/tokens.css says for each density. */
export const ROW_PX: Readonly<Record<Density, number>> = { comfortable: 28, compact: 22 };

export function useRowPx(): number {
  return useLayout((state) => ROW_PX[state.density]);
}

/** Arranges the window as it was left. Called once. */
export function startLayout(): void {
  useLayout.subscribe(({ density }) => {
    document.documentElement.dataset.density = density;
  });
  void window.stillwatch.layout().then((layout) => useLayout.setState(layout));
}

export function setDensity(density: Density): void {
  useLayout.setState({ density });
  keepLayout();
}

/** A table whose columns people choose, as the layout names it. */
export type TableColumns = 'accountColumns' | 'operatorColumns';

/** @param columns keys in order; null for those that the table shows by itself. */
export function chooseColumns(table: TableColumns, columns: readonly string[] | null): void {
  useLayout.setState({ [table]: columns });
  keepLayout();
}

export function togglePanel(panel: Panel): void {
  showPanel(panel, !useLayout.getState().panels[panel].shown);
}

export function showPanel(panel: Panel, shown: boolean): void {
  changePanel(panel, { shown });
  keepLayout();
}

/** Gives a panel a size while it is dragged; `keepLayout` follows once that ends. */
export function resizePanel(panel: Panel, px: number): void {
  changePanel(panel, { px: Math.round(px), shown: true });
}

export function keepLayout(): void {
  void window.stillwatch.setLayout(useLayout.getState());
}

function changePanel(panel: Panel, change: { px?: number; shown?: boolean }): void {
  useLayout.setState(({ panels }) => ({
    panels: { ...panels, [panel]: { ...panels[panel], ...change } },
  }));
}
