import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseNext } from '../../electron/dev/investigator.ts';
import { endlessLog } from '../engine/support.ts';
import { openApp, picture, tempFolder } from './app.ts';
import { engineOf } from './processes.ts';

const PASSPHRASE = 'right horse battery';

function smallLog(folder: string): string {
  const path = join(folder, 'small.csv');
  const lines = Array.from({ length: 200 }, (_, i) => `2026-05-04T0${i % 10}:00:00Z,ac_${i % 5},m`);
  writeFileSync(path, `timestamp,account_id,model\n${lines.join('\n')}\n`);
  return path;
}

test.skipIf(process.platform !== 'linux')(
  'an engine killed in the middle of an import is restarted, and the case holds all that was there before',
  async () => {
    const folder = tempFolder();
    const casePath = join(folder, 'case.swcase');
    const person = await openApp();
    const { page } = person;
    await person.newCase(casePath, 'Trial', PASSPHRASE);
    await person.beginImport(smallLog(folder));
    await person.runImport();
    await person.openAccount('ac_1');
    await person.annotate('Comment', 'made before the crash');

    await person.beginImport(endlessLog(folder));
    await person.startImport();
    // The window goes on answering while the import runs: another view opens and a note is written.
    await page
      .getByText(/rows\/s|bytes\/s|\/s/)
      .first()
      .waitFor();
    await person.goTo('Accounts');
    await page
      .getByRole('main')
      .getByText(/ of 5 accounts$/)
      .waitFor();
    await picture(page, 'import-running');
    process.kill(engineOf(person.app.process().pid ?? 0), 'SIGKILL');
    await page
      .getByRole('alert')
      .filter({ hasText: /engine/i })
      .first()
      .waitFor();
    await picture(page, 'engine-killed');

    await chooseNext(person.app, casePath);
    await person.openCase(casePath, PASSPHRASE);
    await page.getByRole('navigation').waitFor();
    await person.goTo('Sources');
    await page.getByRole('table', { name: 'Sources' }).getByText('small.csv').waitFor();
    expect(await page.getByRole('table', { name: 'Sources' }).getByRole('row').count()).toBe(2);
    await person.goTo('Accounts');
    await page
      .getByRole('main')
      .getByText(/ of 5 accounts$/)
      .waitFor();
    await person.goTo('Annotations');
    await page.getByText('made before the crash').waitFor();
  },
  180_000,
);

test('a cancelled import keeps nothing and says so', async () => {
  const folder = tempFolder();
  const person = await openApp();
  const { page } = person;
  await person.newCase(join(folder, 'case.swcase'), 'Trial', null);
  await person.beginImport(endlessLog(folder));
  await person.startImport();
  await person.button('Cancel').first().click();
  await page
    .getByText(/[Cc]ancelled/)
    .first()
    .waitFor();
  await person.goTo('Accounts');
  expect(await page.getByText(/of [\d,]+ accounts/).count()).toBe(0);
});

test('files that are no logs are told, and the case stays as it was', async () => {
  const folder = tempFolder();
  const person = await openApp();
  const { page } = person;
  await person.newCase(join(folder, 'case.swcase'), 'Trial', null);
  for (const [name, content, words] of [
    ['empty.csv', '', 'empty'],
    ['picture.csv', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'picture'],
    ['short.csv.gz', Buffer.from('1f8b0800000000000003', 'hex'), 'cut short'],
  ] as const) {
    const path = join(folder, name);
    writeFileSync(path, content);
    await person.beginImport(path);
    await page.getByText(words).first().waitFor();
    await picture(page, `no-log-${name}`);
  }
});
