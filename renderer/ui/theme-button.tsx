import { nextTheme, useTheme } from './theme.ts';

/** Cycles through system, light and dark. */
export function ThemeButton() {
  const choice = useTheme((state) => state.choice);
  return (
    <button type="button" onClick={nextTheme} title="Light, dark, or as the system">
      Theme: {choice}
    </button>
  );
}
