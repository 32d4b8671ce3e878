import { create } from 'zustand';

interface FilterPanel {
  /** The strip of time is shown where a view has no time axis of its own. */
  readonly strip: boolean;
  /** Its table twin stands below it. */
  readonly table: boolean;
  readonly facets: boolean;
  /** A new condition is being chosen. */
  readonly adding: boolean;
  /** A time is being typed. */
  readonly timing: boolean;
}

/** What of the filter bar is open; kept while the window is. */
export const useFilterPanel = create<FilterPanel>(() => ({
  strip: true,
  table: false,
  facets: false,
  adding: false,
  timing: false,
}));

export function toggleFilterPanel(what: keyof FilterPanel): void {
  useFilterPanel.setState((state) => ({ [what]: !state[what] }));
}

export function closeAdding(): void {
  useFilterPanel.setState({ adding: false });
}

export function closeTime(): void {
  useFilterPanel.setState({ timing: false });
}
