import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { writeSample } from '../../electron/engine/sample/write-sample.ts';
import { analysedCase } from './analysed-case.ts';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const ANALYSIS_MS = 120_000;
const STALE = /^Sources came or went, or decisions on cohorts changed/;

const look = (page: Page, name: string) => lookAt(page, `cohorts-${name}`);
const show = (page: Page, heading: RegExp) =>
  page.getByRole('heading', { name: heading }).evaluate((element) => element.scrollIntoView());

test('cohorts are looked at and changed, and accounts are compared with a benign reference', async () => {
  const folder = tempFolder();
  // Honest use alone, under request ids of its own.
  await writeSample(join(folder, 'benign'), { size: 'S', seed: 7, families: [] });
  const log = readFileSync(join(folder, 'benign', 'requests.csv'), 'utf8').replaceAll(
    /^rq_(\d{8}),/gm,
    'rf_$1,',
  );
  const reference = join(folder, 'known-benign.csv');
  writeFileSync(reference, log);
  const path = await analysedCase(folder);
  const person = await openApp();
  const { page } = person;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const rail = page.getByRole('navigation', { name: 'Views' });
  const analyseAgain = async () => {
    await main.getByRole('button', { name: 'Analyse again' }).first().click();
    await dialog.getByRole('button', { name: 'Analyse' }).click();
  };
  const toCohorts = () => rail.getByRole('button', { name: 'Cohorts' }).click();
  await person.openCase(path, null);
  await toCohorts();
  const table = page.getByRole('table', { name: 'Cohorts' });
  await table.waitFor();
  await main.getByText(/^\d+ cohorts · 300 of 300 accounts under examination compared$/).waitFor();
  const column = async (nth: number) =>
    (await table.locator(`tbody td:nth-child(${nth})`).allInnerTexts()).map((text) =>
      Number(text.replace(',', '')),
    );
  expect((await column(5)).reduce((sum, n) => sum + n, 0)).toBe(300);
  await look(page, 'list');

  // One cohort, one of its accounts, and back by the link on the account's page.
  const name = await table.getByRole('button').first().innerText();
  await table.getByRole('button').first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  const bands = page.getByRole('table', { name: 'Bands of the signals' });
  await bands.waitFor();
  await look(page, 'cohort');
  await show(page, /^Accounts/);
  const members = page.getByRole('table', { name: 'Accounts of the cohort' });
  await members.getByRole('checkbox').nth(0).check();
  await members.getByRole('checkbox').nth(1).check();
  await main.getByText('2 accounts chosen').waitFor();
  await look(page, 'members');
  const [first, second] = (await members.locator('tbody td.mono, tbody button.mono').allInnerTexts()) as [
    string,
    string,
  ];
  await main.getByLabel('Name').fill('call centres');
  await main.getByRole('button', { name: 'Move', exact: true }).click();
  await main.getByText('0 accounts chosen').waitFor();
  await members.getByText('moved to call centres').first().waitFor();
  await main.getByText(STALE).waitFor();

  await members.getByRole('button', { name: second, exact: true }).click();
  await page.getByRole('heading', { name: second, level: 1 }).waitFor();
  await main.getByText('Change whom it is compared with').click();
  await main.getByRole('button', { name: 'Leave out of all comparison sets' }).click();
  await main.getByText(/left out of all comparison sets\.$/).waitFor();
  await show(page, /^Analysis/);
  await look(page, 'account');

  await toCohorts();
  await main.getByRole('checkbox', { name: 'Declared use' }).uncheck();
  await main.getByLabel('Least accounts of a cohort').fill('3');
  await main.getByText('Type a whole number from 5 to 1000.').waitFor();
  await main.getByLabel('Least accounts of a cohort').fill('20');
  await main.getByRole('button', { name: 'Use from the next analysis on' }).click();
  await main.getByRole('button', { name: 'Back to the default' }).waitFor();
  await show(page, /^What makes them/);
  await look(page, 'decided');
  // Undo takes the rule back, and redo brings it again.
  await page.keyboard.press('Control+z');
  await main.getByRole('button', { name: 'Back to the default' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+z');
  await main.getByRole('button', { name: 'Back to the default' }).waitFor();

  await person.beginImport(reference);
  await main.getByRole('checkbox', { name: /^Benign reference/ }).check();
  await look(page, 'import');
  await person.runImport();
  await rail.getByRole('button', { name: 'Accounts', exact: true }).click();
  await main
    .getByText(/^300 of 300 accounts under examination; \d+ of the benign reference apart$/)
    .waitFor();
  await rail.getByRole('button', { name: 'Sources' }).click();
  await main.getByText('· benign reference').waitFor();
  await main.getByRole('button', { name: 'known-benign.csv', exact: true }).click();
  await main.getByRole('button', { name: 'No longer benign reference' }).waitFor();
  await look(page, 'sources');

  await toCohorts();
  await analyseAgain();
  await page.getByText(STALE).waitFor({ state: 'detached', timeout: ANALYSIS_MS });
  await toCohorts();
  await table.getByRole('button', { name: 'call centres' }).waitFor();
  await look(page, 'reference-list');
  await show(page, /^Benign reference/);
  await look(page, 'reference');
  await table
    .getByRole('button', { name: /^reference: / })
    .first()
    .click();
  await bands.waitFor();
  await look(page, 'reference-cohort');
  const stranger = await members.getByRole('button').first().innerText();
  await members.getByRole('button').first().click();
  await page.getByRole('heading', { name: stranger, level: 1 }).waitFor();
  await main.getByText(/^Compared with|^This account belongs to the benign reference/).waitFor();
  await look(page, 'reference-account');

  await rail.getByRole('button', { name: 'Custody' }).click();
  for (const act of [
    /^Mark .* as benign reference/,
    /^Move .* to another cohort/,
    'Change what makes cohorts',
  ])
    await main.getByText(act).first().waitFor();
  await look(page, 'custody');
  expect(first).not.toBe(second);
});
