/**
 * The oldest Electron that may be released: Electron mends only its three latest majors, so everything older
 * stays open to what has been found since. Two majors below the pinned one; a test holds the two together.
 */
export const ELECTRON_FLOOR = '43.0.0';

/** Advisories on what this application relies on, each with the first Electron of the newest line that is mended. */
export const ADVISORIES: readonly {
  readonly id: string;
  readonly mendedIn: string;
  readonly about: string;
}[] = [
  { id: 'CVE-2026-70604', mendedIn: '42.0.0', about: 'custom schemes could be read across origins' },
  {
    id: 'CVE-2026-70601',
    mendedIn: '39.8.9',
    about: "the page could reach past the preload script's bridge",
  },
  { id: 'GHSA-hfqm-jfc6-rh2f', mendedIn: '36.0.0', about: 'the page could reach memory outside its sandbox' },
  { id: 'CVE-2025-55305', mendedIn: '35.7.5', about: 'the check of app.asar could be side-stepped' },
];

/** Why an Electron must not be released, as a sentence; null when it may. Versions are such as `45.4.1`. */
export function releaseRefusal(version: string): string | null {
  const numbers = /^\d+\.\d+\.\d+$/.test(version);
  if (numbers && compareVersions(version, ELECTRON_FLOOR) >= 0) return null;
  const open = ADVISORIES.filter(({ mendedIn }) => !numbers || compareVersions(version, mendedIn) < 0);
  return (
    `No release is made with Electron ${version}: it has to be ${ELECTRON_FLOOR} or later (the three latest majors)` +
    `${open.length > 0 ? `, and may be open to ${open.map(({ id, about }) => `${id} (${about})`).join(', ')}` : ''}. ` +
    'Nothing was made. Set ELECTRON_OVERRIDE_DIST_PATH to the folder of a newer Electron, or unset it.'
  );
}

/** Negative, zero or positive as `a` is older than, the same as, or newer than `b`, number by number. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const differing = left?.findIndex((number, place) => number !== right?.[place]) ?? -1;
  return differing === -1 ? 0 : (left?.[differing] ?? 0) - (right?.[differing] ?? 0);
}
