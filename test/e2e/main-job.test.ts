import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../engine/support.ts';
import { close, openApp, picture, tempFolder } from './app.ts';
import { requestTrace } from './trace.ts';

const PASSPHRASE = 'right horse battery';

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
  await again.exportBundle(bundle);
  await picture(again.page, 'exported');
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
