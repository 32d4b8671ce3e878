import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { checkout } from '../checkout.ts';
import { FUSES } from './fuses.ts';
import type { PackageKind } from './kind.ts';

/** What a package is made of; folders are absolute. */
export interface Ingredients {
  readonly kind: PackageKind;
  /** Unpacked Electron, and its version. */
  readonly dist: string;
  readonly electron: string;
  /** Files that go into app.asar, as they are (see stage.ts). */
  readonly stage: string;
  /** Files that go into the folder of resources. */
  readonly papers: string;
  /** Folder for what is made. */
  readonly output: string;
}

/** An application that starts where it lies. */
export interface Unpacked {
  readonly folder: string;
  readonly executable: string;
}

const SYSTEMS = {
  linux: { platform: Platform.LINUX, installers: ['AppImage', 'deb', 'tar.gz'] },
  win32: { platform: Platform.WINDOWS, installers: ['nsis', 'zip'] },
  darwin: { platform: Platform.MAC, installers: ['dmg', 'zip'] },
} as const;

/** This system; packages are made on the system that they are for. */
function thisSystem(): (typeof SYSTEMS)[keyof typeof SYSTEMS] {
  return SYSTEMS[process.platform as keyof typeof SYSTEMS] ?? SYSTEMS.linux;
}

/** Kinds of installers and archives of this system, for each of which electron-builder fetches a program that makes it. */
export function installerKinds(): readonly string[] {
  return thisSystem().installers;
}

export async function buildUnpacked(ingredients: Ingredients): Promise<Unpacked> {
  const { kind, stage, output } = ingredients;
  const targets = thisSystem().platform.createTarget('dir', arch());
  await build({ targets, projectDir: stage, config: builderConfiguration(ingredients), publish: 'never' });
  // Notes of electron-builder on how it was called.
  for (const name of ['builder-debug.yml', 'builder-effective-config.yaml'])
    await rm(join(output, name), { force: true });
  if (process.platform === 'darwin') {
    const folder = join(output, process.arch === 'arm64' ? 'mac-arm64' : 'mac', `${kind.productName}.app`);
    return { folder, executable: join(folder, 'Contents', 'MacOS', kind.productName) };
  }
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'win32') {
    const folder = join(output, `win${suffix}-unpacked`);
    return { folder, executable: join(folder, `${kind.productName}.exe`) };
  }
  const folder = join(output, `linux${suffix}-unpacked`);
  return { folder, executable: join(folder, kind.name) };
}

/** Makes installers of an application that was built before; returns their paths. Fetches programs from a code host. */
export function buildInstallers(ingredients: Ingredients, { folder }: Unpacked): Promise<readonly string[]> {
  const targets = thisSystem().platform.createTarget([...installerKinds()], arch());
  const config = builderConfiguration(ingredients);
  return build({ targets, projectDir: ingredients.stage, prepackaged: folder, config, publish: 'never' });
}

function arch(): Arch {
  return process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
}

/** The one configuration of electron-builder, for every system. No updates, nothing published, no URL scheme. */
export function builderConfiguration(ingredients: Ingredients): Configuration {
  const { kind, dist, electron, papers, output } = ingredients;
  const entitlements = join(import.meta.dirname, 'entitlements.mac.plist');
  return {
    appId: kind.appId,
    productName: kind.productName,
    directories: { output },
    electronVersion: electron,
    electronDist: dist,
    electronFuses: FUSES,
    // The stage holds exactly what is needed: nothing is collected or compiled, the addon fits every Electron as it is.
    beforeBuild: async () => false,
    // By itself it leaves out a folder of this name.
    files: ['package.json', 'dist/**/*', { from: 'node_modules', to: 'node_modules' }],
    asar: true,
    // No system loads native code out of an archive. A trial's engine runs on a Node that cannot read one.
    asarUnpack: kind.trial ? ['package.json', 'dist/engine/**/*', 'node_modules/**/*'] : ['**/*.node'],
    extraResources: [
      { from: papers, to: '.' },
      ...(kind.trial
        ? [{ from: join(checkout, 'node_modules', 'node', 'bin', 'node'), to: 'trial-node' }]
        : []),
    ],
    afterExtract: ({ appOutDir }) => forgetOtherApps(appOutDir),
    fileAssociations: [
      {
        ext: 'swcase',
        name: 'Stillwatch case',
        description: 'Stillwatch case',
        mimeType: 'application/x-stillwatch-case',
        role: 'Editor',
      },
    ],
    publish: null,
    linux: {
      target: [...SYSTEMS.linux.installers],
      executableName: kind.name,
      category: 'Office',
      synopsis: 'Examine accounts suspected of distilling a model through its API',
      maintainer: 'Stillwatch',
    },
    win: { target: [...SYSTEMS.win32.installers], requestedExecutionLevel: 'asInvoker' },
    // Installed for everybody, into a folder that administrators alone can change: Electron's check of app.asar does
    // not hold where an attacker can write beside it.
    nsis: {
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: false,
      differentialPackage: false,
    },
    mac: {
      target: [...SYSTEMS.darwin.installers],
      category: 'public.app-category.utilities',
      hardenedRuntime: true,
      // Compiling while running is the one exception; electron-builder would make more.
      entitlements,
      entitlementsInherit: entitlements,
    },
    dmg: { writeUpdateInfo: false },
  };
}

/** An unpacked Electron brings an application to show when it has none; the development runtime a link to a checkout. */
async function forgetOtherApps(folder: string): Promise<void> {
  for (const name of ['resources/app', 'resources/default_app.asar', 'version'])
    await rm(join(folder, name), { recursive: true, force: true });
}
