import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An npm package as package-lock.json has it. */
export interface LockedPackage {
  /** Its folder in the checkout: `node_modules/d3-array`. */
  readonly folder: string;
  /** Its name in the registry, also where it is installed under another. */
  readonly name: string;
  readonly version: string;
  /** Hash of its tarball, as npm writes it: `sha512-...`. */
  readonly integrity: string;
  /** Folders of the packages that it depends on. */
  readonly dependencies: readonly string[];
}

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Needed only to compile an addon, of which the finished binary is used. */
const NEVER_RUNS = new Set(['node_modules/node-addon-api']);

/** All packages of a checkout's package-lock.json, by folder. */
export async function readLock(checkout: string): Promise<ReadonlyMap<string, LockedPackage>> {
  const lock = JSON.parse(await readFile(join(checkout, 'package-lock.json'), 'utf8'));
  const entries: Readonly<Record<string, LockEntry>> = lock.packages;
  const known = new Map<string, LockedPackage>();
  for (const [folder, entry] of Object.entries(entries)) {
    if (folder === '' || entry.version === undefined) continue;
    const wanted = Object.keys(entry.dependencies ?? {}).map((name) => findFrom(folder, name, entries));
    known.set(folder, {
      folder,
      name: entry.name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version,
      integrity: entry.integrity ?? '',
      dependencies: wanted.filter((found) => found !== undefined && !NEVER_RUNS.has(found)) as string[],
    });
  }
  return known;
}

/** The package that a name means to the files of a folder: the nearest one, as Node looks for it. */
function findFrom(
  folder: string,
  name: string,
  entries: Readonly<Record<string, LockEntry>>,
): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (Object.hasOwn(entries, candidate)) return candidate;
    if (at === '') return undefined;
  }
}

/** The packages of these folders, with all that they depend on if asked; in the order of their folders. */
export function pick(
  folders: Iterable<string>,
  lock: ReadonlyMap<string, LockedPackage>,
  withDependencies: boolean,
): readonly LockedPackage[] {
  const picked = new Map<string, LockedPackage>();
  const add = (folder: string): void => {
    if (picked.has(folder)) return;
    const found = lock.get(folder);
    if (found === undefined)
      throw new Error(`package-lock.json knows no ${folder}, which the application uses.`);
    picked.set(folder, found);
    if (withDependencies) for (const dependency of found.dependencies) add(dependency);
  };
  for (const folder of folders) add(folder);
  return [...picked.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}
