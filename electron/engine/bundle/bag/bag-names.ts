/**
 * Why a path in a bag must not be trusted on some system, or undefined for a plain one. Paths use `/` and are
 * relative to the folder the bag lies in.
 */
export function nameFault(path: string): string | undefined {
  if (path === '') return 'is an empty name';
  if (path.includes('\uFFFD')) return 'has a name that is not valid UTF-8';
  if (path.includes('\\')) return 'has a backslash in its name';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'has an absolute path';
  if (path.endsWith('/')) return 'is a folder entry';
  const parts = path.split('/');
  if (parts.some((part) => part === '..' || part === '.' || part === '')) {
    return 'has a path that leaves or repeats its folder';
  }
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path)) return 'has control or invisible characters in its name';
  if (
    /[<>:"|?*]/.test(path) ||
    parts.some((part) => /[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part))
  ) {
    return 'has a name that some systems do not allow';
  }
  return undefined;
}

/** Groups of paths that are one file on systems which ignore case or normalise Unicode. */
export function collisions(paths: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    // Up and down again folds what one direction leaves apart, as in ß/ẞ and ſ/s.
    const key = path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
