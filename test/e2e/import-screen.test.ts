import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseNext } from '../../electron/dev/investigator.ts';
import { openApp, picture, tempFolder } from './app.ts';

const rows = (month: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `03/${month}/2026 10:${String(i % 60).padStart(2, '0')},ac_${i % 7},m`,
  );

test('a folder of logs is imported with one mapping, and refused rows come back once put right', async () => {
  const folder = tempFolder();
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const header = 'when,who,model,model';
  const text = (lines: readonly string[]) => `${header}\n${lines.map((line) => `${line},x`).join('\n')}\n`;
  writeFileSync(join(logs, '1-april.csv'), `${text(rows('04', 60))}03/04/2026 11:00,,m,x\nTotal,\n`);
  writeFileSync(join(logs, '2-may.csv'), text(rows('05', 60)));
  writeFileSync(join(logs, '3-latin.csv'), Buffer.from(`${header}\n03/06/2026 10:00,café,m,x\n`, 'latin1'));

  const person = await openApp(join(folder, 'user-data'));
  const { page } = person;
  await person.newCase(join(folder, 'orchard.swcase'), 'Orchard', null);
  await person.goTo('Sources');
  await chooseNext(person.app, logs);
  await person.button('Import a folder').click();
  await page.getByText('2 more files wait').waitFor();
  await page.getByText('The header has a name more than once (model)').waitFor();
  await page.getByText('The last row looks like a total').waitFor();
  await person.chooseColumn('timestamp', 'when');
  await person.chooseColumn('account_id', 'who');
  await page.getByRole('radio', { name: 'Day, month, year (20/11/2026)' }).waitFor();
  await page.getByText('Choose the form of the times.').waitFor();
  await picture(page, 'import-form-asked');

  // Locked: the files that wait are there again after it, with what was chosen.
  await page.keyboard.press('Control+l');
  await person.button('Go on').click();
  await page.getByText('2 more files wait').waitFor();
  await page.getByText('Choose the form of the times.').waitFor();

  // With the keyboard alone: the form, then the zone, then the import.
  await page.getByRole('radio', { name: 'Day, month, year (20/11/2026)' }).press('Space');
  await person.chooseZone('+02:00');
  await page.getByText('Zone of times that carry none: +02:00, as it stands above.').waitFor();
  await page.getByText('From 2026-04-03 08:00 to 2026-04-03 08:59 (UTC).').waitFor();
  await page.getByText('Another file has the same columns').waitFor();
  await picture(page, 'import-mapping');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Enter');
  await page.getByText('60 rows read = 60 stored').waitFor();
  await person.button(/^Next file/).click();
  await page.getByText('The text encoding of this file is not UTF-8').waitFor();
  await page.getByLabel('Text encoding').selectOption('windows-1252');
  await page.getByText('café').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('This file was not imported.').waitFor();

  await person.goTo('Sources');
  await person.button('1-april.csv').click();
  await page.getByText('62 rows read = 60 stored + 0 duplicates + 0 conflicts + 2 rejected').waitFor();
  const target = join(folder, 'rejects.csv');
  await chooseNext(person.app, target);
  await person.button('Save these rows to put them right').click();
  await page.getByText('and the reasons in').waitFor();
  await picture(page, 'import-rejects-saved');
  expect(readFileSync(target, 'utf8')).toBe(`${header}\n03/04/2026 11:00,,m,x\nTotal,\n`);
  expect(readFileSync(join(folder, 'rejects.reasons.csv'), 'utf8')).toContain('MISSING ACCOUNT,who');

  writeFileSync(target, `${header}\n03/04/2026 11:00,ac_9,m,x\n`);
  await person.beginImport(target);
  await page.getByRole('radio', { name: 'Day, month, year (20/11/2026)' }).check();
  await page.getByLabel('The times were written in this zone').check();
  await person.startImport();
  await page.getByText('1 row read = 1 stored').waitFor();
});
