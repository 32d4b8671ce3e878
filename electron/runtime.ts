/** The first Electron whose own Node loads the SQLite addon. */
const FIRST_WHOLE_MAJOR = 35;

/** True for a runtime that cannot run the engine itself, so that it needs a separate Node. */
export function needsSeparateNode(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) < FIRST_WHOLE_MAJOR;
}

/** Set by the build (electron/dev/build.ts); there is none where the sources run as they are. */
declare const STILLWATCH_TRIAL: boolean | undefined;

/**
 * True in a trial package alone, which is made where no Electron can be had that may be released. Everywhere else the
 * build knows that it is false, and what hangs on it is not even there.
 */
export const isTrialPackage = typeof STILLWATCH_TRIAL !== 'undefined' && STILLWATCH_TRIAL;

/** What to tell people about a runtime that is for development only; null for any other. */
export function runtimeNotice(electronVersion: string): string | null {
  if (isTrialPackage)
    return `This is a trial package with Electron ${electronVersion}, an old runtime. It shows that packaging works and is no release: do not examine real cases with it.`;
  if (!needsSeparateNode(electronVersion)) return null;
  return `This start uses Electron ${electronVersion}, an old runtime for development and tests only. Do not examine real cases with it.`;
}
