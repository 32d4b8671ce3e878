import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chooseNext } from '../../electron/dev/investigator.ts';
import { annotate } from '../../electron/engine/annotations/annotate.ts';
import { createCase, openCase } from '../../electron/engine/case/open-case.ts';
import { importFile } from '../../electron/engine/import/import-file.ts';
import { unwatched } from '../../electron/engine/jobs/job.ts';
import { close, openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const OLD = 'correct horse battery staple';
const NEW = 'orchard lantern pebble sixpence';
const HOSTILE = '"><img src=x onerror=alert(1)>\u202eecila';
const REWRITE_MS = 60_000;

const look = (page: Page, name: string) => lookAt(page, `case-settings-${name}`);

test('a case is described, given another passphrase, backed up, locked and unlocked, and its log searched', async () => {
  const folder = tempFolder();
  const path = join(folder, 'orchard.swcase');
  const log = join(folder, 'log.csv');
  const rows = Array.from(
    { length: 200 },
    (_, i) => `2026-03-0${1 + (i % 9)}T0${i % 10}:00:00Z,ac_${i % 7},kestrel-2`,
  );
  writeFileSync(log, ['timestamp,account_id,model', ...rows, ''].join('\n'));
  const person = await openApp();
  const { page, app } = person;
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const main = page.getByRole('main');
  const rail = page.getByRole('navigation', { name: 'Views' });
  const status = (text: string | RegExp) => page.locator('output.status-text').getByText(text).waitFor();
  const section = (name: string | RegExp) => main.getByRole('region', { name });
  const toCase = async () => {
    await rail.getByRole('button', { name: 'Case', exact: true }).click();
    await page.getByRole('main', { name: 'Case', exact: true }).waitFor();
  };
  const undo = async () => {
    await page.getByRole('heading', { name: 'Case', level: 1 }).click();
    await keyboard.press('Control+z');
  };
  const field = (name: string) => main.getByLabel(name, { exact: true });

  // A new passphrase is told how good it is; a short one is warned of and not refused.
  await person.button('New case').click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('plum');
  await dialog.getByText(/^Weak: about \d+ bits/).waitFor();
  await dialog.getByRole('button', { name: 'Show what is typed' }).first().click();
  expect(await dialog.getByLabel('Passphrase', { exact: true }).getAttribute('type')).toBe('text');
  await look(page, 'new-case');
  await keyboard.press('Escape');
  await person.newCase(path, 'Orchard', OLD);
  await person.beginImport(log);
  await person.runImport();

  // What it is: saved as typed, seen in the title bar, undone.
  await toCase();
  await field('Name').fill('Orchard, second half');
  await page.locator('.saved-state').getByText('saving …').waitFor();
  await status('Case saved.');
  await page.locator('.title-bar').getByText('Orchard, second half').waitFor();
  await page
    .locator('.saved-state')
    .getByText(/^saved \d\d:\d\d/)
    .waitFor();
  await field('Name').fill('');
  await page.getByText(/^A case needs a name/).waitFor();
  await undo();
  await page.locator('.title-bar').getByText('Orchard', { exact: true }).waitFor();
  expect(await field('Name').inputValue()).toBe('Orchard');
  await field('Reference').fill('2026-041');
  await field('Question and authority').fill(
    'Who harvests the model, on behalf of whom? Asked by the abuse desk.',
  );
  await field('Time zone').fill('America/New_York');
  await page.locator('.title-bar').getByText('America/New_York').waitFor();
  await field('Time zone').fill('Atlantis');
  await page.getByText('This computer knows no time zone of that name.').waitFor();
  await field('Time zone').fill('Europe/Berlin');
  await page.locator('.title-bar').getByText('Europe/Berlin').waitFor();
  await main.getByRole('radio', { name: /^TLP:RED/ }).check();
  await page.locator('.title-bar').getByText('TLP:RED').waitFor();
  await main.getByRole('radio', { name: /^PAP:AMBER/ }).check();
  await field('Retention').fill('Twelve months after the case is closed.');

  // People are names that anybody entered.
  await field('Name of a person').fill(HOSTILE);
  await main.getByLabel('Role (optional)').fill('reviewer');
  await main.getByRole('button', { name: 'Add', exact: true }).click();
  const people = main.getByRole('table', { name: 'People' });
  await people.getByRole('row').nth(1).waitFor();
  expect(await people.locator('img').count()).toBe(0);
  expect(await people.innerText()).not.toContain('\u202e');
  await field('Name of a person').fill('Mara Linde');
  await main.getByLabel('Role (optional)').fill('lead');
  await keyboard.press('Enter');
  await people.getByRole('row').nth(2).waitFor();
  await people.getByLabel('Role of Mara Linde').fill('lead, second reader');
  await status('Role saved.');
  await field('Name of a person').fill('Mara Linde');
  await page.getByText('This name is in the list already.').waitFor();
  await field('Name of a person').fill('');
  await people.getByRole('button', { name: 'Remove Mara Linde' }).click();
  await people.getByRole('row').nth(2).waitFor({ state: 'detached' });
  await undo();
  expect(await people.getByLabel('Role of Mara Linde').inputValue()).toBe('lead, second reader');
  await main.evaluate((element) => element.scrollTo(0, 0));
  await look(page, 'page');
  await page.setViewportSize({ width: 1100, height: 760 });
  await look(page, 'page-1100');
  await page.setViewportSize({ width: 1400, height: 900 });

  // Another passphrase: the present one is asked for, and the case stays as it was while that is wrong.
  await person.button('Change the passphrase…').click();
  await dialog.getByLabel('Present passphrase').fill('wrong');
  await dialog.getByLabel('New passphrase', { exact: true }).fill(NEW);
  await dialog.getByLabel('New passphrase again').fill('other');
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await dialog.getByText('The two passphrases differ.').waitFor();
  await dialog.getByLabel('New passphrase again').fill(NEW);
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await dialog.getByText(/^This is not the passphrase of the case/).waitFor();
  await look(page, 'passphrase');
  await dialog.getByLabel('Present passphrase').fill(OLD);
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await dialog.waitFor({ state: 'detached', timeout: REWRITE_MS });
  await status('The case opens with the new passphrase now.');
  expect(await page.getByRole('alert').count()).toBe(0);

  await rail.getByRole('button', { name: 'Close case' }).click();
  await person.openCase(path, OLD);
  await dialog.getByText(/^Wrong passphrase/).waitFor();
  await person.givePassphrase(NEW);
  await rail.waitFor();

  // A backup, and the backup opened in place of the case.
  const copy = join(folder, 'copy.swcase');
  await toCase();
  await chooseNext(app, copy);
  await person.button('Back up…').click();
  const made = section('Last backup');
  await made.waitFor({ timeout: REWRITE_MS });
  const hash = createHash('sha256').update(readFileSync(copy)).digest('hex');
  await made.getByText(`SHA-256 ${hash}`).waitFor();
  await made.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await look(page, 'backup');
  await made.getByRole('button', { name: /open the backup/ }).click();
  await dialog.getByText('copy.swcase').waitFor();
  await person.givePassphrase(NEW);
  await rail.waitFor();
  await toCase();
  await section('Facts')
    .getByText(/^copy\.swcase/)
    .waitFor();
  expect(await field('Question and authority').inputValue()).toMatch(/^Who harvests/);

  // Locked as the computer goes to sleep: nothing of the case is on screen, and it opens where it was.
  await person.openAccount('ac_3');
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await page.getByLabel('Passphrase', { exact: true }).waitFor();
  const shown = await page.locator('body').innerText();
  expect(shown).toContain('copy.swcase');
  expect(shown).not.toMatch(/Orchard|ac_3|Europe|TLP/);
  await keyboard.press('Control+k');
  expect(await dialog.count()).toBe(0);
  await page.getByLabel('Passphrase', { exact: true }).fill(OLD);
  await keyboard.press('Enter');
  await page.getByText(/^Wrong passphrase/).waitFor();
  await look(page, 'locked');
  await page.getByLabel('Passphrase', { exact: true }).fill(NEW);
  await person.button('Unlock').click();
  await page.getByRole('heading', { name: 'ac_3', level: 1 }).waitFor();

  // The log tells of it, and is found by text, author and action.
  await person.goTo('Custody');
  const entries = page.getByRole('table', { name: 'Custody log' });
  await entries.getByRole('row').nth(5).waitFor();
  await page.getByText(/^\d+ entries verified at/).waitFor();
  await look(page, 'custody');
  await page.setViewportSize({ width: 1100, height: 760 });
  await look(page, 'custody-1100');
  await page.setViewportSize({ width: 1400, height: 900 });
  await main.getByLabel('Action').selectOption({ label: 'case.lock · 1' });
  await page.getByText(/^1 of \d+ entries fit$/).waitFor();
  await entries.getByText('the computer went to sleep').waitFor();
  await entries.getByText('UTC', { exact: true }).waitFor();
  await main.getByRole('searchbox').fill('no such words');
  await page.getByText('No entry fits.').waitFor();
  await look(page, 'custody-none');
  await person.button('Show all entries').click();
  await main.getByRole('searchbox').fill('MARA LINDE');
  await page.getByText(/^\d of \d+ entries fit$/).waitFor();
  await main
    .getByLabel('Author')
    .selectOption(
      await main.getByLabel('Author').locator('option', { hasText: 'A. Investigator' }).getAttribute('value'),
    );
  await entries.getByRole('row').nth(1).waitFor();

  // Encryption is taken away only by somebody who says so twice.
  await toCase();
  await person.button('Take encryption away…').click();
  await dialog.getByLabel('Present passphrase').fill(NEW);
  await dialog.getByRole('button', { name: 'Take it away…' }).click();
  await dialog.getByText(/^Anybody who gets hold of the file/).waitFor();
  await look(page, 'unencrypted');
  await dialog.getByRole('button', { name: 'Write it unencrypted' }).click();
  await dialog.waitFor({ state: 'detached', timeout: REWRITE_MS });
  await page.locator('.title-bar').getByText('not encrypted').waitFor();
  await person.button('Compact…').click();
  await dialog.getByRole('button', { name: 'Compact', exact: true }).click();
  await dialog.getByText(/ before, .* now\.$/).waitFor({ timeout: REWRITE_MS });
  await dialog.getByRole('button', { name: 'Close' }).click();

  // What was typed a moment before is saved before the case is closed.
  await field('Reference').fill('2026-042');
  await keyboard.press('Control+l');
  await page.getByText(/^This case is not encrypted\. The lock hides it/).waitFor();
  await look(page, 'locked-unencrypted');
  await person.button('Go on').click();
  await page.getByRole('main', { name: 'Case', exact: true }).waitFor();
  expect(await field('Reference').inputValue()).toBe('2026-042');

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await person.button('Leave it closed').click();
  await page.getByRole('table', { name: 'Recent cases' }).getByText('copy.swcase').waitFor();

  // So is a choice.
  await person.openCase(copy, null);
  await toCase();
  await main.getByRole('radio', { name: /^TLP:GREEN/ }).check();
  await rail.getByRole('button', { name: 'Close case' }).click();
  await person.openCase(copy, null);
  await page.locator('.title-bar').getByText('TLP:GREEN').waitFor();

  // What the case refuses is told, hidden and kept by a lock, and not lost with the case or the window.
  refuseRecords(copy, true);
  await toCase();
  await field('Reference').fill('2026-043');
  const notSaved = page.locator('.status-line').getByRole('button', { name: /^not saved/ });
  await notSaved.waitFor();
  await keyboard.press('Control+l');
  await page.getByText(/^Not saved: what was typed or chosen in 1 field/).waitFor();
  expect(await page.locator('body').innerText()).not.toContain('2026-043');
  expect(await page.getByLabel('Your name').getAttribute('readonly')).not.toBeNull();
  await look(page, 'locked-not-saved');
  refuseRecords(copy, false);
  await person.button('Go on').click();
  await status('What could not be saved before the lock is saved now.');
  expect(await field('Reference').inputValue()).toBe('2026-043');
  refuseRecords(copy, true);
  await field('Reference').fill('2026-044');
  await notSaved.waitFor();
  await rail.getByRole('button', { name: 'Close case' }).click();
  await dialog.getByText('2026-044').waitFor();
  await look(page, 'not-saved');
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close());
  await dialog.getByRole('button', { name: 'Lose it and quit' }).waitFor();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await notSaved.click();
  await dialog.getByRole('button', { name: 'Drop it' }).click();
  await page
    .locator('.saved-state')
    .getByText(/^saved/)
    .waitFor();
  expect(await field('Reference').inputValue()).toBe('2026-043');
  await field('Reference').fill('2026-045');
  await notSaved.click();
  await dialog.getByText('2026-045').waitFor();
  refuseRecords(copy, false);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await status('All is saved now.');

  // Saved with the window, too.
  await field('Reference').fill('2026-046');
  await close(app);
  const kept = await openCase(copy, 'tester', null);
  expect(kept.info().reference).toBe('2026-046');
  await kept.close();
}, 300_000);

/** Has the case refuse whatever people write, and nothing else. */
function refuseRecords(path: string, refused: boolean): void {
  const db = new SQLite(path);
  db.exec('DROP TRIGGER IF EXISTS test_refuses');
  if (refused)
    db.exec("CREATE TRIGGER test_refuses BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'refused'); END");
  db.close();
}

/** An encrypted case whose first page, and one with requests, have a wrong byte. */
async function damagedCase(folder: string): Promise<string> {
  const path = join(folder, 'plum.swcase');
  const described = { name: 'Plum', reference: '', handling: 'TLP:AMBER', timeZone: 'UTC' } as const;
  const open = await createCase(path, 'A. Investigator', OLD, described);
  const log = join(folder, 'requests.csv');
  const rows = Array.from(
    { length: 9000 },
    (_, i) => `2026-03-0${1 + (i % 9)}T00:00:00Z,ac_${i % 60},m-${Math.sin(i)}`,
  );
  writeFileSync(log, ['timestamp,account_id,model', ...rows, ''].join('\n'));
  const columns = { timestamp: 'timestamp', account_id: 'account_id', model: 'model' };
  await importFile(open, log, { columns, timeFormat: 'iso', timeZone: null, delimiter: ',' }, unwatched);
  for (let i = 0; i < 40; i++) annotate(open, `account:ac_${i}`, 'comment', `note ${i} ${'z'.repeat(900)}`);
  const pageOf = (table: string) =>
    open.db
      .prepare(
        "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 2",
      )
      .pluck()
      .get(table) as number;
  const pages = [1, pageOf('request_column'), pageOf('custody_log')];
  await open.close();
  const bytes = readFileSync(path);
  for (const page of pages) bytes[(page - 1) * 4096 + 300] ^= 1;
  writeFileSync(path, bytes);
  return path;
}

test('what is intact of a damaged case is saved into a new one, which tells what was lost for good', async () => {
  const folder = tempFolder();
  const path = await damagedCase(folder);
  const before = readFileSync(path);
  const person = await openApp();
  const { page, app } = person;
  const dialog = page.getByRole('dialog');
  await person.openCase(path, OLD);
  await dialog.getByText(/^The passphrase is right, but the file is damaged \(page 1/).waitFor();
  await look(page, 'damaged');
  await person.button('Save what is intact into a new case…').click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('wrong');
  await person.button('Look at every page').click();
  await dialog.getByText(/^Wrong passphrase/).waitFor({ timeout: REWRITE_MS });
  await dialog.getByLabel('Passphrase', { exact: true }).fill(OLD);
  await person.button('Look at every page').click();
  const pages = dialog.getByRole('table', { name: 'Damaged pages and what lay there' });
  await pages.getByRole('cell', { name: 'the list of tables' }).waitFor({ timeout: REWRITE_MS });
  await look(page, 'damaged-pages');
  const to = join(folder, 'plum recovered.swcase');
  await chooseNext(app, to);
  await person.button('Save into a new case…').click();
  await dialog.getByText('What is intact is in').waitFor({ timeout: REWRITE_MS });
  await dialog.getByText(/of the custody log (is|are) gone/).waitFor();
  await look(page, 'recovered');
  expect(readFileSync(path).equals(before)).toBe(true);

  await person.button('Open the new case…').click();
  await person.givePassphrase(OLD);
  const banner = page.getByRole('status').filter({ hasText: 'Recovered case.' });
  await banner.waitFor();
  await banner.getByRole('button', { name: 'What was lost' }).click();
  await page.getByRole('heading', { name: 'Recovered', level: 2 }).waitFor();
  await look(page, 'recovery');
  await page.setViewportSize({ width: 1100, height: 760 });
  await look(page, 'recovery-1100');
  await page.setViewportSize({ width: 1400, height: 900 });

  // No keychain is open here, so the key of the case cannot be kept in one.
  const keep = page.getByLabel('Keep the key of this case in the keychain of this computer');
  await keep.waitFor();
  expect(await keep.isDisabled()).toBe(true);
  await page.getByText(/^This system has no keychain/).waitFor();

  // A passphrase made by the computer.
  await person.button('Change the passphrase…').click();
  await dialog.getByText(/Suggest makes one of six random words: 60 bits/).waitFor();
  await dialog.getByLabel('New passphrase', { exact: true }).fill('Summer2026!');
  await dialog.getByText(/^Weak: about \d+ bits.* It has .*a date/).waitFor();
  await look(page, 'weak');
  await dialog.getByRole('button', { name: 'Suggest' }).click();
  expect(await dialog.getByLabel('New passphrase', { exact: true }).inputValue()).toMatch(
    /^[a-z]+( [a-z]+){5}$/,
  );
  await dialog.getByText(/^Good: about \d+ bits/).waitFor();
  await look(page, 'suggested');
  await page.keyboard.press('Escape');
  await close(app);
});
