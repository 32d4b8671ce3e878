import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../electron/dev/run-command.ts';
import { obtainRuntime } from '../../electron/dev/runtime.ts';
import { tempFolder } from './app.ts';

/** The id of `nobody`, who owns nothing: neither the checkout nor the tests' other files. */
const NOBODY = 65534;

export interface Unprivileged {
  /** Program that starts Electron as this user; see launchApp. */
  readonly starter: string;
  readonly userDataDir: string;
  /** Variables that give the user a home and a place for temporary files of its own. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A user for whom Chromium's sandbox works: whoever runs the tests, or `nobody` when that is root. A text says why
 * there is none on this machine. What is started is the Electron of the checkout, or a package's executable.
 */
export async function unprivilegedUser(executable?: string): Promise<Unprivileged | string> {
  if (process.platform !== 'linux') return 'how a process is sandboxed can be read on Linux only';
  const executablePath = executable ?? (await obtainRuntime()).executablePath;
  const asRoot = process.getuid?.() === 0;
  const become = asRoot ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
  const run = async (...command: string[]): Promise<boolean> => {
    const [program, ...args] = [...become, ...command];
    return (await runCommand(program, args).catch(() => ({ status: 1 }))).status === 0;
  };
  if (!(await run('true'))) return 'setpriv (util-linux) is not here to become another user with';
  if (!(await run('test', '-x', executablePath))) return 'other users cannot read this checkout';
  if (!(await run('unshare', '--user', '--map-root-user', 'true')))
    return 'this system forbids user namespaces, which the sandbox is made of';

  const folder = tempFolder();
  chmodSync(folder, 0o755);
  const own = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    if (asRoot) chownSync(path, NOBODY, NOBODY);
    return path;
  };
  const starter = join(folder, 'start-electron');
  const command = [...become, executablePath].map((word) => `'${word}'`).join(' ');
  writeFileSync(starter, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  const home = own('home');
  return { starter, userDataDir: own('user-data'), env: { HOME: home, TMPDIR: own('tmp') } };
}
