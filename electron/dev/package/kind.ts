import type { ElectronRuntime } from '../runtime.ts';
import { releaseRefusal } from './electron-floor.ts';

/**
 * What comes of packaging. A trial package is made with the development runtime (fallback-runtime.ts), where no other
 * Electron can be had: it shows that packaging works, and is never given to anybody. Its runtime is too old to run the
 * engine, so it alone brings a Node for that.
 */
export interface PackageKind {
  readonly trial: boolean;
  /** Of package.json and of the executable. */
  readonly name: string;
  /** What people read: window lists, menus, and the folder of the application's own files. */
  readonly productName: string;
  readonly appId: string;
  /** Below the folder for all that is made. */
  readonly folder: string;
}

const RELEASE: PackageKind = {
  trial: false,
  name: 'stillwatch',
  productName: 'Stillwatch',
  appId: 'app.stillwatch.desktop',
  folder: 'release',
};

const TRIAL: PackageKind = {
  trial: true,
  name: 'stillwatch-trial',
  productName: 'Stillwatch Trial',
  appId: 'app.stillwatch.trial',
  folder: 'trial-not-for-cases',
};

/** The kind of package that a runtime allows. Throws with a sentence for people where it allows none. */
export function kindFor(runtime: Pick<ElectronRuntime, 'version' | 'fallback'>): PackageKind {
  if (runtime.fallback) return TRIAL;
  const refusal = releaseRefusal(runtime.version);
  if (refusal !== null) throw new Error(refusal);
  return RELEASE;
}
