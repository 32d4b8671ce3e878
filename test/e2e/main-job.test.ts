import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseNext } from '../../electron/dev/investigator.ts';
import { openCase } from '../../electron/engine/case/open-case.ts';
import { createFinding } from '../../electron/engine/findings/change.ts';
import { cli } from '../engine/support.ts';
import { analysedCase } from './analysed-case.ts';
import { close, openApp, picture, tempFolder } from './app.ts';
import { look } from './look.ts';
import { pdfText } from './pdf-text.ts';
import { requestTrace } from './trace.ts';

const PASSPHRASE = 'right horse battery';
const SIGNING = 'five words that sign bundles';

test('from a real export through the mapping screen to a verified bundle, over a restart', async () => {
  const trace = requestTrace();
  const folder = tempFolder();
  const userData = join(folder, 'user-data');
  const casePath = join(folder, 'orchard.swcase');
  const bundle = join(folder, 'orchard.zip');
  const [[heaviest, most]] = trace.heaviest;

  const person = await openApp(userData);
  const { page } = person;
  await person.newCase(casePath, 'Orchard', PASSPHRASE);
  await person.beginImport(trace.path);
  await page.getByText('Some times in this file carry no zone.').waitFor();
  expect(await person.button('Import').isDisabled()).toBe(true);
  await person.chooseColumn('account_id', 'groupId');
  await person.chooseColumn('model', 'checkpoint_model_version_id');
  await person.chooseColumn('status', 'predict_status');
  await person.chooseColumn('input_tokens', 'prompt_length');
  await person.chooseZone('+08:00');
  await page.getByText('Of 50 rows shown, 0 would be rejected').waitFor();
  await picture(page, 'mapping');
  await person.runImport();
  const read = trace.requests.toLocaleString('en');
  await page
    .getByText(`${read} rows read = ${read} stored + 0 duplicates + 0 conflicts + 0 rejected`)
    .waitFor();
  await picture(page, 'reconciliation');

  await person.goTo('Accounts');
  await page
    .getByText(`${trace.accounts.toLocaleString('en')} of ${trace.accounts.toLocaleString('en')} accounts`, {
      exact: true,
    })
    .waitFor();
  for (const [account, requests] of trace.heaviest) {
    const row = page.getByRole('row').filter({ hasText: account });
    await row.getByText(requests.toLocaleString('en'), { exact: true }).first().waitFor();
  }
  await picture(page, 'accounts');

  await person.openAccount(heaviest);
  await page
    .getByText(`${most.toLocaleString('en')} of ${most.toLocaleString('en')} requests in view`)
    .waitFor();
  await picture(page, 'timeline');
  await person.annotate('Tag', 'heavy');
  await person.brush(0.3, 0.5);
  await person.button(/^Apply/).waitFor();
  await picture(page, 'timeline-proposed');
  await page.keyboard.press('Enter');
  await page.getByText(/^time filter /).waitFor();
  await person.annotate('Comment', 'works in office hours only');
  await page.getByRole('heading', { name: heaviest, level: 1 }).click();
  await page.keyboard.press('Control+z');
  await page.getByText('works in office hours only', { exact: true }).waitFor({ state: 'detached' });
  await close(person.app);

  const again = await openApp(userData);
  await again.page.getByText('orchard.swcase').waitFor();
  await again.openCase(casePath, 'wrong horse battery');
  await again.page.getByText(/^Wrong passphrase/).waitFor();
  await picture(again.page, 'wrong-passphrase');
  await again.givePassphrase(PASSPHRASE);
  await again.page.getByRole('navigation').waitFor();
  await again.page.keyboard.press('Control+Shift+z');
  await again.openAccount(heaviest);
  await again.page.getByText('works in office hours only', { exact: true }).first().waitFor();
  await again.page.getByText('heavy', { exact: true }).first().waitFor();
  await picture(again.page, 'annotations-after-restart');
  await again.button('Export').click();
  await again.page.getByText(/^1 of [\d,]+$/).waitFor();
  await look(again.page, 'export');
  await again.page.getByLabel('Report to a partner').check();
  expect(await again.page.getByLabel('Redact names').isChecked()).toBe(true);
  await again.page.getByLabel('Recipients').fill('The partner that asked on 4 May.');
  await again.button('Make a signing key').click();
  await again.page.getByLabel('Passphrase of the new key').fill(SIGNING);
  await again.page.getByLabel('The same again').fill(SIGNING);
  await again.button('Make the key').click();
  await again.page.getByLabel('Passphrase of the signing key').fill(SIGNING);
  await look(again.page, 'export-signed');
  await again.page.getByLabel('Preview of the report').check();
  await again.button('Make the preview').click();
  const report = again.page.getByRole('region', { name: 'Preview of the report' });
  await report.getByText('The partner that asked on 4 May.').waitFor({ timeout: 60_000 });
  expect(await report.getByText(heaviest).count()).toBe(0);
  await look(again.page, 'export-preview');
  await chooseNext(again.app, bundle);
  await again.button('Choose a place, sign and export').click();
  await again.page.getByText('Signed with the key of this installation.').waitFor({ timeout: 60_000 });
  await look(again.page, 'exported');
  await again.page.keyboard.press('Escape');
  await again.button('Close case').click();
  await chooseNext(again.app, bundle);
  await again.button('Verify a bundle').click();
  await again.page.getByText('Signed, by a key that nobody here vouched for.').waitFor();
  await again.page.getByLabel('Work everything out again').check();
  await again.button('Verify again').click();
  await again.page.getByText(/made again from the tables/).waitFor({ timeout: 60_000 });
  await look(again.page, 'verified');
  await again.button('Open it, read-only').click();
  await again.page.getByText('This case is open for reading only.').waitFor();
  const all = most.toLocaleString('en');
  await again.page.getByText(`${all} of ${all} requests, 1 of 1 account`).waitFor();
  await close(again.app);

  expect(JSON.parse((await cli(['verify', bundle, '--json'])).stdout)).toMatchObject({
    ok: true,
    problems: [],
  });
  const listed = execFileSync('unzip', ['-Z1', bundle], { encoding: 'utf8' });
  expect(listed).toContain('data/report.html');
  const { stdout } = await cli(['accounts', casePath, '--passphrase-env', 'PASS', '--limit', '3', '--json'], {
    PASS: PASSPHRASE,
  });
  const top = (JSON.parse(stdout).accounts as { account: string; requests: number }[]).map((row) => [
    row.account,
    row.requests,
  ]);
  expect(top).toEqual(trace.heaviest);
});

test('what is chosen for a bundle is counted, a lower marking is asked for twice, and overlap is tested', async () => {
  const folder = tempFolder();
  const path = await analysedCase(folder);
  const person = await openApp();
  const { page } = person;
  await person.openCase(path, null);
  await page.getByRole('grid', { name: 'Accounts' }).waitFor();

  await person.button('Export').click();
  await page.getByText('Nothing is chosen.').waitFor();
  const holds = page.getByRole('list', { name: 'What the bundle will hold' });
  const amount = (what: string) => holds.getByRole('listitem').filter({ hasText: what });
  await amount('Operators')
    .getByText(/^0 of \d+$/)
    .waitFor();
  await person.button('Pick operators and accounts').click();
  await page.getByLabel('Operator', { exact: true }).selectOption('O-1');
  await amount('Operators')
    .getByText(/^1 of \d+$/)
    .waitFor();
  await page.getByLabel('Requests of one account, at most').fill('10');
  await amount('Requests')
    .getByText(/more requests of these accounts beyond the limit of 10 each/)
    .waitFor();
  await page.getByLabel('Redact names').check();
  await page.getByRole('region', { name: 'Small groups' }).waitFor();
  await page.getByLabel('Include prompts').check();
  const begin = person.button('Choose a place and export');
  await page.getByLabel('Handling').selectOption('TLP:CLEAR');
  expect(await begin.isDisabled()).toBe(true);
  await look(page, 'export-chosen');
  await page.getByLabel(/^Mark it more open than the case/).check();
  expect(await begin.isDisabled()).toBe(false);
  await page.getByRole('radio', { name: /^Everything/ }).check();
  await amount('Accounts')
    .getByText(/^([\d,]+) of \1$/)
    .waitFor();
  await page.keyboard.press('Escape');

  const overlap = async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('test overlap');
    await page.keyboard.press('Enter');
  };
  const shared = join(folder, 'overlap.json');
  await overlap();
  await page.getByRole('checkbox', { name: /^O-1 / }).check();
  await page.getByLabel(/^Secret agreed on/).fill('a secret between us');
  await page.getByLabel('From').fill('Orchard');
  await chooseNext(person.app, shared);
  await person.button('Choose a place and make it').click();
  await page.getByRole('region', { name: 'Package made' }).waitFor({ timeout: 60_000 });
  await look(page, 'overlap-made');
  await page.getByLabel('Test a package').check();
  await chooseNext(person.app, shared);
  await person.button('Choose the package').click();
  await page.getByLabel('Secret agreed on').fill('another secret');
  await person.button('Test').click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Secret agreed on').fill('a secret between us');
  await person.button('Test').click();
  await page
    .getByRole('region', { name: 'What both have' })
    .getByText('equal')
    .first()
    .waitFor({ timeout: 60_000 });
  await look(page, 'overlap-tested');
});

test('the report on pages says every finding of a bundle', async () => {
  const folder = tempFolder();
  const path = await analysedCase(folder);
  const bundle = join(folder, 'findings.zip');
  const said = Array.from({ length: 12 }, (_, i) => ({
    claim: `Claim ${i + 1}: O-1 täglich “geübt”, ${'as one and the same customer would, '.repeat(i)}says R. Okafor`,
    reasoning: `Because of reason ${i + 1}.\n\n${'It repeats its wording over many accounts. '.repeat(4 * i)}`,
    changeMind: `Evidence ${i + 1} of a shared office`,
  }));
  const made = await openCase(path, 'R. Okafor', null);
  for (const fields of said)
    createFinding(made, { ...fields, likelihood: 'likely', confidence: 'moderate', scope: ['operator:O-1'] });
  await made.close();

  const person = await openApp();
  await person.openCase(path, null);
  await person.button('Export').click();
  await chooseNext(person.app, bundle);
  await person.button('Choose a place and export').click();
  await person.page.getByText('Not signed.', { exact: true }).waitFor({ timeout: 120_000 });
  await close(person.app);

  const pdf = execFileSync('unzip', ['-p', bundle, 'data/report.pdf'], { maxBuffer: 64 * 1024 * 1024 });
  // What stands above and below each page would part a text that goes on over two.
  const text = (await pdfText(pdf)).replaceAll(/ TLP:AMBER TLP:AMBER Page \d+ of \d+/g, '');
  for (const fields of said)
    for (const one of Object.values(fields)) expect(text).toContain(one.replace(/\s+/g, ' ').trim());
});
