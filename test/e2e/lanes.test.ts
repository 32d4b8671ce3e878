import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analysedCase } from './analysed-case.ts';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const look = (page: Page, name: string) => lookAt(page, `lanes-${name}`);

test('an operator is seen as lanes: arranged, zoomed to single requests, brushed, read as tables', async () => {
  const path = await analysedCase(tempFolder());
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  await person.openCase(path, null);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Operators' }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.waitFor();
  await list.getByRole('button', { name: 'O-1', exact: true }).click();
  await page.getByRole('heading', { name: 'Operator O-1', level: 1 }).waitFor();

  const chart = page.getByRole('application', { name: /^3 lanes over time/ });
  await chart.waitFor();
  await page.getByText(/followed within two days by a lane/).waitFor();
  await page.getByRole('heading', { name: /^Lanes/ }).evaluate((element) => element.scrollIntoView());
  await look(page, 'operator');

  await page.getByRole('main').getByRole('button', { name: 'Lanes', exact: true }).click();
  const main = page.getByRole('main', { name: 'Lanes' });
  await main.waitFor();
  await page.getByText(/followed within two days by a lane/).waitFor();
  await page.getByText(/^Variance over mean|^Evenness cannot be told/).waitFor();
  await page.getByRole('img', { name: /^Times between successive requests/ }).waitFor();
  await look(page, 'view');
  await page
    .getByRole('region', { name: 'Times between requests' })
    .evaluate((element) => element.scrollIntoView());
  await look(page, 'below');
  await main.evaluate((element) => element.scrollTo({ top: 0 }));

  // From lane to lane by keyboard; pinned on top, hidden, and all taken back.
  await chart.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  const line = page.locator('.lanes-line');
  const account = await line.locator('strong').innerText();
  await keyboard.press('p');
  await line.getByRole('button', { name: 'Unpin' }).waitFor();
  await keyboard.press('h');
  await page.getByRole('button', { name: 'Show 1 hidden lane' }).waitFor();
  await page.getByText(/2 of 3 lanes/).waitFor();
  await person.button('Undo arrangement').click();
  await page.getByText(/3 of 3 lanes/).waitFor();
  await person.button('Reset lanes').click();
  expect(await person.button('Reset lanes').isDisabled()).toBe(true);

  // A brush proposes, Enter commits.
  const box = (await chart.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.5, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 30, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.7, box.y + 30, { steps: 4 });
  await page.mouse.up();
  await person.button(/^Apply/).waitFor();
  await look(page, 'proposed');
  await keyboard.press('Enter');
  await page.getByText(/^time filter/).waitFor();
  await keyboard.press('Delete');
  await page.getByText(/^time filter/).waitFor({ state: 'detached' });

  // A range beside all time, on equal scales.
  await page.mouse.move(box.x + box.width * 0.3, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 30, { steps: 8 });
  await page.mouse.up();
  await keyboard.press('Enter');
  await page.getByText(/^time filter/).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Compare', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Compare', level: 1 }).waitFor();
  for (const side of ['A', 'B']) {
    await page
      .getByRole('region', { name: `Side ${side}`, exact: true })
      .getByRole('img', { name: /^Requests per/ })
      .waitFor();
  }
  await page.getByRole('table', { name: /^Models/ }).waitFor();
  await look(page, 'compare');
  await person.button('A').click();
  await page
    .getByRole('grid', { name: /of side A/ })
    .last()
    .waitFor();
  await page.getByRole('heading', { name: /^Shares/ }).evaluate((element) => element.scrollIntoView());
  await look(page, 'compare-shares');
  await keyboard.press('Alt+ArrowLeft');
  await chart.waitFor();
  await chart.focus();
  await keyboard.press('Delete');
  await page.getByText(/^time filter/).waitFor({ state: 'detached' });

  // The succession as a table, and down to single requests.
  await page.getByLabel('Table', { exact: true }).selectOption('succession');
  const hand = page.getByRole('grid', { name: /^Stops that another lane/ });
  expect(await hand.getByRole('row').count()).toBe(3);
  await page.getByLabel('Table', { exact: true }).selectOption('lanes');
  const table = page.getByRole('grid', { name: /^Lanes in the order drawn/ });
  await table.getByText(account, { exact: true }).waitFor();
  await look(page, 'table');
  await page.getByLabel('Table', { exact: true }).selectOption('none');
  await chart.focus();
  await keyboard.press('ArrowDown');
  for (let i = 0; i < 9; i++) await keyboard.press('w');
  await keyboard.press('.');
  await page.getByText('Single requests', { exact: true }).waitFor();
  await look(page, 'single');
  await keyboard.press('f');

  // Any selection of accounts, in an order by similarity.
  await person.button('Other accounts').click();
  const operators = page.getByLabel('Operator', { exact: true });
  const [large] = (await operators.locator('option').allInnerTexts()).filter((text) =>
    /, [2-9]\d accounts/.test(text),
  );
  await operators.selectOption({ label: large });
  const many = page.getByRole('application', { name: /^[2-9]\d lanes over time/ });
  await many.waitFor();
  await page.getByLabel('Sort by').selectOption('similarity');
  await page.getByText('working out').waitFor({ state: 'detached' });
  await look(page, 'similar');
  await page.getByLabel('Group by').selectOption('organisation');
  await look(page, 'grouped');

  // Under a filter only matching requests count, and whom it leaves out is said and can be shown.
  await page.getByRole('heading', { name: /^Lanes/, level: 1 }).click();
  await keyboard.press('Shift+F');
  await page.getByRole('combobox', { name: 'New condition' }).waitFor();
  await keyboard.type('status:429');
  await page.getByRole('option').first().waitFor();
  await keyboard.press('Enter');
  const matching = page.getByText(
    /^\d+ of [2-9]\d accounts match the filter; the other \d+ (is|are) left out\./,
  );
  await matching.waitFor();
  await page.getByText(/^[\d,]+ of [\d,]+ requests of these lanes count under the filter/).waitFor();
  await page.getByText(/^Not applied to the order by similarity.*: status 429\.$/).waitFor();
  await page.getByText('working out').waitFor({ state: 'detached' });
  await look(page, 'filtered');
  const [, inside, whole] = /^(\d+) of (\d+)/.exec(await matching.innerText()) ?? [];
  await page.getByRole('application', { name: new RegExp(`^${inside} lanes over time`) }).waitFor();
  await person.button(/^Show (these \d+|it) too/).click();
  await page.getByRole('application', { name: new RegExp(`^${whole} lanes over time`) }).waitFor();
  await page.getByLabel('Table', { exact: true }).selectOption('lanes');
  const lanesTable = page.getByRole('grid', { name: /^Lanes in the order drawn/ });
  await lanesTable.getByRole('columnheader', { name: 'of all its' }).waitFor();
  await look(page, 'outside');
  await page.getByLabel('Table', { exact: true }).selectOption('none');
  await person.button('Other accounts').click();
  const ofFilter = page.getByRole('button', { name: /^Accounts of the filter, / });
  const [ofAll] = /[\d,]+/.exec((await ofFilter.innerText()).replace('Accounts of the filter, ', '')) ?? [];
  await ofFilter.click();
  await page.getByRole('heading', { name: 'Lanes of the accounts of the filter', level: 1 }).waitFor();
  await page.getByRole('application', { name: new RegExp(`^${ofAll} lanes over time`) }).waitFor();
  await look(page, 'of-filter');
  await page.getByRole('main').getByRole('button', { name: 'Compare', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Compare', exact: true }).waitFor();
  await page.getByLabel('Kind of side B').selectOption('operator');
  await page.getByLabel('Name of side B').fill('O-1');
  await page.getByRole('form', { name: 'Side B' }).getByRole('button', { name: 'Set' }).click();
  await page.getByText(/^[\d,]+ of [\d,]+ requests of 3 accounts/).waitFor();
  await page
    .getByRole('table', { name: /^Statuses/ })
    .getByText('429')
    .waitFor();
  await look(page, 'compare-filtered');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByText(/^all [\d,]+ requests of 3 accounts/).waitFor();
  await keyboard.press('Alt+ArrowLeft');
  await keyboard.press('Alt+ArrowLeft');
  await keyboard.press('Alt+ArrowLeft');
  await keyboard.press('Alt+ArrowLeft');
  await many.waitFor();
  await many.focus();
  await keyboard.press('Home');
  const first = await line.locator('strong').innerText();
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: first, level: 1 }).waitFor();
}, 300_000);
