import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp, picture, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const ANALYSIS_MS = 90_000;

const look = (page: Page, name: string) => lookAt(page, `templates-${name}`);

const numberOf = (text: string) => Number(text.replace(/,/g, '').split(/\s/)[0]);

test('templates are listed masked, taken apart, revealed on record, and found from an operator', async () => {
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const folder = tempFolder();
  await person.sampleCase(join(folder, 'sample.swcase'));
  await page.getByRole('grid', { name: 'Accounts' }).waitFor();
  await keyboard.press('3');
  await page.getByRole('heading', { name: 'No templates yet' }).waitFor();
  await look(page, 'empty');

  await main.getByRole('button', { name: 'Analyse' }).click();
  await dialog.getByRole('button', { name: 'Analyse' }).click();
  await page.getByRole('grid', { name: 'Operators' }).waitFor({ timeout: ANALYSIS_MS });
  await page.getByRole('navigation').getByRole('button', { name: 'Templates' }).click();
  const list = page.getByRole('grid', { name: 'Templates' });
  await list.waitFor();
  const shapes = list.getByRole('img', { name: /characters/ });
  expect(await shapes.count()).toBeGreaterThan(20);
  const label =
    (await list
      .getByRole('img', { name: /^Distinct fillings/ })
      .first()
      .getAttribute('aria-label')) ?? '';
  await person.button('Growth in numbers').click();
  const eighths = (await list.locator('.growth-numbers').first().innerText()).split(' · ');
  expect(label).toBe(`Distinct fillings after each eighth of its requests: ${eighths.join(', ')}`);
  await look(page, 'numbers');
  await person.button('Growth in numbers').click();
  await list.focus();
  await keyboard.press('j');
  await keyboard.press('ArrowDown');
  await keyboard.press('k');
  await look(page, 'list');

  const first = list.getByRole('row').nth(1);
  const id = await first.locator('td:first-child').innerText();
  const requests = numberOf(await first.locator('td').nth(2).innerText());
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: `Template ${id}`, level: 1 }).waitFor();
  const grown = page.getByRole('table', { name: 'Growth in numbers' });
  const sums = await grown.locator('tbody tr').last().locator('td').allInnerTexts();
  expect(numberOf(sums[0])).toBe(requests);
  expect(sums[1]).toBe(eighths.at(-1));
  const users = page.getByRole('table', { name: 'Accounts of the template' });
  const asked = (await users.locator('tbody td:nth-child(2)').allInnerTexts()).map(numberOf);
  expect(asked).toEqual(asked.toSorted((one, other) => other - one));
  expect(asked.reduce((sum, one) => sum + one, 0)).toBe(numberOf(sums[1]));

  const reveal = main.getByRole('button', { name: /^Reveal: Wording, \d/ });
  expect(await page.getByRole('region', { name: 'Revealed wording' }).count()).toBe(0);
  await look(page, 'masked');
  await reveal.focus();
  await keyboard.press('Enter');
  const wording = page.getByRole('region', { name: 'Revealed wording' });
  await wording.waitFor();
  const words = await wording.innerText();
  expect(words).toContain('{1}');
  const longest = words.split(/\{\d+\}/).toSorted((one, other) => other.length - one.length)[0];
  const [stretch] = longest.trim().split('\n');
  expect(stretch.length).toBeGreaterThan(10);
  await look(page, 'revealed');
  await page.getByRole('heading', { name: /^Growth/ }).evaluate((element) => element.scrollIntoView());
  await look(page, 'growth');

  const account = users.getByRole('button').first();
  const name = await account.innerText();
  await account.click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await keyboard.press('Alt+ArrowLeft');
  await page.getByRole('heading', { name: `Template ${id}`, level: 1 }).waitFor();
  await reveal.waitFor();
  await main.getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => list.locator('[aria-selected=true] td:first-child').innerText()).toBe(id);

  await person.goTo('Custody');
  await page.getByText('Template wording revealed').waitFor();
  await page.getByText(`template ${id}`).waitFor();
  expect(await main.innerText()).not.toContain(stretch);
  await picture(page, 'templates-custody');

  await keyboard.press('2');
  await page.getByRole('grid', { name: 'Operators' }).getByRole('button').first().click();
  await person.button('Templates of this operator').click();
  await page.getByRole('heading', { name: /^Templates of operator O-\d+$/, level: 1 }).waitFor();
  await list.getByRole('row').nth(1).waitFor();
  const own = (await list.locator('tbody td:nth-child(4)').allInnerTexts()).map(numberOf);
  expect(own.length).toBeGreaterThan(0);
  expect(own).toEqual(own.toSorted((one, other) => other - one));
  await look(page, 'operator');
  await person.button('All templates').click();
  await expect.poll(() => list.getByRole('row').count()).toBeGreaterThan(own.length + 1);
  expect(await page.getByText(/^Sources came or went/).count()).toBe(0);

  const log = join(folder, 'more.csv');
  writeFileSync(log, 'timestamp,account_id\n2026-03-16T08:00:00Z,ac_late\n2026-03-16T08:01:00Z,ac_late\n');
  await person.beginImport(log);
  await person.runImport();
  await keyboard.press('3');
  await page.getByText(/^Sources came or went/).waitFor();
  await list.waitFor();
  await look(page, 'stale');
}, 300_000);
