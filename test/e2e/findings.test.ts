import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const ANALYSIS_MS = 90_000;
const CLAIM = 'These accounts are run by one operator';

const look = (page: Page, name: string) => lookAt(page, `findings-${name}`);

test('a finding is made, four charts are pinned, checked, found to drift after an import, and removed', async () => {
  const folder = tempFolder();
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const rail = page.getByRole('navigation', { name: 'Views' });
  const status = (text: string | RegExp) => page.locator('output.status-text').getByText(text).waitFor();
  const exhibit = (number: number): Locator =>
    page
      .getByRole('list', { name: 'Exhibits' })
      .locator('> li')
      .nth(number - 1);
  const pin = async (chart: string) => {
    await person.button(`Picture of ${chart}`).first().click();
    await person.button('Pin to a finding…').click();
    await dialog.getByLabel('Title of the exhibit').waitFor();
  };
  const pinned = async () => {
    await dialog.getByRole('button', { name: 'Pin', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const toFindings = async () => {
    await rail.getByRole('button', { name: 'Findings' }).click();
    await page.getByRole('main', { name: 'Findings' }).waitFor();
  };

  await person.sampleCase(join(folder, 'sample.swcase'));
  await toFindings();
  await page.getByRole('heading', { name: 'No findings yet' }).waitFor();
  await look(page, 'empty');
  await keyboard.press('2');
  await main.getByRole('button', { name: 'Analyse' }).click();
  await dialog.getByRole('button', { name: 'Analyse' }).click();
  const operators = page.getByRole('grid', { name: 'Operators' });
  await operators.waitFor({ timeout: ANALYSIS_MS });

  // An operator: its page, the link of two of its accounts, its lanes.
  await operators.focus();
  await keyboard.press('Home');
  await keyboard.press('Enter');
  await person.button('Pin to a finding: this operator').click();
  await dialog.getByLabel('Claim').fill(CLAIM);
  await look(page, 'pin');
  // Pictures are pinned as they are drawn, on the ground of the theme.
  await page.evaluate(() => window.stillwatch.setTheme('light'));
  await pinned();
  await pin('the link, item by item');
  await pinned();
  await pin('lanes');
  await pinned();

  // One of its accounts: what it asked over time.
  const member = page.getByRole('table', { name: 'Accounts of the operator' }).getByRole('button').first();
  const account = await member.innerText();
  await member.click();
  await person.timeline().waitFor();
  await pin('requests over time');
  await dialog.getByLabel('Title of the exhibit').fill('Requests of the first account');
  await dialog.getByRole('button', { name: 'Pin and open' }).click();

  await page.getByRole('heading', { name: CLAIM, level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Requests of the first account' }).waitFor();
  expect(await page.getByRole('list', { name: 'Exhibits' }).locator('> li').count()).toBe(4);
  await exhibit(2).getByRole('img').waitFor();
  expect(await exhibit(2).getByRole('img').getAttribute('src')).toMatch(/^blob:/);

  await page.getByRole('radio', { name: /^very likely/ }).check();
  await status('Finding saved.');
  await page.getByRole('radio', { name: 'moderate' }).check();
  await person.button('Write: why this is so').click();
  const reasoning = page.getByRole('textbox', { name: 'Why this is so' });
  await reasoning.pressSequentially(`The load of @${account}`);
  await page.getByRole('option', { name: new RegExp(account) }).waitFor();
  await keyboard.press('Enter');
  await reasoning.pressSequentially('moves to the others.');
  await keyboard.press('Escape');
  await page
    .locator('.written-text')
    .getByRole('button', { name: `account ${account}` })
    .waitFor();
  await person.button('Add to scope').click();
  await page
    .locator('.scope-adder')
    .getByRole('button', { name: `account ${account}` })
    .click();
  await person.button(`Remove account ${account} from the scope`).waitFor();
  await person.button('For review').click();
  await page.locator('button[aria-pressed=true]', { hasText: 'For review' }).waitFor();
  await page.getByLabel(/^Your reason/).fill('The exhibits agree with each other.');
  await person.button('Agree').click();
  await page.getByRole('list', { name: 'Verdicts' }).getByText('agrees').waitFor();
  await main.evaluate((element) => element.scrollTo(0, 0));
  await look(page, 'finding');

  await exhibit(1).evaluate((element) => element.scrollIntoView());
  await look(page, 'exhibits');
  await person.button('Check again: exhibit 4').click();
  await exhibit(4)
    .getByText(/^Match: /)
    .waitFor();
  await person.button('Move exhibit 4 up').click();
  await exhibit(3).getByText('Requests of the first account').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Move exhibit 3 up');
  await person.button('Result as a table: exhibit 3').click();
  await page.getByRole('region', { name: 'Rows of exhibit 3' }).getByRole('row').nth(1).waitFor();
  await exhibit(3).evaluate((element) => element.scrollIntoView());
  await look(page, 'exhibit');

  // Two more requests of that account, so that one exhibit at least is not what it was.
  const more = join(folder, 'more.csv');
  const rows = ['10:00', '11:00'].map((time) => `2026-03-09T${time}:00Z,${account},kestrel-2,200`);
  writeFileSync(more, ['timestamp,account_id,model,status', ...rows, ''].join('\n'));
  await person.beginImport(more);
  await person.runImport();
  await toFindings();
  await person.button('Check all exhibits').click();
  await page.getByText(/^4 exhibits of 1 finding worked out again: /).waitFor({ timeout: 60_000 });
  const moved = page.getByRole('table', { name: 'What moved' });
  const line = moved.getByRole('row', { name: /^Requests of the first account/ });
  const [before, after, by] = (await line.locator('td.number').allInnerTexts()).map((text) =>
    Number(text.replaceAll(',', '')),
  );
  expect(after).toBe(before + 2);
  expect(by).toBe(2);
  expect(await page.getByRole('table', { name: 'Findings' }).getByText('older state').count()).toBe(0);
  await look(page, 'drift');

  await page.getByRole('searchbox', { name: 'Search findings' }).fill('nobody');
  await page.getByText('0 of 1 finding', { exact: true }).waitFor();
  await person.button('Clear the search').click();
  await page.getByRole('table', { name: 'Findings' }).getByRole('button', { name: CLAIM }).click();
  await person.button('Check again: exhibit 3').click();
  await exhibit(3)
    .getByText(/^Drift: /)
    .waitFor();
  await exhibit(3).evaluate((element) => element.scrollIntoView());
  await look(page, 'exhibit-drift');

  await person.button('Change the claim').click();
  const claim = page.getByRole('textbox', { name: 'Claim' });
  await claim.fill('');
  await page.getByText(/^A finding claims something/).waitFor();
  await claim.fill('These accounts act together');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'These accounts act together', level: 1 }).waitFor();
  await page.getByText('said of an older state').waitFor();
  await keyboard.press('Control+z');
  await page.getByRole('heading', { name: CLAIM, level: 1 }).waitFor();
  await person.button('Remove finding').click();
  await page.getByRole('heading', { name: 'No findings yet' }).waitFor();
  await keyboard.press('Control+z');
  await page.getByRole('table', { name: 'Findings' }).getByText('4 exhibits').waitFor();

  await keyboard.press('Shift+N');
  await claim.fill('Another claim');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Another claim', level: 1 }).waitFor();
}, 300_000);
