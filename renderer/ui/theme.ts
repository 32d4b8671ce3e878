import { create } from 'zustand';
import { THEMES, type Theme } from '../../shared/bridge.ts';

/** The system's theme, or the one chosen in its place: the main process makes the two one media query. */
const dark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** `shown` is what is on screen; drawings on canvas follow it. */
export const useTheme = create<{ choice: Theme; shown: 'light' | 'dark' }>(() => ({
  choice: 'system',
  shown: 'light',
}));

/** Shows the remembered choice and follows the system from then on. */
export function startTheme(): void {
  show();
  dark().addEventListener('change', show);
  void window.stillwatch.theme().then((choice) => useTheme.setState({ choice }));
}

export function nextTheme(): void {
  setTheme(THEMES[(THEMES.indexOf(useTheme.getState().choice) + 1) % THEMES.length]);
}

export function setTheme(choice: Theme): void {
  useTheme.setState({ choice });
  void window.stillwatch.setTheme(choice);
}

function show(): void {
  const shown = dark().matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = shown;
  useTheme.setState({ shown });
}
