import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analysedCase, caseOf } from './analysed-case.ts';
import { openApp, picture, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const look = (page: Page, name: string) => lookAt(page, `coverage-${name}`);

const scrollTo = (page: Page, name: RegExp) =>
  page.getByRole('heading', { name }).evaluate((element) => element.scrollIntoView());

test('topics of an operator are seen by account, parted, grown and rarefied, down to single requests', async () => {
  const path = await analysedCase(tempFolder(), 1);
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  await person.openCase(path, null);
  const rail = page.getByRole('navigation', { name: 'Views' });
  await rail.getByRole('button', { name: 'Coverage', exact: true }).click();
  await page.getByRole('heading', { name: 'Nothing chosen yet' }).waitFor();
  await look(page, 'empty');

  await page.getByLabel('Operator', { exact: true }).selectOption('O-11');
  await page.getByRole('heading', { name: 'Coverage of operator O-11', level: 1 }).waitFor();
  const matrix = page.getByRole('application', { name: /^Who asked what: 10 of 10 accounts by 54 of 54/ });
  await matrix.waitFor();
  const findings = page.getByRole('list', { name: 'What the partition says' });
  await findings.getByText(/^Of 54 topics 31 are asked by one account alone; by chance \d/).waitFor();
  await findings.getByText(/Ordinary groups, 99 drawn at random/).waitFor();
  await look(page, 'operator');

  // By keyboard from cell to cell, and to the requests of one.
  await matrix.focus();
  await keyboard.press('ArrowDown');
  const said = page.getByRole('status').filter({ hasText: /requests? with a topic/ });
  const first = await said.innerText();
  await keyboard.press('ArrowRight');
  await expect.poll(() => said.innerText()).not.toBe(first);
  await page.getByRole('button', { name: 'Cells as a table' }).click();
  const table = page.getByRole('grid', { name: /^Cells with a request/ });
  await table.focus();
  await keyboard.press('Enter');
  const cell = page.getByRole('region', { name: 'Requests of the cell' });
  await cell.getByRole('row').nth(1).waitFor();
  await look(page, 'cell');
  const [asked] = (await table.getByRole('row').nth(1).getByRole('gridcell').nth(2).innerText()).split(' ');
  await page.getByText(new RegExp(`^${asked} of ${asked} requests?, the earliest first`)).waitFor();
  await keyboard.press('Escape');
  await cell.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Cells as a table' }).click();

  await scrollTo(page, /^Who covers what/);
  await page.getByRole('button', { name: 'Topics as a table' }).click();
  const parted = page.getByRole('region', { name: 'Topics as a table' }).locator('tbody tr');
  expect(await parted.count()).toBe(54);
  const holders = (await parted.locator('td:nth-child(3)').allInnerTexts()).map(Number);
  expect(holders.filter((accounts) => accounts === 1).length).toBe(31);
  await look(page, 'partition-table');
  await page.getByRole('button', { name: 'Topics as a table' }).click();
  const strips = page.getByRole('application', { name: /accounts, those few accounts ask first/ });
  await strips.focus();
  await keyboard.press('ArrowDown');
  await page.getByText(/asked by 1 of 10 accounts/).waitFor();
  await scrollTo(page, /^Who covers what/);
  await look(page, 'partition');

  await scrollTo(page, /^In order of time/);
  const growth = page.getByRole('application', { name: /^Growth in order of time: 54 different topics/ });
  await growth.focus();
  await keyboard.press('End');
  await page
    .getByText(/^at 2,\d{3} requests · all together 54/)
    .first()
    .waitFor();
  await look(page, 'curves');
  await page.getByLabel('Count', { exact: true }).selectOption('prompt');
  await page.getByRole('application', { name: /different prompts in/ }).waitFor();
  await page.getByRole('button', { name: 'Rarefaction as a table' }).click();
  await page.getByRole('button', { name: 'Growth as a table' }).click();
  await look(page, 'curves-tables');

  // Under a filter topics of matching requests count, of the accounts as of their cohorts.
  await page.getByRole('heading', { name: /^Coverage of/, level: 1 }).click();
  const basis = page.getByText(/requests? of 10 accounts with a topic/);
  await basis.waitFor();
  await keyboard.press('Shift+F');
  await page.getByRole('combobox', { name: 'New condition' }).waitFor();
  await keyboard.type('model:');
  const model = page.getByRole('listbox', { name: 'Values of model' }).getByRole('option').nth(1);
  await model.getByText(/requests$/).waitFor();
  await model.click();
  await page.getByText(/that meet the filter, of [\d,]+ requests? in all, with a topic/).waitFor();
  await page.getByText(/^\d+ of 10 accounts match the filter/).waitFor();
  await page.getByRole('application', { name: /^Who asked what: \d+ of \d+ accounts/ }).waitFor();
  await page.getByText('Single requests are not read anew with every filter.').waitFor();
  await page.getByRole('main').evaluate((element) => element.scrollTo({ top: 0 }));
  await look(page, 'filtered');
  await scrollTo(page, /^In order of time/);
  await page.getByRole('button', { name: 'Read the requests' }).click();
  await page.getByRole('application', { name: /^Growth in order of time: \d+ different prompts/ }).waitFor();
  await look(page, 'filtered-curves');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await basis.waitFor();

  // The large picture scrolls; an account by itself has a treemap.
  await person.button('Other accounts').click();
  await page.getByLabel('Foremost accounts').selectOption('100');
  await page.getByRole('application', { name: /^Who asked what: 100 of 100 accounts/ }).waitFor();
  await page.getByRole('list', { name: 'What the partition says' }).waitFor();
  await look(page, 'top');
  const top = page.getByRole('application', { name: /^Who asked what/ });
  await top.focus();
  for (let at = 0; at < 12; at++) await keyboard.press('PageDown');
  await expect.poll(() => top.evaluate((element) => element.scrollTop)).toBeGreaterThan(300);
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Its coverage' }).click();
  await page.getByRole('heading', { name: /^Coverage of account/, level: 1 }).waitFor();
  await person.button('Other accounts').click();
  await page.getByLabel('Accounts, one a line').fill('ac_e4f657e733');
  await page.getByRole('button', { name: 'Show coverage of 1 account' }).click();
  await page.getByRole('heading', { name: 'Coverage of account ac_e4f657e733', level: 1 }).waitFor();
  const map = page.getByRole('application', { name: /^What the account draws on/ });
  await map.waitFor();
  await map.focus();
  await keyboard.press('ArrowRight');
  await look(page, 'account');
  await page.getByRole('button', { name: 'Capabilities as a table' }).click();
  await look(page, 'account-table');

  // The picture leaves the window with what it shows under it.
  await page.getByRole('button', { name: 'Picture of capabilities and topics' }).click();
  await page.getByRole('button', { name: 'Copy as SVG' }).click();
  await page.getByText('Copied the picture as SVG text.').waitFor();

  // From the pages of an operator and an account.
  await rail.getByRole('button', { name: 'Operators', exact: true }).click();
  await page
    .getByRole('grid', { name: 'Operators' })
    .getByRole('button', { name: 'O-17', exact: true })
    .click();
  await page.getByRole('main').getByRole('button', { name: 'Coverage', exact: true }).click();
  await page.getByRole('heading', { name: 'Coverage of operator O-17', level: 1 }).waitFor();
}, 300_000);

test('what coverage shows of hostile topics is text, and without topics it says what to do', async () => {
  const folder = tempFolder();
  const names = ['ac_\u202eevil', '<img src=x onerror=alert(1)>'];
  const topics = ['<b>law</b>', 'code\u202e', 'data'];
  const log = join(folder, 'log.csv');
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const line = (at: number, topic: string) =>
    [new Date(Date.UTC(2026, 4, 4, 8, at)).toISOString(), names[at % 2], topic, `prompt ${at}`]
      .map(quoted)
      .join(',');
  const lines = Array.from({ length: 60 }, (_, at) => line(at, topics[at % 3]));
  writeFileSync(log, `timestamp,account_id,topic,prompt_text\n${lines.join('\n')}\n`);
  const bare = join(folder, 'bare.csv');
  writeFileSync(bare, 'timestamp,account_id,prompt_text\n2026-05-04T10:00:00Z,plain,hello\n');

  const path = join(folder, 'case.swcase');
  await caseOf(path, [log, bare], false);
  const person = await openApp();
  const { page } = person;
  await person.openCase(path, null);
  const rail = page.getByRole('navigation', { name: 'Views' });
  await rail.getByRole('button', { name: 'Coverage', exact: true }).click();
  await page.getByLabel('Foremost accounts').selectOption('25');
  await page
    .getByRole('application', { name: /^Who asked what: 2 of 3 accounts by 3 of 3 topics/ })
    .waitFor();
  await page.getByRole('button', { name: 'Topics as a table' }).click();
  await page.getByRole('region', { name: 'Topics as a table' }).getByText('<b>law</b>').waitFor();
  await picture(page, 'coverage-hostile');
  expect(await page.evaluate(() => document.querySelectorAll('main img, main b, main script').length)).toBe(
    0,
  );
  expect(await page.getByRole('main').innerText()).not.toMatch(/\u202e/);

  await person.button('Other accounts').click();
  await page.getByLabel('Accounts, one a line').fill('plain');
  await page.getByRole('button', { name: 'Show coverage of 1 account' }).click();
  await page.getByRole('heading', { name: 'These requests state no topic' }).waitFor();
  await page.getByRole('application', { name: /1 different prompt in 1 of 1 request/ }).waitFor();
  await look(page, 'no-topics');
}, 120_000);
