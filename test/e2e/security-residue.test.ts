import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Investigator } from '../../electron/dev/investigator.ts';
import { launchApp } from '../../electron/dev/launch.ts';
import { runCommand } from '../../electron/dev/run-command.ts';
import { obtainRuntime } from '../../electron/dev/runtime.ts';
import { close, tempFolder } from './app.ts';
import { engineOf, isRunning, processesOf } from './processes.ts';
import { CANARY, FORMS, filesWithCanary, Places, processesWithCanary } from './residue.ts';
import { analyse, exportAndLock, importLog, logAbout, startAnalysis, type Work } from './whole-job.ts';
import { Display } from './x11.ts';

const PASSPHRASE = `right horse ${CANARY}`;

const workIn = (places: Places): Work => ({
  word: CANARY,
  passphrase: PASSPHRASE,
  casePath: join(places.cases, 'trial.swcase'),
  bundle: join(places.bundles, 'trial.zip'),
});

async function open(places: Places, starter?: string): Promise<Investigator> {
  const app = await launchApp({ env: places.env, userDataDir: places.userData, starter });
  onTestFinished(() => close(app));
  return Investigator.at(app);
}

/** Starts Electron where a crash writes all of its memory to `core` in the folder, if this system lets it be so. */
async function dumpingStarter(
  folder: string,
): Promise<{ readonly starter: string; readonly isDumped: boolean }> {
  const { executablePath } = await obtainRuntime();
  const asRoot = process.getuid?.() === 0 ? ' --no-sandbox' : '';
  const starter = join(folder, 'start-electron');
  const inFolder = `#!/bin/sh\nulimit -c unlimited\ncd '${folder}'\nexec`;
  writeFileSync(starter, `${inFolder} '${executablePath}'${asRoot} "$@"\n`, { mode: 0o755 });
  // What is looked for is put together while it runs, so that it stands in memory alone.
  const dying = join(folder, 'die');
  const script = `globalThis.kept = Buffer.from('${Buffer.from(CANARY).toString('hex')}', 'hex'); process.abort()`;
  writeFileSync(dying, `${inFolder} '${process.execPath}' -e "${script}"\n`, { mode: 0o755 });
  await runCommand(dying, []);
  const isDumped = filesWithCanary(folder).includes(join(folder, 'core'));
  for (const made of [dying, join(folder, 'core')]) rmSync(made, { force: true });
  return { starter, isDumped };
}

async function reopen(person: Investigator): Promise<void> {
  await person.page.getByRole('button', { name: 'trial.swcase', exact: true }).click();
  await person.givePassphrase(PASSPHRASE);
  await person.page.getByText(`${CANARY} name`, { exact: true }).waitFor();
}

test('an encrypted case leaves nothing of itself outside its file, and nothing readable in it', async () => {
  const places = new Places(tempFolder());
  const work = workIn(places);
  const log = logAbout(CANARY, places.logs, 5000);

  const person = await open(places);
  const { pid = 0 } = person.app.process();
  await importLog(person, log, work);
  const title = await person.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getTitle());
  expect(title).toBe('Stillwatch');
  expect(places.residue()).toEqual([]);
  expect(processesWithCanary(pid)).toEqual([]);
  await analyse(person);
  expect(places.residue()).toEqual([]);
  await exportAndLock(person, work);
  expect(filesWithCanary(places.bundles)).toEqual([work.bundle]);
  expect(places.residue()).toEqual([]);
  expect(processesWithCanary(pid)).toEqual([]);
  await person.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await person.button('Unlock').click();
  await person.page.getByRole('navigation').first().waitFor();

  // A crash must not write the page's memory down.
  await person.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const [{ webContents }] = BrowserWindow.getAllWindows();
        webContents.once('did-finish-load', () => resolve());
        webContents.forcefullyCrashRenderer();
      }),
  );
  await close(person.app);
  expect(places.residue()).toEqual([]);

  const again = await open(places);
  await reopen(again);
  const gone = once(again.app.process(), 'exit');
  again.app.process().kill('SIGKILL');
  await gone;
  expect(places.residue()).toEqual([]);
  expect(places.crashes()).toEqual([]);

  // The search finds what is there.
  expect(filesWithCanary(places.logs)).toEqual([log]);
  const spill = join(places.env.TMPDIR, 'spill');
  for (const form of FORMS) {
    writeFileSync(spill, Buffer.concat([Buffer.from('x'), form, Buffer.from('x')]));
    expect(places.residue()).toEqual([spill]);
  }
});

test.skipIf(process.platform !== 'linux')(
  'nor does one whose engine, page or main process is killed or crashes at work, its memory dumped',
  async () => {
    const places = new Places(tempFolder());
    const work = workIn(places);
    const { starter, isDumped } = await dumpingStarter(places.dumps);
    const person = await open(places, starter);
    const { page } = person;
    const { pid = 0 } = person.app.process();
    const endEngine = async (signal: NodeJS.Signals): Promise<void> => {
      process.kill(engineOf(pid), signal);
      await page
        .getByRole('alert')
        .filter({ hasText: /engine/i })
        .first()
        .waitFor();
      expect(places.residue()).toEqual([]);
      await page.getByRole('button', { name: 'trial.swcase', exact: true }).waitFor();
    };
    await importLog(person, logAbout(CANARY, places.logs, 3000), work);
    await startAnalysis(person);
    await page.getByRole('progressbar', { name: 'Analysis progress' }).waitFor();
    await endEngine('SIGABRT');
    await reopen(person);

    const long = logAbout(CANARY, places.logs, 400_000);
    const beginLong = async (): Promise<void> => {
      await person.beginImport(long);
      await person.startImport();
      await page
        .getByText(/rows\/s|bytes\/s/)
        .first()
        .waitFor();
      // A part of it lies in the case and beside it now.
      expect(places.residue()).toEqual([]);
    };
    await beginLong();
    await endEngine('SIGKILL');
    await reopen(person);

    await beginLong();
    // Whoever drives the page loses it with its process, so this comes last.
    await person.app.evaluate(async ({ BrowserWindow }) => {
      const [{ webContents }] = BrowserWindow.getAllWindows();
      const isBack = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
      process.kill(webContents.getOSProcessId(), 'SIGABRT');
      await isBack;
    });
    expect(places.residue()).toEqual([]);
    const all = processesOf(pid);
    const gone = once(person.app.process(), 'exit');
    process.kill(pid, 'SIGABRT');
    await gone;
    // The engine sees that nobody is left to answer to, and ends too.
    await expect.poll(() => all.filter(isRunning)).toEqual([]);
    expect(places.residue()).toEqual([]);
    // Had nothing been dumped where a Node dumps all, this would have shown nothing.
    expect(existsSync(join(places.dumps, 'core'))).toBe(isDumped);
  },
);

test.skipIf(process.platform !== 'linux')(
  'a file chosen in a dialog is noted in no list of documents used',
  async () => {
    const places = new Places(tempFolder());
    const path = join(places.cases, 'trial.swcase');
    writeFileSync(path, 'no case');
    const person = await open(places);
    const display = await Display.at(process.env.DISPLAY ?? '');
    onTestFinished(() => display.close());
    await person.app.evaluate(({ BrowserWindow, dialog }, defaultPath) => {
      const [window] = BrowserWindow.getAllWindows();
      void dialog
        .showOpenDialog(window, {
          title: 'Which case',
          defaultPath,
          properties: ['openFile', 'dontAddToRecent'],
        })
        .then(({ filePaths }) => Object.assign(globalThis, { filePaths }));
    }, path);
    await expect
      .poll(async () => {
        for (const window of await display.windows()) {
          if ((await display.title(window)) !== 'Which case') continue;
          await display.focus(window);
          await display.type('\n');
        }
        return person.app.evaluate(() => Reflect.get(globalThis, 'filePaths') ?? null);
      })
      .toEqual([path]);
    // GTK writes its list a quarter of a second after the choice.
    await sleep(1000);
    await close(person.app);
    expect(places.crashes()).toEqual([]);
  },
);
