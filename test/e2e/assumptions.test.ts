import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analysedCase } from './analysed-case.ts';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const look = (page: Page, name: string) => lookAt(page, `assumptions-${name}`);
const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replace('< ', '')));
const isFalling = (scores: readonly number[]) =>
  scores.every((score, at) => at === 0 || score <= scores[at - 1]);
const falling = (scores: readonly number[]) => scores.toSorted((a, b) => b - a);

test('a prior and the assumptions of a harvest are changed in place, and words and figures follow', async () => {
  const path = await analysedCase(tempFolder());
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  await person.openCase(path, null);
  await page.getByRole('grid', { name: 'Accounts' }).waitFor();
  await keyboard.press('2');
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.getByRole('button', { name: /^O-/ }).first().waitFor();

  const prior = page.getByRole('region', { name: 'Prior', exact: true });
  const slider = prior.getByRole('slider');
  const number = prior.getByRole('textbox', { name: 'Prior' });
  // Rows out of sight are not there: the foremost always are.
  const column = async (key: string) =>
    (await list.locator(`[data-column=${key}]`).allInnerTexts()).slice(0, 15);
  const scores = async () => numbers(await column('score'));
  await prior.getByText('default 1 %, as analysed').waitFor();
  expect(await number.inputValue()).toBe('1');
  expect(await prior.getByText(/^assumed by/).count()).toBe(0);
  const atOne = await scores();
  const words = await column('campaign');
  const findings = async () => {
    const [ids, ...words] = await Promise.all(
      ['operator', 'together', 'extraction', 'access'].map((key) => column(key)),
    );
    return new Map(ids.map((id, at) => [id, words.map((one) => one[at])]));
  };
  const atFirst = await findings();

  await slider.focus();
  for (const _ of ['2 %', '5 %', '10 %']) await keyboard.press('ArrowRight');
  await prior.getByText(/^assumed by /).waitFor();
  await expect.poll(() => number.inputValue()).toBe('10');
  expect(await slider.getAttribute('aria-valuetext')).toBe('10 % of accounts');
  await expect.poll(scores).not.toEqual(atOne);
  // The order and the rows are two answers.
  await expect.poll(async () => isFalling(await scores())).toBe(true);
  const atTen = await scores();
  expect(Math.max(...atTen)).toBeGreaterThan(Math.max(...atOne) - 0.001);
  expect(await column('campaign')).not.toEqual(words);
  // The three findings do not rest on the prior.
  const now = [...(await findings())].filter(([id]) => atFirst.has(id));
  expect(now.length).toBeGreaterThan(5);
  for (const [id, words] of now) expect(words).toEqual(atFirst.get(id));
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
  await expect.poll(async () => isFalling(await scores())).toBe(true);
  const atThree = await scores();

  const [first] = await column('operator');
  await list.getByRole('button', { name: first, exact: true }).click();
  await page.getByRole('heading', { name: `Operator ${first}`, level: 1 }).waitFor();
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
  const rowScores = async () => numbers(await page.locator('.list-body .score-cell .number').allInnerTexts());
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
