import { copyFile, cp, glob, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildMain, built } from '../build.ts';
import { checkout } from '../checkout.ts';
import type { PackageKind } from './kind.ts';
import type { LockedPackage } from './locked-packages.ts';

/** Kinds of files that run; what else packages bring (types, sources, maps, documents) stays behind. */
const RUNNING = '**/*.{js,mjs,cjs,json,wasm}';
/** Parts of packages that are not imported: what addons are compiled from, commands, packages of their own. */
const NEVER = ['deps/**', 'bin/**', 'node_modules/**'];
/** The SQLite addon brings a binary for every system. Electron for Linux is made for glibc alone. */
const ADDON = `prebuilds/${process.platform}-${process.arch}.node`;

/**
 * Lays out what goes into app.asar, and nothing else: the built application, the packages that its engine imports by
 * name, and a package.json of its own. Needs a built dist/.
 */
export async function layOut(
  stage: string,
  kind: PackageKind,
  version: string,
  packages: readonly LockedPackage[],
): Promise<void> {
  for (const part of ['main', 'engine', 'renderer'])
    await cp(join(checkout, 'dist', part), join(stage, 'dist', part), { recursive: true });
  if (kind.trial) await buildMain(join(stage, built.main), true);
  for (const { folder } of packages) await copyPackage(join(checkout, folder), join(stage, folder));
  const { name, productName } = kind;
  // The engine's files are ES modules by this `type`.
  const manifest = { name, productName, version, private: true, type: 'module', main: built.main };
  await writeFile(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function copyPackage(from: string, to: string): Promise<void> {
  for await (const file of glob([RUNNING, ADDON], { cwd: from, exclude: NEVER })) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await copyFile(join(from, file), join(to, file));
  }
}
