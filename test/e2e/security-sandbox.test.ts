import { readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Investigator } from '../../electron/dev/investigator.ts';
import { launchApp } from '../../electron/dev/launch.ts';
import { close } from './app.ts';
import { unprivilegedUser } from './unprivileged.ts';

interface Confinement {
  /** 2 where system calls are filtered. */
  readonly seccomp: number;
  /** 1 where no program the process starts can gain rights. */
  readonly noNewPrivileges: number;
  /** All capabilities the process has or could get, as a bit field. */
  readonly capabilities: bigint;
  /** Which worlds of users, processes and networks it lives in. */
  readonly namespaces: readonly string[];
}

function confinement(pid: number | 'self'): Confinement {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)$`, 'm').exec(status)?.[1] ?? '';
  return {
    seccomp: Number(field('Seccomp')),
    noNewPrivileges: Number(field('NoNewPrivs')),
    capabilities: BigInt(`0x${field('CapPrm')}`) | BigInt(`0x${field('CapEff')}`),
    namespaces: ['user', 'pid', 'net'].map((name) => readlinkSync(`/proc/${pid}/ns/${name}`)),
  };
}

/** Starts the app with the sandbox on; skips the test where this machine has none. */
async function startSandboxed(
  skip: (reason: string) => void,
  args: readonly string[],
): Promise<{ person: Investigator; page: Confinement; folder: string }> {
  const user = await unprivilegedUser();
  if (typeof user === 'string') {
    skip(`The sandbox could not be tried: ${user}.`);
    throw new Error('skip() ends the test.');
  }
  const app = await launchApp({ ...user, args });
  onTestFinished(() => close(app));
  const person = await Investigator.at(app);
  const pid = await app.evaluate(({ BrowserWindow }) => {
    const [{ webContents }] = BrowserWindow.getAllWindows();
    return webContents.getOSProcessId();
  });
  return { person, page: confinement(pid), folder: user.env.TMPDIR };
}

test('the page runs in the sandbox: filtered calls, no rights, users, processes and networks of its own', async ({
  skip,
}) => {
  const { person, page, folder } = await startSandboxed(skip, []);
  expect(page).toMatchObject({ seccomp: 2, noNewPrivileges: 1, capabilities: 0n });
  const outside = confinement('self').namespaces;
  expect(page.namespaces.filter((namespace) => outside.includes(namespace))).toEqual([]);

  // In the sandbox the product works as it does without, in which all other tests may run.
  const log = join(folder, 'log.csv');
  writeFileSync(
    log,
    'timestamp,account_id,model\n2026-05-04T00:00:00Z,ac_1,m\n2026-05-04T01:00:00Z,ac_2,m\n',
  );
  await person.newCase(join(folder, 'case.swcase'), 'Trial', 'right horse battery');
  await person.beginImport(log);
  await person.runImport();
  await person.openAccount('ac_2');
});

test('whoever starts it with --no-sandbox does not take the filter off the page', async ({ skip }) => {
  const { page } = await startSandboxed(skip, ['--no-sandbox']);
  expect(page).toMatchObject({ seccomp: 2, noNewPrivileges: 1, capabilities: 0n });
});
