import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { runtimeArguments, runtimeEnvironment } from '../../electron/dev/launch.ts';
import { runCommand } from '../../electron/dev/run-command.ts';
import { obtainRuntime } from '../../electron/dev/runtime.ts';
import { close, tempFolder } from './app.ts';
import { Victim } from './attack.ts';

// Command lines come from outside: from links, from other programs.

/** A folder with things that look like cases, and a case file that is one by name. */
function bait(): { folder: string; caseFile: string; hostile: readonly string[] } {
  const folder = tempFolder();
  const caseFile = join(folder, 'real.swcase');
  writeFileSync(caseFile, 'not a database');
  const directory = join(folder, 'folder.swcase');
  mkdirSync(directory);
  const dangling = join(folder, 'dangling.swcase');
  symlinkSync(join(folder, 'nowhere'), dangling);
  const hostile = [
    join(folder, 'missing.swcase'),
    directory,
    dangling,
    'javascript:alert(1)//.swcase',
    'data:text/html,<script>alert(1)</script>.swcase',
    `file://${caseFile}`,
    'https://example.org/x.swcase',
    '//server/share/x.swcase',
    '\\\\server\\share\\x.swcase',
    `--x=${caseFile}`,
    `${caseFile}\n.swcase`,
    `${'a'.repeat(5000)}.swcase`,
  ];
  return { folder, caseFile, hostile };
}

async function start(args: readonly string[], userDataDir: string): Promise<Victim> {
  const victim = await Victim.start({ args, userDataDir });
  onTestFinished(() => close(victim.app));
  return victim;
}

/** Starts the app once more with the same folder, as a double click would; resolves when that start has ended. */
async function startAgain(userDataDir: string, args: readonly string[]): Promise<number | null> {
  const runtime = await obtainRuntime();
  const given = [...runtimeArguments(runtime), `--user-data-dir=${userDataDir}`, ...args];
  const { status } = await runCommand(runtime.executablePath, given, {
    cwd: checkout,
    env: runtimeEnvironment(),
    timeout: 90_000,
  });
  return status;
}

const openDialogs = (victim: Victim) => victim.page.locator('dialog[open]').count();

test('a start with a hostile command line is a plain start', async () => {
  const { folder, hostile } = bait();
  const victim = await start(hostile, join(folder, 'user-data'));
  await victim.page.evaluate(() => window.stillwatch.appInfo());
  expect(await openDialogs(victim)).toBe(0);
  expect(await victim.noticed()).toEqual([]);
  await victim.isUnharmed();
});

test('a second start brings the first nothing but a case file that exists', async () => {
  const { folder, caseFile, hostile } = bait();
  const userDataDir = join(folder, 'user-data');
  const victim = await start([], userDataDir);
  await victim.app.evaluate(({ app }) => {
    Object.assign(globalThis, { starts: 0 });
    app.on('second-instance', () => Reflect.set(globalThis, 'starts', Reflect.get(globalThis, 'starts') + 1));
  });
  const trace = join(folder, 'launched');
  const switches = [
    '--inspect=0',
    '--remote-debugging-port=0',
    `--gpu-launcher=touch ${trace}`,
    '--load-extension=.',
  ];
  for (const argument of hostile) {
    expect(await startAgain(userDataDir, [...switches, argument])).toBe(0);
  }
  await expect.poll(() => victim.app.evaluate(() => Reflect.get(globalThis, 'starts'))).toBe(hostile.length);
  await victim.page.evaluate(() => window.stillwatch.appInfo());
  expect(await openDialogs(victim)).toBe(0);
  expect(existsSync(trace)).toBe(false);

  expect(await startAgain(userDataDir, [caseFile])).toBe(0);
  await victim.page.getByRole('dialog').getByText('real.swcase').waitFor();
  expect(await openDialogs(victim)).toBe(1);
  await victim.isUnharmed();
});
