/** The first Electron whose own Node loads the SQLite addon. */
const FIRST_WHOLE_MAJOR = 35;

/** True for a runtime that cannot run the engine itself, so that it needs a separate Node. */
export function needsSeparateNode(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) < FIRST_WHOLE_MAJOR;
}

/** What to tell people about a runtime that is for development only; null for any other. */
export function runtimeNotice(electronVersion: string): string | null {
  if (!needsSeparateNode(electronVersion)) return null;
  return `This start uses Electron ${electronVersion}, an old runtime for development and tests only. Do not examine real cases with it.`;
}
