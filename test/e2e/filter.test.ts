import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analysedCase } from './analysed-case.ts';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const look = (page: Page, name: string) => lookAt(page, `filter-${name}`);

/** The bar, and what is read off it. */
function barOf(page: Page) {
  const bar = page.getByRole('region', { name: 'Filter', exact: true });
  const left = async () => {
    await bar.locator('output:not([aria-busy=true])').waitFor();
    const [requests, allRequests, accounts, allAccounts] = (await bar.locator('output').innerText())
      .replaceAll(',', '')
      .match(/\d+/g)!
      .map(Number);
    return { requests, allRequests, accounts, allAccounts };
  };
  const chip = (name: string | RegExp): Locator => bar.getByRole('button', { name, exact: true });
  return { bar, left, chip };
}

test('one filter: built by typing, clicking and brushing, followed by the views, undone, and emptied', async () => {
  const path = await analysedCase(tempFolder());
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  await person.openCase(path, null);
  await person.goTo('Accounts');
  const { bar, left, chip } = barOf(page);
  const all = await left();
  expect(all.requests).toBe(all.allRequests);
  expect(all.accounts).toBe(all.allAccounts);
  const grid = page.getByRole('grid', { name: 'Accounts' });
  await grid.getByRole('row').nth(2).getByRole('button').first().waitFor();
  await look(page, 'none');

  // Typed: a field, its values with counts, and the value.
  await keyboard.press('Shift+F');
  const field = page.getByRole('combobox', { name: 'New condition' });
  await field.waitFor();
  await page.getByRole('option', { name: /^model/ }).waitFor();
  await look(page, 'fields');
  await keyboard.type('model:');
  const first = page.getByRole('listbox', { name: 'Values of model' }).getByRole('option').first();
  await first.getByText(/requests$/).waitFor();
  const model = await first.locator('.mono').innerText();
  await look(page, 'values');
  await keyboard.press('Enter');
  await chip(`Condition: model is ${model}`).waitFor();
  const some = await left();
  expect(some.requests).toBeGreaterThan(0);
  expect(some.requests).toBeLessThan(all.requests);
  expect(some.allRequests).toBe(all.requests);
  await grid.getByRole('columnheader', { name: 'Matching' }).waitFor();
  await page.getByText(`${some.accounts} of ${all.accounts} accounts`, { exact: true }).waitFor();

  // By keys on the chip: its opposite, off and on, pinned.
  await chip(`Condition: model is ${model}`).focus();
  await keyboard.press('n');
  await chip(`Condition: model is not ${model}`).waitFor();
  expect((await left()).requests).toBe(all.requests - some.requests);
  await keyboard.press('d');
  await chip(`Condition: model is not ${model}, disabled`).waitFor();
  expect((await left()).requests).toBe(all.requests);
  await keyboard.press('d');
  await keyboard.press('n');
  await keyboard.press('p');
  await chip(`Condition: model is ${model}, pinned`).click();
  await bar.getByRole('button', { name: 'Unpin P' }).waitFor();
  await look(page, 'menu');
  await keyboard.press('Escape');

  // The panel of values: what it counts is what a click leaves.
  await page.getByRole('heading', { name: 'Accounts', level: 1 }).click();
  await keyboard.press('f');
  const statuses = page.getByRole('region', { name: /^status/ });
  await statuses.waitFor();
  await look(page, 'facets');
  const failing = statuses.getByRole('button').nth(1);
  const counted = Number((await failing.locator('.number').innerText()).replaceAll(',', ''));
  await failing.click();
  await bar.getByRole('button', { name: /^Condition: status/ }).waitFor();
  expect((await left()).requests).toBe(counted);
  const other = statuses.getByRole('button').first();
  await other.click({ modifiers: ['Alt'] });
  await bar.getByRole('button', { name: /^Condition: not status/ }).waitFor();
  await keyboard.press('f');
  await statuses.waitFor({ state: 'detached' });
  await bar.getByRole('button', { name: 'Clear all' }).click();
  expect((await left()).requests).toBe(some.requests);

  // The strip of time: brushed, dashed until Enter.
  const strip = page.getByRole('application', { name: /^Requests of the case over time/ });
  const box = (await strip.boundingBox())!;
  const brush = async (from: number, to: number) => {
    await page.mouse.move(box.x + box.width * from, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + 20, { steps: 6 });
    await page.mouse.up();
  };
  await brush(0.4, 0.6);
  await bar.getByRole('region', { name: 'Proposed condition' }).waitFor();
  expect((await left()).requests).toBe(some.requests);
  await look(page, 'proposed');
  await keyboard.press('Escape');
  await bar.getByRole('region', { name: 'Proposed condition' }).waitFor({ state: 'detached' });
  await brush(0.4, 0.6);
  await keyboard.press('Enter');
  const time = bar.getByRole('button', { name: /^Condition: from .* to .* Europe\/Berlin/ });
  await time.waitFor();
  const inTime = await left();
  expect(inTime.requests).toBeLessThan(some.requests);
  await bar.getByRole('button', { name: 'Table of time' }).click();
  await page.getByRole('grid', { name: /^Requests of the case per/ }).waitFor();
  await look(page, 'time');
  await bar.getByRole('button', { name: 'Table of time' }).click();

  // Back and forward bring the filter back.
  await keyboard.press('Alt+ArrowLeft');
  await time.waitFor({ state: 'detached' });
  expect((await left()).requests).toBe(some.requests);
  await keyboard.press('Alt+ArrowRight');
  await time.waitFor();
  expect(await left()).toEqual(inTime);

  // The time turned into all other time, and typed anew: what cannot be read stays as it was typed.
  await time.focus();
  await keyboard.press('n');
  const outside = bar.getByRole('button', { name: /^Condition: outside of .* Europe\/Berlin$/ });
  await outside.waitFor();
  expect((await left()).requests).toBe(some.requests - inTime.requests);
  await look(page, 'outside');
  await outside.focus();
  await keyboard.press('t');
  const form = page.getByRole('form', { name: 'Time of the filter' });
  const range = form.getByRole('textbox', { name: 'Time range, in Europe/Berlin' });
  await range.waitFor();
  expect(await form.getByRole('checkbox').isChecked()).toBe(true);
  await range.fill('last 7 dyas');
  await keyboard.press('Enter');
  await form.getByText('The filter stays as it is.', { exact: false }).waitFor();
  expect(await range.inputValue()).toBe('last 7 dyas');
  await look(page, 'time-unread');
  await keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await outside.waitFor();
  await page.getByRole('heading', { name: 'Accounts', level: 1 }).click();
  await keyboard.press('Shift+T');
  await range.fill('last 7 days');
  await form.getByText(/^Counted from the last request/).waitFor();
  const day = await form.getByLabel('From, date').inputValue();
  expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await form.getByLabel('From, time').fill('13:07');
  await form.getByText(`${day} 13:07 became ${day} 13:00`, { exact: false }).waitFor();
  await form.getByRole('checkbox').uncheck();
  await look(page, 'time-form');
  await range.focus();
  await keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await bar.getByRole('button', { name: new RegExp(`^Condition: from ${day} 13:00 to `) }).waitFor();
  await keyboard.press('Alt+ArrowLeft');
  await outside.waitFor();
  await keyboard.press('Alt+ArrowLeft');
  await time.waitFor();
  expect(await left()).toEqual(inTime);

  // An account under the filter; a bar of its page proposes.
  const account = await grid.getByRole('row').nth(1).getByRole('button').first().innerText();
  await grid.getByRole('row').nth(1).getByRole('button').first().click();
  await page.getByRole('main', { name: 'Account', exact: true }).waitFor();
  await page.getByText(/in front [\d,]+ that meet the filter$/).waitFor();
  await look(page, 'account');
  // Its list and its single requests follow the chips too.
  const list = page.locator('section.requests');
  await list.scrollIntoViewIfNeeded();
  await list.locator('tbody tr').first().waitFor();
  const models = await list.locator('tbody tr > td:nth-child(2)').allInnerTexts();
  expect(new Set(models)).toEqual(new Set([model]));
  const detail = page.getByRole('application', { name: /^Requests over time/ });
  await detail.scrollIntoViewIfNeeded();
  const plot = (await detail.boundingBox())!;
  await page.mouse.move(plot.x + plot.width * 0.55, plot.y + plot.height / 2);
  const single = page.getByText('Single requests', { exact: true });
  for (let turns = 0; turns < 60 && !(await single.isVisible()); turns++) await page.mouse.wheel(0, -400);
  await single.waitFor();
  // Out again, until some are in view.
  const inFront = page
    .locator('.timeline-readout p')
    .filter({ hasText: /^Single requests .*in front [1-9]/ });
  for (let turns = 0; turns < 40 && !(await inFront.isVisible()); turns++) {
    await page.mouse.wheel(0, 200);
    await single.waitFor();
  }
  await inFront.waitFor();
  await look(page, 'single');
  const use = page.getByRole('region', { name: /^What it used/ });
  await use.getByRole('row').nth(1).getByRole('button').click();
  await bar.getByRole('region', { name: 'Proposed condition' }).waitFor();
  await keyboard.press('Enter');
  await bar.getByRole('region', { name: 'Proposed condition' }).waitFor({ state: 'detached' });

  // Operators count what matches of each.
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Operators' }).click();
  await page.getByRole('columnheader', { name: 'Matching' }).waitFor();
  await look(page, 'operators');

  // What empties it is named, and dropped from there.
  await person.goTo('Accounts');
  await keyboard.press('Shift+F');
  await field.waitFor();
  await keyboard.type(`account:${account}`);
  await page.getByRole('option').first().waitFor();
  await keyboard.press('Enter');
  await bar.getByRole('button', { name: `Condition: account ${account}` }).waitFor();
  await keyboard.press('Shift+F');
  await field.waitFor();
  await keyboard.type('text:zyxwvutsrq');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Nothing meets the filter' }).waitFor();
  await look(page, 'empty');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'zyxwvutsrq' })
    .getByRole('button', { name: 'Drop this condition' })
    .click();
  await page.getByText(`1 of ${all.accounts} accounts`, { exact: true }).waitFor();
}, 300_000);

test('accounts are selected together, tagged as one act, filtered to, shown as lanes; the view is saved', async () => {
  const path = await analysedCase(tempFolder());
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  await person.openCase(path, null);
  await person.goTo('Accounts');
  const { bar, left, chip } = barOf(page);
  const grid = page.getByRole('grid', { name: 'Accounts' });
  const row = (at: number) => grid.getByRole('row').nth(at);
  await row(5).getByRole('button').first().waitFor();
  const selected = page.getByRole('region', { name: 'Selected accounts' });
  const cell = (at: number) => row(at).getByRole('gridcell').nth(4);

  await cell(1).click();
  await cell(4).click({ modifiers: ['Shift'] });
  await selected.getByText('4 selected', { exact: true }).waitFor();
  await cell(2).click({ modifiers: ['ControlOrMeta'] });
  await selected.getByText('3 selected', { exact: true }).waitFor();
  expect(await grid.locator('[role=row][aria-selected=true]').count()).toBe(3);
  await grid.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await selected.getByText(/^2 selected|^4 selected/).waitFor();
  await keyboard.press('Control+a');
  const { accounts } = await left();
  await selected.getByText(`${accounts} selected`, { exact: true }).waitFor();
  await keyboard.press('Escape');
  await selected.waitFor({ state: 'detached' });

  await cell(1).click();
  await cell(3).click({ modifiers: ['Shift'] });
  await look(page, 'selected');
  await selected.getByRole('button', { name: 'Tag these' }).click();
  await page.getByLabel('Tag for the selected accounts').fill('watch');
  await keyboard.press('Enter');
  await page.getByText('3 accounts tagged', { exact: false }).waitFor();
  await row(3).getByText('watch').waitFor();
  await page.getByRole('heading', { name: 'Accounts', level: 1 }).click();
  await keyboard.press('Control+z');
  await row(3).getByText('watch').waitFor({ state: 'detached' });
  await row(1).getByText('watch').waitFor({ state: 'detached' });
  await keyboard.press('Control+Shift+z');
  await row(1).getByText('watch').waitFor();

  await selected.getByRole('button', { name: 'Filter to these' }).click();
  await page.getByText(`3 of ${accounts} accounts`, { exact: true }).waitFor();
  await bar.getByRole('button', { name: 'Saved views' }).click();
  const menu = page.getByRole('region', { name: 'Saved views' });
  await menu.getByLabel('Name of the view').fill('Three to watch');
  await keyboard.press('Enter');
  await menu.getByText(/ 3 accounts$/).waitFor();
  await look(page, 'saved');
  await keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Clear all' }).click();
  await page.getByText(`${accounts} of ${accounts} accounts`, { exact: true }).waitFor();

  // What a filter hides stays selected.
  await keyboard.press('Shift+F');
  await keyboard.type('-tag:watch');
  await page
    .getByRole('option')
    .first()
    .getByText(/requests$/)
    .waitFor();
  await keyboard.press('Enter');
  await chip('Condition: not tag watch').waitFor();
  await selected.getByText('3 selected, 3 hidden by the filter', { exact: true }).waitFor();

  await bar.getByRole('button', { name: 'Saved views' }).click();
  await menu.getByRole('button', { name: 'Three to watch', exact: true }).click();
  await page.getByText(`3 of ${accounts} accounts`, { exact: true }).waitFor();
  await selected.getByRole('button', { name: 'Lanes of these' }).click();
  await page.getByRole('application', { name: /^3 lanes over time/ }).waitFor();
  await page.getByText('3 of 3 accounts match the filter.').waitFor();
  await person.goTo('Custody');
  await page.getByText('Save the view "Three to watch"', { exact: true }).waitFor();
  await look(page, 'custody');
}, 300_000);
