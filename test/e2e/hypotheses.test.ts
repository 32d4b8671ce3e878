import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOperatorRows } from '../../electron/engine/analysis/results.ts';
import { runAnalysis } from '../../electron/engine/analysis/run-analysis.ts';
import { createFinding } from '../../electron/engine/findings/change.ts';
import { unwatched } from '../../electron/engine/jobs/job.ts';
import { createSampleCase } from '../../electron/engine/sample/sample-case.ts';
import { DEFAULT_ASSUMPTIONS } from '../../shared/assumptions.ts';
import { openApp, picture, tempFolder } from './app.ts';
import { look } from './look.ts';

const CLAIM = 'These accounts collect answers to train another model';

/** An analysed case with a finding on its first operator, and one on nothing. */
async function caseWithFindings(path: string): Promise<readonly string[]> {
  const open = await createSampleCase(path, 'A. Investigator', null, unwatched);
  try {
    await runAnalysis(open, { seed: 1, priorShare: DEFAULT_ASSUMPTIONS.prior }, unwatched);
    const operators = readOperatorRows(open.db).map(({ id }) => id);
    createFinding(open, { claim: CLAIM, scope: [`operator:${operators[0]}`] });
    createFinding(open, { claim: 'A finding without a scope' });
    return operators;
  } finally {
    await open.close();
  }
}

test('rival hypotheses are filled in, rated by key and mouse, weighed, and operators merged and split', async () => {
  const path = join(tempFolder(), 'case.swcase');
  const [first, second] = await caseWithFindings(path);
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const status = (text: string | RegExp) => page.locator('output.status-text').getByText(text).waitFor();
  const toFinding = async (claim: string) => {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Findings' }).click();
    await main.getByRole('button', { name: claim, exact: true }).click();
    await page.getByRole('heading', { name: claim, level: 1 }).waitFor();
  };
  const show = () =>
    page
      .getByRole('heading', { name: /^Competing hypotheses/ })
      .evaluate((element) => element.scrollIntoView());
  await person.openCase(path, null);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await page.setViewportSize({ width: 1100, height: 760 });

  // Nothing to fill in from, and rows and columns by hand.
  await toFinding('A finding without a scope');
  await main.getByText(/^No rival explanation has been weighed yet/).waitFor();
  await show();
  await look(page, 'hypotheses-empty');
  await person.button('Fill from the analysis').click();
  await dialog.getByText(/^The scope of this finding names no operator/).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  for (const title of ['<b>One</b> customer', 'A \u202ecampaign']) {
    await person.button('Add a hypothesis').click();
    await dialog.getByLabel('Explanation in a few words').fill(title);
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  await main.getByText('There is no evidence yet to set against the hypotheses.').waitFor();
  await person.button('Add evidence').click();
  await dialog.getByLabel('What was observed').fill('No account was ever paid for');
  await dialog.getByRole('radio', { name: 'high' }).check();
  await look(page, 'hypotheses-evidence');
  await dialog.getByRole('button', { name: 'Add' }).click();
  const grid = page.getByRole('grid', { name: 'Evidence against hypotheses' });
  await grid.getByRole('rowheader', { name: /^No account was ever paid for, high credibility/ }).waitFor();
  expect(await grid.locator('b').count()).toBe(0);
  await main.getByText('2 of 2 cells are not confirmed.').waitFor();
  const open = grid.getByRole('gridcell', { name: /^not confirmed, nothing proposed, <b>One/ });
  await open.click();
  await keyboard.press('1');
  await status('Confirmed: very inconsistent.');
  await main.getByText(/not fairly comparable yet: 1 of 1 row is confirmed for some/).waitFor();
  await grid.getByRole('columnheader', { name: /weighted inconsistency 2\.83/ }).waitFor();
  await keyboard.press('ArrowRight');
  await keyboard.press('+');
  await main.getByText('All 2 cells are confirmed.').waitFor();
  await main.getByText(/^Least inconsistent: A \\u\{202e\}campaign/).waitFor();
  await grid.getByRole('rowheader', { name: /would change what is least inconsistent/ }).waitFor();
  await main.getByText('Without it none is least inconsistent.').waitFor();

  // Filled from the analysis: much proposed, nothing confirmed.
  await toFinding(CLAIM);
  await person.button('Fill from the analysis').click();
  await dialog.getByText(/^Nothing is confirmed by it/).waitFor();
  const chosen = await dialog.getByRole('checkbox', { checked: true }).count();
  expect(chosen).toBeGreaterThan(0);
  expect(chosen).toBeLessThan(5);
  await look(page, 'hypotheses-fill');
  await dialog.getByRole('button', { name: 'Fill in' }).click();
  await status(/^\d+ hypotheses and \d+ rows of evidence added, none confirmed\.$/);
  await main.getByText(/^(\d+) of \1 cells are not confirmed\.$/).waitFor();
  await main.getByText('No cell is confirmed, so nothing is weighed yet.').waitFor();
  await show();
  await look(page, 'hypotheses-proposed');

  // A row by keyboard: confirm what is proposed, then the rest by number.
  const cells = grid.getByRole('row').nth(1).getByRole('gridcell').locator('.ach-sign');
  const signs = () => cells.allInnerTexts();
  const before = await signs();
  expect(before[0]).toMatch(/^\(.+\) \?$/);
  await cells.first().click();
  await keyboard.press('Enter');
  await expect.poll(async () => (await signs())[0]).toBe(before[0].slice(1, -3));
  for (let column = 1; column < before.length; column++) {
    await keyboard.press('ArrowRight');
    await keyboard.press(column % 2 === 0 ? '2' : '1');
    await expect.poll(async () => (await signs())[column]).toBe(column % 2 === 0 ? '−' : '−−');
  }
  // Keys that mean a view elsewhere mean a rating here.
  await page.getByRole('heading', { name: CLAIM, level: 1 }).waitFor();
  await grid.getByRole('columnheader', { name: /, least inconsistent/ }).waitFor();
  expect(await main.getByText(/not fairly comparable/).count()).toBe(0);
  await keyboard.press('Delete');
  await main.getByText(/not fairly comparable yet: 1 of \d+ rows is confirmed for some/).waitFor();
  await keyboard.press('Control+z');
  await main.getByText(/not fairly comparable/).waitFor({ state: 'detached' });
  // Another by the mouse.
  await grid.getByRole('row').nth(2).getByRole('gridcell').first().click();
  await grid
    .getByRole('row')
    .nth(2)
    .getByRole('gridcell', { name: /A distillation campaign/ })
    .click();
  await person.button(/^− 2\s+inconsistent$/).click();
  await page.getByText(/^Confirmed as inconsistent by A\. Investigator, 20/).waitFor();
  await show();
  await look(page, 'hypotheses-rated');

  // Sorted, then a row whose words are no longer the analysis's.
  await main.getByRole('radio', { name: 'most diagnostic first' }).check();
  const numbers = (await grid.locator('tbody td:nth-of-type(2)').allInnerTexts()).map((text) =>
    text === '–' ? -1 : Number(text),
  );
  expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
  await main.getByRole('radio', { name: 'in their own order' }).check();
  const head = grid.getByRole('rowheader').nth(2);
  await head.click();
  await keyboard.press('Enter');
  await dialog.getByLabel('What was observed').fill('In words of my own');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await grid.getByRole('rowheader', { name: /the analysis puts it in other words today/ }).waitFor();
  await main.getByText('Today the analysis says:').waitFor();
  await look(page, 'hypotheses-row');
  await person.button('Take these words').click();
  await main.getByText('Today the analysis says:').waitFor({ state: 'detached' });

  // Rows and columns move by their heads.
  const titles = async () =>
    (await grid.getByRole('columnheader').locator('.ach-title').allInnerTexts()).slice(0, 2);
  const [one, two] = (await titles()) as [string, string];
  await grid.getByRole('columnheader', { name: new RegExp(`^${one}`) }).click();
  await keyboard.press('Shift+ArrowRight');
  await expect.poll(titles).toEqual([two, one]);
  await picture(page, 'hypotheses-column');
  await person.button('Remove').last().click();
  await status(/^Hypothesis removed with its ratings/);
  await keyboard.press('Control+z');
  await expect.poll(titles).toEqual([two, one]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await main
    .getByRole('heading', { name: /^What carries this/ })
    .evaluate((element) => element.scrollIntoView());
  await look(page, 'hypotheses-carries');

  // Merged from the list, split on the page of the operator.
  await page.setViewportSize({ width: 1100, height: 760 });
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Operators' }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.focus();
  await keyboard.press('Home');
  await person.button('Merge with…').click();
  await dialog.getByRole('checkbox', { name: new RegExp(`^${second} `) }).check();
  await dialog.getByText('Merges 2 operators.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Merge' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Name of the group').fill('<i>Orchard</i>');
  await dialog.getByLabel('Reason').fill('Both were paid for by one card, as the bank confirmed by letter.');
  await look(page, 'groups-merge');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  const groups = page.getByRole('region', { name: 'Groups made by people' });
  await groups.getByText('1 group made by people, not computed').waitFor();
  await groups.getByText(/^put together by A\. Investigator, not computed/).waitFor();
  await groups.getByRole('heading', { name: '<i>Orchard</i>' }).waitFor();
  await look(page, 'groups-list');
  await list.getByRole('button', { name: first, exact: true }).click();
  await groups.waitFor();
  await person.button('Split off…').click();
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByLabel('Name of the group').fill('Not of them');
  await dialog.getByLabel('Reason').fill('Its owner was seen at work.');
  await look(page, 'groups-split');
  await dialog.getByRole('button', { name: 'Split off' }).click();
  await groups.getByText(/^kept apart by A\. Investigator, not computed/).waitFor();
  await groups
    .getByText(/Overlaps:/)
    .first()
    .waitFor();
  await look(page, 'groups-operator');
  await person.button('Dissolve Not of them').click();
  const split = groups.getByRole('heading', { name: 'Not of them' });
  await split.waitFor({ state: 'detached' });
  await keyboard.press('Control+z');
  await split.waitFor();

  // Two accounts, one customer.
  await person.goTo('Accounts');
  const rows = page.getByRole('grid', { name: 'Accounts' }).getByRole('row');
  await rows.nth(1).click();
  await rows.nth(3).click({ modifiers: ['Shift'] });
  await person.button('Same customer…').click();
  await dialog.getByRole('radio', { name: 'are one and the same customer' }).waitFor();
  await dialog.getByLabel('Name of the group').fill('One customer');
  await dialog.getByLabel('Reason').fill('Their contract says so.');
  await look(page, 'groups-identity');
  await dialog.getByRole('button', { name: 'Keep this' }).click();
  await status(/^Kept as one customer/);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Operators' }).click();
  await groups.getByText('3 accounts, one and the same customer').waitFor();
  await picture(page, 'groups-all');
});
