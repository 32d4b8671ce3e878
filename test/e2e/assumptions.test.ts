import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const ANALYSIS_MS = 240_000;

const look = (page: Page, name: string) => lookAt(page, `assumptions-${name}`);
const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replace('< ', '')));
const falling = (scores: readonly number[]) => scores.toSorted((a, b) => b - a);

test('a prior and the assumptions of a harvest are changed in place, and words and figures follow', async () => {
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  await person.sampleCase(join(tempFolder(), 'sample.swcase'));
  await page.getByRole('grid', { name: 'Accounts' }).waitFor();
  await keyboard.press('2');
  await main.getByRole('button', { name: 'Analyse' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Analyse' }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.waitFor({ timeout: ANALYSIS_MS });

  const prior = page.getByRole('region', { name: 'Prior', exact: true });
  const slider = prior.getByRole('slider');
  const number = prior.getByRole('textbox', { name: 'Prior' });
  const column = (at: number) => list.getByRole('row').locator(`td:nth-child(${at})`).allInnerTexts();
  const scores = async () => numbers(await column(5));
  await prior.getByText('default 1 %, as analysed').waitFor();
  expect(await number.inputValue()).toBe('1');
  expect(await prior.getByText(/^assumed by/).count()).toBe(0);
  const atOne = await scores();
  const words = await column(4);
  const findings = new Map((await column(1)).map((id, at) => [id, at]));
  const [together, extraction, access] = await Promise.all([column(6), column(7), column(8)]);

  await slider.focus();
  for (const _ of ['2 %', '5 %', '10 %']) await keyboard.press('ArrowRight');
  await prior.getByText(/^assumed by /).waitFor();
  await expect.poll(() => number.inputValue()).toBe('10');
  expect(await slider.getAttribute('aria-valuetext')).toBe('10 % of accounts');
  await expect.poll(scores).not.toEqual(atOne);
  const atTen = await scores();
  expect(atTen).toEqual(falling(atTen));
  expect(Math.max(...atTen)).toBeGreaterThan(Math.max(...atOne) - 0.001);
  expect(await column(4)).not.toEqual(words);
  // The three findings do not rest on the prior.
  const ids = await column(1);
  const before = ids.map((id) => findings.get(id) as number);
  expect(await column(6)).toEqual(before.map((at) => together[at]));
  expect(await column(7)).toEqual(before.map((at) => extraction[at]));
  expect(await column(8)).toEqual(before.map((at) => access[at]));
  await prior.getByText('What it moves').click();
  await look(page, 'operators');
  await prior.getByText('What it moves').click();

  await number.fill('120');
  await prior.getByText('The prior is a share of accounts from 0.01 % to 50 %.').waitFor();
  await keyboard.press('Escape');
  expect(await number.inputValue()).toBe('10');
  await number.fill('3,5');
  await keyboard.press('Enter');
  await prior.getByText('Reset to 1 %').waitFor();
  await expect.poll(scores).not.toEqual(atTen);
  const atThree = await scores();

  await list.getByRole('button', { name: ids[0], exact: true }).click();
  await page.getByRole('heading', { name: `Operator ${ids[0]}`, level: 1 }).waitFor();
  await expect.poll(() => number.inputValue()).toBe('3.5');
  await look(page, 'operator');

  const estimated = page.getByRole('table', { name: 'Estimated' });
  const assumed = page.getByRole('table', { name: 'Assumed' });
  const figures = async () =>
    Promise.all([
      estimated.getByRole('row', { name: /^Training samples/ }).innerText(),
      estimated.getByRole('row', { name: /^Cost at list price/ }).innerText(),
    ]);
  await assumed.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const [samples, cost] = await figures();
  const kept = assumed.getByRole('textbox', { name: /^Kept after cleaning, best guess/ });
  expect(await kept.inputValue()).toBe('80');
  await kept.fill('40');
  await assumed.getByText('The low end must not be above the best guess.').waitFor();
  expect(await figures()).toEqual([samples, cost]);
  await look(page, 'harvest-refused');
  await assumed.getByRole('textbox', { name: /^Kept after cleaning, low/ }).fill('30');
  await expect.poll(figures).not.toEqual([samples, cost]);
  const [fewer] = await figures();
  expect(await assumed.getByText(/^assumed by/).count()).toBe(0);
  await keyboard.press('Enter');
  const keptRow = assumed.getByRole('row', { name: /^Kept after cleaning/ });
  await keptRow.getByText(/^assumed by/).waitFor();
  await keptRow.getByText('50 – 100, best guess 80').waitFor();
  expect(await figures()).toEqual([fewer, cost]);

  const price = assumed.getByRole('textbox', { name: /^Price of output tokens, high/ });
  await price.fill('150');
  await price.blur();
  await assumed
    .getByRole('row', { name: /^Price of output/ })
    .getByText(/^assumed by/)
    .waitFor();
  expect((await figures())[1]).not.toBe(cost);
  const counted = assumed.getByRole('checkbox', { name: 'Requests that look like cover count' });
  const withCover = await figures();
  await counted.uncheck();
  await expect.poll(figures).not.toEqual(withCover);
  await assumed.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await look(page, 'harvest');

  await keyboard.press('Control+z');
  await expect.poll(figures).toEqual(withCover);
  expect(await counted.isChecked()).toBe(true);
  await keyboard.press('Control+Shift+z');
  await expect.poll(() => counted.isChecked()).toBe(false);
  await assumed.getByRole('button', { name: 'Reset Requests that look like cover' }).click();
  await expect.poll(figures).toEqual(withCover);
  await assumed.getByRole('button', { name: 'Reset Kept after cleaning' }).click();
  await assumed.getByRole('button', { name: 'Reset Price of output tokens' }).click();
  await expect.poll(figures).toEqual([samples, cost]);

  const member = page.getByRole('table', { name: 'Accounts of the operator' }).getByRole('button').first();
  const account = await member.innerText();
  await member.click();
  await page.getByRole('heading', { name: account, level: 1 }).waitFor();
  await page.getByRole('heading', { name: /^Analysis/ }).evaluate((element) => element.scrollIntoView());
  const score = main.getByRole('region', { name: /^Analysis/ }).getByText(/^score 0\.\d+/);
  const onAccount = await score.innerText();
  await look(page, 'account');

  await keyboard.press('2');
  await list.waitFor();
  await person.button('Accounts by score').click();
  const rows = page.getByRole('grid', { name: 'Accounts' }).getByRole('row');
  const rowScores = async () =>
    numbers(await page.locator('.account-body .score-cell .number').allInnerTexts());
  await expect.poll(async () => (await rowScores()).length).toBeGreaterThan(10);
  expect(`score ${(await rows.nth(1).locator('.score-cell .number').innerText()).trim()}`).toBe(onAccount);
  const table = await rowScores();
  expect(table).toEqual(falling(table));
  await look(page, 'accounts');
  await prior.getByRole('button', { name: 'Reset to 1 %' }).click();
  await expect.poll(() => number.inputValue()).toBe('1');
  await expect.poll(rowScores).not.toEqual(table);
  const back = await rowScores();
  expect(back).toEqual(falling(back));

  await keyboard.press('2');
  await expect.poll(scores).toEqual(atOne);
  await keyboard.press('Control+z');
  await expect.poll(scores).toEqual(atThree);
}, 300_000);
