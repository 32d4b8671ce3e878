import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/**
 * Switches inside Electron's own binary that a package has thrown, under electron-builder's names. All but two are
 * closed doors: no other program, variable or command line turns the application into a plain Node, a debugger's
 * target or a loader of other files. What Electron adds later keeps Electron's default.
 */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Electron checks app.asar on Windows and macOS; on Linux it checks nothing, whatever this says.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

type Fuse = keyof typeof FUSES;

const PLACES: Readonly<Record<Fuse, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** The same switches as an executable really has them; null for one that its Electron does not know. */
export async function readFuses(executable: string): Promise<Readonly<Record<Fuse, boolean | null>>> {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(executable)) };
  const fuses = Object.keys(FUSES) as Fuse[];
  return Object.fromEntries(fuses.map((fuse) => [fuse, stateOf(wire[PLACES[fuse]])])) as Record<
    Fuse,
    boolean | null
  >;
}

/** A fuse is a character in the binary: `1` or `0`. */
function stateOf(value: unknown): boolean | null {
  if (value === '1'.charCodeAt(0)) return true;
  return value === '0'.charCodeAt(0) ? false : null;
}
