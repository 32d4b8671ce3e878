/**
 * Installs what the checkout needs to run, on any Node >= 20 with nothing installed yet: the packages of
 * package-lock.json, and the Node 24 that comes as one of them and runs everything else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const modules = join(checkout, 'node_modules');
const onWindows = process.platform === 'win32';
const node24 = join(modules, 'node', 'bin', onWindows ? 'node.exe' : 'node');
const node24Command = join(modules, '.bin', onWindows ? 'node.cmd' : 'node');

/**
 * Makes sure that the packages are installed as package-lock.json says, and returns the path of Node 24.
 * Quick when they are. `outputFd` is where everything printed on the way goes: 1 or 2.
 * Throws with a sentence for people when it cannot be done.
 *
 * @param {1 | 2} outputFd
 * @returns {string}
 */
export function setup(outputFd = 1) {
  const say = (text) => (outputFd === 1 ? process.stdout : process.stderr).write(`${text}\n`);
  if (!packagesAreCurrent()) {
    say('Installing the packages of package-lock.json (npm install).');
    // Unlike `npm ci`, this keeps node_modules/.cache, where the Electron runtime may lie; the lock file stays as
    // it is.
    npm(['install', '--no-save', '--no-audit', '--no-fund'], outputFd);
  }
  if (!existsSync(node24) || !existsSync(node24Command)) {
    // .npmrc lets no package run a script while it is installed: the SQLite addon would be compiled needlessly, which
    // fails where there is no compiler. This script, which fetches the binary for this platform, is the one needed.
    say('Installing Node 24 (npm rebuild node).');
    npm(['rebuild', 'node', '--ignore-scripts=false'], outputFd);
    if (!existsSync(node24)) {
      throw new Error(
        `npm rebuild node left no Node 24 in ${modules}. Remove node_modules and start again; if that does not help, ` +
          'the package "node" has no binary for this platform.',
      );
    }
  }
  return node24;
}

/** Like setup(), but prints the error's sentence and ends the process with status 1 when it fails. */
export function setupOrExit(outputFd = 1) {
  try {
    return setup(outputFd);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Whether node_modules holds every package of the lock file in the same version. npm keeps its own list of what it
 * installed, written last, so an interrupted installation counts as missing.
 */
function packagesAreCurrent() {
  const wanted = readPackages(join(checkout, 'package-lock.json'));
  const installed = readPackages(join(modules, '.package-lock.json'));
  if (wanted === null)
    throw new Error(`package-lock.json is missing from ${checkout}; restore it and start again.`);
  if (installed === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    // The root itself, and packages for other platforms, are not in npm's list.
    if (path === '' || (entry.optional && !(path in installed))) return true;
    return installed[path]?.version === entry.version && installed[path]?.integrity === entry.integrity;
  });
}

/** The `packages` table of a lock file; null when there is no such file. */
function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

function npm(command, outputFd) {
  // The level, because `npm run --silent` would silence this npm's errors, too; one retry, because npm's usual two
  // take more than a minute to report that there is no registry.
  const args = [...command, '--loglevel=error', '--fetch-retries=1'];
  // Under `npm run`, this names the very npm at work; on its own, npm is looked up on the PATH.
  const script = process.env.npm_execpath;
  const options = { cwd: checkout, stdio: ['ignore', outputFd, outputFd] };
  const { error, status } = script?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: onWindows });
  if (error?.code === 'ENOENT') {
    throw new Error(
      'npm is not installed or not on the PATH. Install Node 20 or later with npm and start again.',
    );
  }
  if (status !== 0) {
    throw new Error(
      `npm ${command[0]} failed (${error ? error.message : `status ${status}`}), so not everything is installed. ` +
        'It needs the npm registry, or a filled npm cache; its own message is above. Start again when it can be reached.',
    );
  }
}
