import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readOperators } from '../../electron/engine/analysis/results.ts';
import { openCase } from '../../electron/engine/case/open-case.ts';
import { analysedCase } from './analysed-case.ts';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const CLAIM = 'These accounts are run by one operator';

const look = (page: Page, name: string) => lookAt(page, `casework-${name}`);

test('a finding with four exhibits is made, weighed, moved by an import, coded blind, reviewed and signed', async () => {
  const folder = tempFolder();
  const path = await analysedCase(folder);
  const operator = await operatorToSample(path);
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });
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

  await person.openCase(path, null);
  await toFindings();
  await heading('No findings yet').waitFor();
  await look(page, 'empty');
  await keyboard.press('2');

  // An operator: its page, the link of two of its accounts, its lanes.
  const operators = page.getByRole('grid', { name: 'Operators' });
  await operators.getByText(operator, { exact: true }).first().dblclick();
  await person.button('Pin to a finding: this operator').click();
  await dialog.getByLabel('Claim').fill(CLAIM);
  // Ends in the dark theme: pictures are pinned on paper all the same.
  await look(page, 'pin');
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

  await heading(CLAIM).waitFor();
  await heading('Requests of the first account').waitFor();
  expect(await page.getByRole('list', { name: 'Exhibits' }).locator('> li').count()).toBe(4);
  expect(await groundOf(exhibit(2).getByRole('img'))).toEqual(PAPER);

  await page.getByRole('radio', { name: /^very likely/ }).check();
  await status('Finding saved.');
  await page.getByRole('radio', { name: 'moderate' }).check();
  await person.button('Write: why this is so').click();
  const reasoning = page.getByRole('textbox', { name: 'Why this is so' });
  await reasoning.pressSequentially(`The load of @${account}`);
  await page.getByRole('option', { name: new RegExp(account) }).waitFor();
  await look(page, 'mention');
  await keyboard.press('Enter');
  await reasoning.pressSequentially('moves to [[');
  await page
    .getByRole('option', { name: /template/ })
    .first()
    .waitFor();
  await keyboard.press('Escape');
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await reasoning.pressSequentially('the others.');
  await keyboard.press('Escape');
  const written = page.locator('.written-text');
  await written.getByRole('button', { name: `account ${account}` }).waitFor();
  await written.getByText('moves to the others.').waitFor();
  await person.button('Add to scope').click();
  await page
    .locator('.scope-adder')
    .getByRole('button', { name: `account ${account}` })
    .click();
  await person.button(`Remove account ${account} from the scope`).waitFor();

  // Weighed against rival explanations: what the analysis proposes is confirmed cell by cell.
  await person.button('Fill from the analysis').click();
  await dialog.getByRole('button', { name: 'Fill in' }).click();
  await status(/rows of evidence added, none confirmed\.$/);
  const cells = page
    .getByRole('grid', { name: 'Evidence against hypotheses' })
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell')
    .locator('.ach-sign');
  const columns = await cells.count();
  await cells.first().click();
  for (let column = 0; column < columns; column++) {
    await keyboard.press(column === 0 ? '+' : '1');
    await expect.poll(async () => (await cells.allInnerTexts())[column]).toBe(column === 0 ? '+' : '−−');
    await keyboard.press('ArrowRight');
  }
  await main.getByText(/^Least inconsistent: /).waitFor();
  await heading(/^Competing hypotheses/).evaluate((element) => element.scrollIntoView());
  await look(page, 'weighed');
  await person.button('For review').click();
  await page.locator('button[aria-pressed=true]', { hasText: 'For review' }).waitFor();
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

  // Two more requests of that account: what stands on them is worked out again by itself.
  const more = join(folder, 'more.csv');
  const rows = ['10:00', '11:00'].map((time) => `2026-03-09T${time}:00Z,${account},kestrel-2,200`);
  writeFileSync(more, ['timestamp,account_id,model,status', ...rows, ''].join('\n'));
  await person.beginImport(more);
  await person.runImport();
  const MOVED = /^1 of 1 finding moved: [1-4] exhibits? (?:is|are) not what was pinned\.$/;
  await status(MOVED);
  await main.getByText(MOVED).waitFor();
  await look(page, 'import-moved');
  await person.button('Show by how much').click();
  await page.getByText(/^4 exhibits of 1 finding, as last worked out: /).waitFor();
  const movedLine = () =>
    page
      .getByRole('table', { name: 'What moved' })
      .getByRole('row', { name: /^Requests of the first account/ })
      .locator('td.number')
      .allInnerTexts();
  const [before, after, by] = (await movedLine()).map((text) => Number(text.replaceAll(',', '')));
  expect(after).toBe(before + 2);
  expect(by).toBe(2);
  await look(page, 'moved');
  await person.button('Check all exhibits').click();
  await page.getByText(/^4 exhibits of 1 finding, as last worked out: /).waitFor();

  // A new analysis: exhibits that rest on it alone are worked out again, and not those that do not.
  await keyboard.press('2');
  await main.getByRole('button', { name: 'Analyse again' }).first().click();
  await dialog.getByRole('button', { name: 'Analyse' }).click();
  await person.button('analysis current').waitFor({ timeout: 90_000 });
  await status(MOVED);
  await person.button('1 finding moved').click();
  await page.getByRole('searchbox', { name: 'Search findings' }).fill('nobody');
  await page.getByText('0 of 1 finding', { exact: true }).waitFor();
  await person.button('Clear the search').click();
  const findings = page.getByRole('table', { name: 'Findings', exact: true });
  await findings.getByRole('button', { name: CLAIM }).click();
  await exhibit(3)
    .getByText(/had drifted\.$/)
    .waitFor();
  const figures = page.getByRole('table', { name: 'Figures of exhibit 3' });
  await figures.getByRole('row', { name: 'requests', exact: false }).first().getByText('+2').waitFor();
  await exhibit(3).evaluate((element) => element.scrollIntoView());
  await look(page, 'exhibit-moved');
  await person.button('Check again: exhibit 3').click();
  await exhibit(3)
    .getByText(/^Drift: /)
    .waitFor();

  // What is said and undone.
  await page.getByLabel(/^Your reason/).fill('The exhibits agree with each other.');
  await person.button('Agree').click();
  await page.getByRole('list', { name: 'Verdicts' }).getByText('agrees').waitFor();
  await person.button('Change the claim').click();
  const claim = page.getByRole('textbox', { name: 'Claim' });
  await claim.fill('');
  await page.getByText(/^A finding claims something/).waitFor();
  await claim.fill('These accounts act together');
  await keyboard.press('Enter');
  await heading('These accounts act together').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Change the claim');
  await page.getByText('said of an older state').waitFor();
  await keyboard.press('Control+z');
  await heading(CLAIM).waitFor();
  await person.button('Remove finding').click();
  await heading('No findings yet').waitFor();
  await keyboard.press('Control+z');
  await findings.getByText('4 exhibits').waitFor();
  await keyboard.press('Shift+N');
  await claim.fill('Another claim');
  await keyboard.press('Enter');
  await heading('Another claim').waitFor();
  await person.button('Remove finding').click();
  await findings.waitFor();

  // A blind sample of the operator, for somebody else to code.
  await keyboard.press('2');
  await operators.getByText(operator, { exact: true }).first().dblclick();
  await person.button('Draw a blind sample').click();
  await dialog.getByLabel('Seed').fill('7');
  await dialog.getByRole('button', { name: 'Draw' }).click();
  await dialog.getByText(/^20 accounts: 10 of the /).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await person.button('Close case').click();

  await person.openCase(path, null, 'B. Coder');
  // What moved is known without anything being worked out again.
  await person.button('1 finding moved').waitFor();
  await rail.getByRole('button', { name: 'Second coding' }).click();
  await person.button('Begin coding').click();
  for (let number = 1; number <= 20; number++) {
    await person.timeline().waitFor();
    const at = await main.getByRole('heading', { level: 2 }).first().innerText();
    await keyboard.press(number % 3 === 0 ? 'p' : 't');
    await main.getByText(`${number} of 20 coded`).waitFor();
    if (number === 20) break;
    await keyboard.press('j');
    await expect.poll(() => main.getByRole('heading', { level: 2 }).first().innerText()).not.toBe(at);
  }
  await look(page, 'coded');
  await person.button('See the result').click();
  await main
    .getByText(/Cohen’s kappa/)
    .first()
    .waitFor();
  await look(page, 'coding-result');

  // A review of the finding, step by step, and a dissent.
  await toFindings();
  await person.button('Review…').click();
  await dialog.getByRole('button', { name: `Add: ${CLAIM}` }).click();
  await dialog.getByRole('button', { name: 'Start' }).click();
  const progress = page.locator('.review-progress');
  await progress.getByText(/^Step 1 of \d+$/).waitFor();
  const steps = Number((await progress.innerText()).split(' of ')[1]);
  expect(steps).toBe(9);
  for (let at = 2; at <= steps; at++) {
    await keyboard.press('ArrowRight');
    await progress.getByText(new RegExp(`^Step ${at} of ${steps}`)).waitFor();
    if (at === 6) {
      await page.getByText(/^Drift: /).waitFor();
      await look(page, 'review-moved');
    }
  }
  await keyboard.press('Escape');
  await findings.getByRole('button', { name: CLAIM }).click();
  await page.getByLabel(/^Your reason/).fill('A shared office network would look the same.');
  await person.button('Dissent').click();
  const verdicts = page.getByRole('list', { name: 'Verdicts' });
  await verdicts.getByText('B. Coder dissents').waitFor();
  await verdicts.getByText('A. Investigator agrees').waitFor();
  await verdicts.evaluate((element) => element.scrollIntoView());
  await look(page, 'signed');
  await toFindings();
  await findings.getByText('1 agrees, 1 dissents').waitFor();
}, 300_000);

/** The first operator of which half a blind sample can be drawn. */
async function operatorToSample(path: string): Promise<string> {
  const open = await openCase(path, 'tester', null);
  try {
    return readOperators(open.db).find(({ accounts }) => accounts.length >= 10)!.id;
  } finally {
    await open.close();
  }
}

/** The light theme's ground. */
const PAPER = [251, 250, 248];

/** The colour of a picture near its corner. */
function groundOf(image: Locator): Promise<number[]> {
  return image.evaluate(async (element) => {
    const drawn = element as HTMLImageElement;
    await drawn.decode();
    const context = Object.assign(document.createElement('canvas'), { width: 8, height: 8 }).getContext(
      '2d',
    )!;
    context.drawImage(drawn, 0, 0);
    return [...context.getImageData(4, 4, 1, 1).data].slice(0, 3);
  });
}
