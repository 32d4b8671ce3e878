import { existsSync } from 'node:fs';
import { isInstalled, runCommand } from './run-command.ts';

/** Debian packages that hold what Electron links to or opens while running. */
const libraryPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libnotify4'];
const displayPackage = 'xvfb';

/** Names of the shared libraries that `ldd` reports as missing, in its order, each once. */
export function missingLibraries(lddOutput: string): string[] {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] as string);
  return [...new Set(names)];
}

/**
 * Makes sure that Electron's system libraries are there, and Xvfb where there is no display. Does nothing on
 * systems other than Linux. As root on a system with apt-get it installs what is missing; otherwise it throws with
 * the missing names and the exact command to run.
 */
export async function ensureSystemLibraries(executablePath: string, needsDisplay: boolean): Promise<void> {
  if (process.platform !== 'linux') return;
  const libraries = await findMissing(executablePath);
  const withoutXvfb = needsDisplay && !(await isInstalled('Xvfb'));
  if (libraries.length === 0 && !withoutXvfb) return;

  const missing = [...libraries, ...(withoutXvfb ? ['Xvfb (a display for tests)'] : [])].join(', ');
  const wanted = [...(libraries.length > 0 ? libraryPackages : []), ...(withoutXvfb ? [displayPackage] : [])];
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `Electron needs system libraries that are missing: ${missing}. Install them and start again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(
      `Electron needs system libraries that are missing: ${missing}. Install them and start again:\n` +
        `  sudo apt-get update && sudo apt-get install -y ${(await presentNames(wanted)).join(' ')}`,
    );
  }
  console.log(`Missing system libraries: ${missing}.`);
  await install(wanted);
  const still = await findMissing(executablePath);
  if (still.length > 0) throw new Error(`System libraries are still missing: ${still.join(', ')}.`);
}

/**
 * Installs strace, with which tests watch what the app asks of the system, where root may and it is not here. Without it
 * those tests skip and say so; so nothing that goes wrong here is an error.
 */
export async function offerStrace(): Promise<void> {
  if (process.platform !== 'linux' || (await isInstalled('strace'))) return;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  await install(['strace']).catch((error: Error) =>
    console.log(`strace was not installed. ${error.message.split('\n', 1)[0]}`),
  );
}

async function findMissing(executablePath: string): Promise<string[]> {
  return missingLibraries((await runCommand('ldd', [executablePath])).stdout);
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await aptGet(['update', '-qq'], env);
  const names = await presentNames(packages);
  console.log(`Installing with apt-get: ${names.join(' ')}.`);
  await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...names], env);
  console.log(`Installed: ${names.join(' ')}.`);
}

async function aptGet(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  // Another apt-get may be at work on a fresh machine; waiting for its lock beats failing.
  const { status, stdout, stderr } = await runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env,
  });
  if (status === 0) return;
  throw new Error(`apt-get ${args.join(' ')} failed with status ${status}.\n${stdout}${stderr}`.trim());
}

/** Newer releases renamed some of these packages with a `t64` suffix; each under the name this system has. */
async function presentNames(packages: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const name of packages) {
    const renamed = await runCommand('apt-cache', ['show', '--quiet', `${name}t64`]).catch(() => null);
    names.push(renamed?.status === 0 ? `${name}t64` : name);
  }
  return names;
}
