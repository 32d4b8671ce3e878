/** What the engine may know of the environment: where tools, homes and temporary files are, language and zone. */
const ALLOWED: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'USERPROFILE',
  'USER',
  'USERNAME',
  'LOGNAME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'LANGUAGE',
  'TZ',
  'SYSTEMROOT',
  'WINDIR',
]);

/** The allowed part of an environment. NODE_OPTIONS and the like never reach the engine. */
export function engineEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    const upper = name.toUpperCase();
    if (value !== undefined && (ALLOWED.has(upper) || upper.startsWith('LC_'))) kept[name] = value;
  }
  return kept;
}
