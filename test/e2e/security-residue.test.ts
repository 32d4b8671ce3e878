import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Investigator } from '../../electron/dev/investigator.ts';
import { launchApp } from '../../electron/dev/launch.ts';
import { close, tempFolder } from './app.ts';

/** Stands in everything secret of the case, and nowhere else on this computer. */
const CANARY = 'canary-4f1d9c';
const PASSPHRASE = `right horse ${CANARY}`;

/** The canary as text, as two-byte text, and as base64 at each of its three alignments. */
const FORMS: readonly Buffer[] = [
  Buffer.from(CANARY, 'utf8'),
  Buffer.from(CANARY, 'utf16le'),
  ...[0, 1, 2].map((skipped) => {
    const whole = Buffer.concat([Buffer.alloc(skipped), Buffer.from(CANARY)]).toString('base64');
    // What depends on the bytes before and after is left out.
    return Buffer.from(whole.slice(skipped === 0 ? 0 : skipped + 1, -4));
  }),
];

/** Files below a folder that hold the canary, by path. */
function filesWithCanary(folder: string): readonly string[] {
  return files(folder)
    .filter((path) => {
      const content = unlessGone(() => readFileSync(path)) ?? Buffer.alloc(0);
      return path.includes(CANARY) || FORMS.some((form) => content.includes(form));
    })
    .map((path) => relative(folder, path));
}

function files(folder: string): readonly string[] {
  return (unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? []).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : entry.isFile() ? [path] : [];
  });
}

/** The app runs meanwhile, and removes files of its own between being seen and being read. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

test('an encrypted case leaves nothing of itself outside its file, and nothing readable in it', async () => {
  const folder = tempFolder();
  const place = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };
  // The folders that a program of this user writes to by itself.
  const env = { HOME: place('home'), TMPDIR: place('tmp'), XDG_RUNTIME_DIR: place('run') };
  const userDataDir = place('user-data');
  const casePath = join(place('cases'), 'trial.swcase');
  const log = join(place('logs'), 'log.csv');
  const rows = Array.from({ length: 5000 }, (_, i) => {
    const time = `2026-05-0${1 + (i % 9)}T0${i % 10}:00:00Z`;
    return `${time},${CANARY}-account-${i % 40},${CANARY}-model,${CANARY} prompt ${i}`;
  });
  writeFileSync(log, `timestamp,account_id,model,prompt_text\n${rows.join('\n')}\n`);

  const open = async (): Promise<Investigator> => {
    const app = await launchApp({ env, userDataDir });
    onTestFinished(() => close(app));
    return Investigator.at(app);
  };
  const residue = () => {
    const folders = [env.HOME, env.TMPDIR, env.XDG_RUNTIME_DIR, userDataDir, join(folder, 'cases')];
    return folders.flatMap(filesWithCanary);
  };

  const person = await open();
  await person.newCase(casePath, `${CANARY} name`, PASSPHRASE);
  await person.beginImport(log);
  await person.runImport();
  await person.openAccount(`${CANARY}-account-7`);
  await person.annotate('Comment', `${CANARY} comment`);
  await person.annotate('Tag', `${CANARY} tag`);
  const title = await person.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getTitle());
  expect(title).toBe('Stillwatch');
  expect(residue()).toEqual([]);

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
  expect(residue()).toEqual([]);

  const again = await open();
  await again.page.getByRole('button', { name: 'trial.swcase', exact: true }).click();
  await again.givePassphrase(PASSPHRASE);
  await again.page.getByText(`${CANARY} name`, { exact: true }).waitFor();
  await close(again.app);
  expect(residue()).toEqual([]);

  expect(files(userDataDir).filter((path) => /\.dmp$/.test(path))).toEqual([]);
  // The search finds what is there.
  expect(filesWithCanary(join(folder, 'logs'))).toEqual(['log.csv']);
  for (const form of FORMS) {
    writeFileSync(join(env.TMPDIR, 'spill'), Buffer.concat([Buffer.from('x'), form, Buffer.from('x')]));
    expect(residue()).toEqual(['spill']);
  }
});
