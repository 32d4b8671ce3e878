import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analysedCase } from './analysed-case.ts';
import { openApp, picture, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const look = (page: Page, name: string) => lookAt(page, `templates-${name}`);

const numberOf = (text: string) => Number(text.replace(/,/g, '').split(/\s/)[0]);

test('templates are listed masked, taken apart, revealed on record, and found from an operator', async () => {
  const folder = tempFolder();
  const path = await analysedCase(folder);
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  await person.openCase(path, null);
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
  await page.setViewportSize({ width: 1100, height: 760 });
  await page.getByRole('complementary', { name: 'Detail' }).waitFor();
  expect(await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await page.setViewportSize({ width: 1400, height: 900 });

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

  // Who asked it and when: all of its requests, over the time of the case and over its own.
  const use = page.getByRole('application', { name: /^Who and when: / });
  await use.waitFor();
  const inUse = page.locator('section.bands');
  const [, ofAll] =
    (await use.getAttribute('aria-label'))?.match(/: [\d,]+ of ([\d,]+) requests by account in view/) ?? [];
  expect(numberOf(ofAll)).toBe(requests);
  await inUse.getByRole('button', { name: 'Bands as a table' }).click();
  const cells = inUse.getByRole('grid', { name: /^Counts by account per/ });
  expect((await cells.getByRole('row').nth(1).innerText()).split('\n')[0]).toBe('all together');
  await inUse.getByRole('button', { name: 'Bands as a table' }).click();
  await inUse.getByRole('button', { name: 'Time of the template' }).click();
  await expect
    .poll(() => use.getAttribute('aria-label'))
    .toContain(`${ofAll} of ${ofAll} requests by account in view`);
  await use.focus();
  await expect
    .poll(() => inUse.locator('.bands-said').innerText())
    .toMatch(/of its [\d,]+ requests? in view/);
  await inUse.locator('h2').evaluate((element) => element.scrollIntoView());
  await look(page, 'who-and-when');
  await keyboard.press('Enter');
  const proposed = page.getByRole('region', { name: 'Proposed condition' });
  await proposed.waitFor();
  // Under a filter it is of all its requests, and says so.
  await keyboard.press('Enter');
  await inUse.getByText(/^Not applied to who and when: account /).waitFor();
  await inUse.locator('h2').evaluate((element) => element.scrollIntoView());
  await picture(page, 'templates-not-applied');
  // The arrow keys are those of the chart while it has the focus.
  await use.blur();
  await keyboard.press('Alt+ArrowLeft');
  await inUse.getByText(/^Not applied/).waitFor({ state: 'detached' });

  // The same requests on the page of an account, as bands of templates, and in its list of requests.
  await use.focus();
  await keyboard.press('o');
  const part = page.locator('section.bands');
  await part.getByRole('heading', { name: /^What it asked, over time/ }).waitFor();
  await part.getByRole('button', { name: 'Template', exact: true }).click();
  const chart = part.getByRole('application', { name: /requests by template in view/ });
  await chart.waitFor();
  await chart.focus();
  await expect
    .poll(() => part.locator('.bands-said').innerText())
    .toMatch(/ · (Wording, [\d,]+ characters|the same text each time)/);
  await part.locator('.bands-head').evaluate((head) => head.scrollIntoView({ block: 'start' }));
  await look(page, 'bands');
  await keyboard.press('Enter');
  await proposed.getByText('template ').first().waitFor();
  await keyboard.press('Escape');
  await proposed.waitFor({ state: 'detached' });
  const followed = main
    .getByRole('table', { name: 'Requests', exact: true })
    .locator('tbody tr td:nth-child(4)');
  expect(new Set(await followed.allInnerTexts()).size).toBeGreaterThan(1);
  await main
    .getByRole('table', { name: 'Requests', exact: true })
    .evaluate((element) => element.scrollIntoView());
  await look(page, 'requests');
  expect(await main.innerText()).not.toContain(stretch);
  await chart.focus();
  await keyboard.press('o');
  await page.getByRole('heading', { name: /^Template /, level: 1 }).waitFor();
  await keyboard.press('Alt+ArrowLeft');
  await chart.or(part.getByRole('application')).first().waitFor();
  await keyboard.press('Alt+ArrowLeft');
  await page.getByRole('heading', { name: `Template ${id}`, level: 1 }).waitFor();
  await users.waitFor();

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
  await page
    .getByRole('grid', { name: 'Operators' })
    .getByRole('button', { name: /^O-\d+$/ })
    .first()
    .click();
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

  // What came after the analysis is told apart from what follows no template.
  await person.openAccount('ac_late');
  const late = page.locator('section.bands');
  await late.getByRole('button', { name: 'Template', exact: true }).click();
  await late.getByText('Hatched: 2 requests that came after the analysis', { exact: false }).waitFor();
  await look(page, 'not-analysed');
}, 300_000);
