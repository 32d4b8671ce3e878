import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkout } from './checkout.ts';
import { fallbackVersion, obtainFallbackRuntime } from './fallback-runtime.ts';
import { runCommand } from './run-command.ts';

export interface ElectronRuntime {
  /** Folder of the unpacked Electron; as ELECTRON_OVERRIDE_DIST_PATH it makes other processes use the same one. */
  readonly dist: string;
  readonly executablePath: string;
  /** Electron's version, such as `45.4.1`; `unknown` when an overriding folder does not say. */
  readonly version: string;
  /** True for the old runtime that stands in where the pinned Electron cannot be downloaded. */
  readonly fallback: boolean;
  /** Arguments that must come first so that Electron finds this checkout; empty when it is linked in already. */
  readonly appArguments: readonly string[];
}

/** Long enough for 120 MB on a slow line; an unreachable host fails long before. */
const downloadTimeoutMs = 15 * 60_000;

let obtained: Promise<ElectronRuntime> | undefined;

/**
 * Finds or fetches an Electron to run this checkout with, in this order: ELECTRON_OVERRIDE_DIST_PATH; the pinned
 * `electron` package with its own download; on Linux x64 the fallback runtime (see fallback-runtime.ts).
 * Looks once per process. Throws with a sentence for people when none can be had.
 */
export function obtainRuntime(): Promise<ElectronRuntime> {
  obtained ??= findRuntime();
  return obtained;
}

async function findRuntime(): Promise<ElectronRuntime> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return describe(override);
  const pinned = await obtainPinnedDist();
  if (pinned !== null) return describe(pinned);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded. Check the network and start again, or set ELECTRON_OVERRIDE_DIST_PATH ' +
        'to a folder that holds an unpacked Electron.',
    );
  }
  const runtime = await describe(await obtainFallbackRuntime());
  console.log(
    `Electron ${await pinnedVersion()} could not be downloaded; using an old runtime, Electron ${runtime.version}, ` +
      'which is for development and tests only.',
  );
  return runtime;
}

async function describe(dist: string): Promise<ElectronRuntime> {
  const executablePath = join(dist, executableName());
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Electron in ${dist}: ${executableName()} is missing. Set ELECTRON_OVERRIDE_DIST_PATH to a ` +
        'folder that holds an unpacked Electron, or unset it.',
    );
  }
  const version = await readFile(join(dist, 'version'), 'utf8').catch(() => 'unknown');
  return {
    dist,
    executablePath,
    version: version.trim().replace(/^v/, ''),
    fallback: version.trim() === fallbackVersion,
    appArguments: existsSync(join(dist, 'resources', 'app')) ? [] : [checkout],
  };
}

function executableName(): string {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function electronPackage(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

async function pinnedVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(electronPackage(), 'package.json'), 'utf8'));
  return String(version);
}

/** Folder of the pinned Electron, downloaded by the package's own script when missing; null when that fails. */
async function obtainPinnedDist(): Promise<string | null> {
  const folder = electronPackage();
  // The script returns at once when the right version is there already, and starts over after a broken download.
  const { status } = await runCommand(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: downloadTimeoutMs,
  });
  return status === 0 ? join(folder, 'dist') : null;
}
