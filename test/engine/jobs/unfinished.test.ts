import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { keepUnfinishedIn, temporaryPath } from '../../../electron/engine/jobs/unfinished.ts';
import { tempFolder } from '../support.ts';

const MODULE = resolve(import.meta.dirname, '../../../electron/engine/jobs/unfinished.ts');

/** A process that makes a temporary folder in `target` and a file in it, and does not finish. */
async function working(own: string, target: string): Promise<{ child: ChildProcess; path: string }> {
  const code = `
    import { mkdirSync, writeFileSync } from 'node:fs';
    import { keepUnfinishedIn, temporaryPath } from ${JSON.stringify(MODULE)};
    await keepUnfinishedIn(${JSON.stringify(own)});
    const { path } = await temporaryPath(${JSON.stringify(target)});
    mkdirSync(path);
    writeFileSync(path + '/bundle.zip', 'finished');
    writeFileSync(path + '-journal', 'of a database');
    console.log(path);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { child, path: String(said).trim() };
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const folders = () => {
  const folder = tempFolder();
  const [own, target] = ['own', 'target'].map((name) => join(folder, name));
  for (const each of [own, target]) mkdirSync(each);
  return { own, target };
};

test('what a killed process left goes with the next start; what is of one that lives stays', async () => {
  const { own, target } = folders();
  const [dead, alive] = [await working(own, target), await working(own, target)];
  await keepUnfinishedIn(own);
  expect(readdirSync(target)).toHaveLength(4);
  await killed(dead.child);
  await keepUnfinishedIn(own);
  expect(existsSync(dead.path)).toBe(false);
  expect(existsSync(join(alive.path, 'bundle.zip'))).toBe(true);
  // The next one to write removes it too.
  await killed(alive.child);
  const { forget } = await temporaryPath(target, '.part');
  expect(readdirSync(target)).toEqual([]);
  forget();
  expect(readdirSync(own)).toEqual([]);
});

test('what is on a drive that is away is removed when it is back', async () => {
  const { own, target } = folders();
  const { child, path } = await working(own, target);
  await killed(child);
  renameSync(target, `${target}-away`);
  await keepUnfinishedIn(own);
  renameSync(`${target}-away`, target);
  expect(existsSync(path)).toBe(true);
  await keepUnfinishedIn(own);
  expect(readdirSync(target)).toEqual([]);
  expect(readdirSync(own)).toEqual([]);
});

test('of a list that somebody else wrote nothing is removed but what has the name of a temporary file', async () => {
  const { own, target } = folders();
  const precious = join(target, 'case.swcase');
  writeFileSync(precious, 'all');
  const db = openDatabase(join(own, '00000000-0000-4000-8000-000000000000.unfinished'), {
    key: null,
    mustExist: false,
  });
  db.exec('CREATE TABLE unfinished (path TEXT PRIMARY KEY) STRICT');
  const add = db.prepare('INSERT INTO unfinished (path) VALUES (?)');
  for (const path of [precious, target, `${target}/.stillwatch-0123456789abcdef/..`, '/', '']) add.run(path);
  db.close();
  writeFileSync(
    join(own, '00000000-0000-4000-8000-000000000001.unfinished'),
    'no list at all, but as long as one',
  );
  await keepUnfinishedIn(own);
  expect(readdirSync(target)).toEqual(['case.swcase']);
});
