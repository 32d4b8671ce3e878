import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { writeSample } from '../../electron/engine/sample/write-sample.ts';
import { CALIBRATION_NOTE } from '../../shared/contract/analysis.ts';
import { openApp, picture, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const ANALYSIS_MS = 90_000;

const look = (page: Page, name: string) => lookAt(page, `analysis-${name}`);

/** The strips and their figures, columns, sorting, and a tag for all accounts of several operators, undone as one. */
async function walkOperators(page: Page, ids: readonly string[]): Promise<void> {
  const { keyboard } = page;
  const list = page.getByRole('grid', { name: 'Operators' });
  const column = (key: string) => list.locator(`[data-column=${key}]`);
  const strips = list.getByRole('img', { name: / accounts? \d+ below the 5th percentile of its cohort, / });
  expect(await strips.count()).toBeGreaterThan(5);
  const words = await column('spread').first().innerText();
  const [, outside, placed] = /^(\d+) of (\d+) (?:placed )?outside/.exec(words) ?? [];
  await page.getByRole('button', { name: 'Show in figures' }).click();
  const figures = await column('spread').first().innerText();
  const [below, inside, above] = figures.match(/\d+(?= (?:below|in band|above))/g)?.map(Number) ?? [];
  expect(below + above).toBe(Number(outside));
  expect(below + inside + above).toBe(Number(placed));
  expect(await strips.count()).toBe(0);
  await page.getByRole('button', { name: 'Show in figures' }).click();

  const sizes = async () => (await column('accounts').allInnerTexts()).map(Number);
  await list.getByRole('button', { name: 'Accounts', exact: true }).click();
  await expect
    .poll(async () => {
      const now = await sizes();
      return now.every((size, at) => at === 0 || size <= now[at - 1]);
    })
    .toBe(true);
  await list.getByRole('button', { name: 'Campaign', exact: true }).click();
  // Rows out of sight are not there.
  await expect
    .poll(async () => (await column('operator').allInnerTexts()).slice(0, 10))
    .toEqual(ids.slice(0, 10));

  await page.getByRole('main').getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Score' }).uncheck();
  await page.getByRole('button', { name: 'Move Strongest reason left' }).click();
  await keyboard.press('Escape');
  const heads = await list.getByRole('columnheader').allInnerTexts();
  expect(heads).not.toContain('Score');
  expect(heads.indexOf('Strongest reason')).toBe(heads.indexOf('Accounts in their cohorts') - 1);
  await page.getByRole('main').getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'As at first' }).click();
  await keyboard.press('Escape');

  await list.focus();
  await keyboard.press('Home');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  const accounts = (await sizes()).slice(0, 3).reduce((sum, size) => sum + size, 0);
  const chosen = page.getByRole('region', { name: 'Selected operators' });
  await chosen.getByText(`3 selected, with ${accounts} accounts`, { exact: true }).waitFor();
  await look(page, 'operators-selected');
  await chosen.getByRole('button', { name: 'Tag these' }).click();
  await page.getByLabel('Tag for the selected operators').fill('to review');
  await chosen.getByRole('button', { name: `Tag ${accounts} accounts` }).click();
  await page.getByText(`${accounts} accounts tagged`, { exact: false }).waitFor();
  const noted = page.getByRole('navigation', { name: 'Views' }).getByRole('listitem');
  const tags = noted.filter({ hasText: 'Annotations' });
  await tags.getByText(String(accounts), { exact: true }).waitFor();
  await list.focus();
  await keyboard.press('Control+z');
  await tags.getByText('0', { exact: true }).waitFor();
  await keyboard.press('Escape');
  await chosen.waitFor({ state: 'detached' });
}

test('an analysis is run, cancelled, gone stale, and walked from its operators to an account', async () => {
  const folder = tempFolder();
  await writeSample(join(folder, 'sample'), { size: 'S', seed: 1 });
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const note = page.getByText(CALIBRATION_NOTE).first();
  await person.sampleCase(join(folder, 'sample.swcase'));

  await page.getByRole('grid', { name: 'Accounts' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Takes part' }).count()).toBe(0);
  await keyboard.press('2');
  await page.getByRole('heading', { name: 'No analysis yet' }).waitFor();
  await look(page, 'empty');

  await main.getByRole('button', { name: 'Analyse' }).click();
  await dialog.getByText('Advanced').click();
  const seed = dialog.getByLabel('Seed');
  expect(await seed.inputValue()).toBe('1');
  await seed.fill('-1');
  await keyboard.press('Enter');
  await dialog.getByText('Type a whole number from 0 to 4294967295.').waitFor();
  await look(page, 'dialog');
  await seed.fill('1');
  await keyboard.press('Enter');
  await main.getByRole('progressbar', { name: 'Analysis progress' }).waitFor();
  await main.getByText(/^(?:templates|signals|linking)/).waitFor();
  await picture(page, 'analysis-running');
  await person.button('Cancel analysis').click();
  await page.getByText(/^The analysis was cancelled\./).waitFor();
  await page.getByRole('heading', { name: 'No analysis yet' }).waitFor();
  await look(page, 'cancelled');

  await main.getByRole('button', { name: 'Analyse' }).click();
  await dialog.getByRole('button', { name: 'Analyse' }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.waitFor({ timeout: ANALYSIS_MS });
  await note.waitFor();
  expect(await page.getByText(/^Sources came or went/).count()).toBe(0);

  await person.beginImport(join(folder, 'sample', 'accounts.csv'));
  await person.runImport();
  await keyboard.press('2');
  await page.getByText(/^Sources came or went/).waitFor();
  await look(page, 'stale');
  await person.button('Analyse again').click();
  await dialog.getByRole('button', { name: 'Analyse' }).click();
  await page.getByText(/^Sources came or went/).waitFor({ state: 'detached', timeout: ANALYSIS_MS });
  await list.getByRole('button', { name: /^O-/ }).first().waitFor();
  const ids = await list.locator('[data-column=operator]').allInnerTexts();
  expect(ids.length).toBeGreaterThan(5);

  await list.focus();
  await keyboard.press('j');
  await keyboard.press('ArrowDown');
  await keyboard.press('k');
  await look(page, 'operators');
  await walkOperators(page, ids);
  await keyboard.press('Home');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: `Operator ${ids[0]}`, level: 1 }).waitFor();
  for (const finding of ['Act together', 'Extraction', 'Access'])
    await page.getByRole('region', { name: finding, exact: true }).getByText('Confidence').waitFor();
  await note.waitFor();
  await look(page, 'operator');

  await page
    .getByRole('heading', { name: /^What ties the accounts/ })
    .evaluate((element) => element.scrollIntoView());
  await look(page, 'operator-evidence');
  await page
    .getByRole('heading', { name: /^The link of two/ })
    .evaluate((element) => element.scrollIntoView());
  await page.getByLabel('To', { exact: true }).selectOption({ index: 1 });
  const steps = page.getByRole('table', { name: 'The link, item by item' });
  const figures = (column: number) => steps.locator(`tbody td:nth-of-type(${column})`).allInnerTexts();
  const bits = (await figures(3)).map((text) => Number(text.replace('−', '-')));
  const sums = (await figures(4)).map((text) => Number(text.replace('−', '-')));
  expect(bits.length).toBeGreaterThan(2);
  expect(bits.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBeCloseTo(bits.at(-1) as number, 0);
  expect(sums.at(-1)).toBe(sums.at(-2));
  await page.getByRole('img', { name: /^From a prior of −/ }).waitFor();
  await look(page, 'operator-waterfall');
  await page.getByRole('heading', { name: /^Signals/ }).evaluate((element) => element.scrollIntoView());
  await page.getByText('Innocent explanations').first().click();
  await look(page, 'operator-signals');
  await page
    .getByRole('heading', { name: /^What it would have taken/ })
    .evaluate((element) => element.scrollIntoView());
  await look(page, 'operator-harvest');

  const member = page.getByRole('table', { name: 'Accounts of the operator' }).getByRole('button').first();
  const account = await member.innerText();
  await member.click();
  await page.getByRole('heading', { name: account, level: 1 }).waitFor();
  await page.getByRole('heading', { name: /^Analysis/ }).evaluate((element) => element.scrollIntoView());
  await page.getByRole('table', { name: 'The link, item by item' }).waitFor();
  await look(page, 'account');
  await page.getByRole('heading', { name: /^Links/ }).evaluate((element) => element.scrollIntoView());
  await look(page, 'account-links');
  await keyboard.press('Alt+ArrowLeft');
  await page.getByRole('heading', { name: `Operator ${ids[0]}`, level: 1 }).waitFor();

  await keyboard.press('2');
  await list.waitFor();
  await list.getByRole('button', { name: /^O-/ }).first().waitFor();
  const sizes = await list.locator('[data-column=accounts]').allInnerTexts();
  const large = sizes.map(Number).findIndex((accounts) => accounts >= 20 && accounts <= 60);
  expect(large).toBeGreaterThanOrEqual(0);
  await list.getByRole('button', { name: ids[large], exact: true }).click();
  const matrix = page.getByRole('img', { name: /^\d+ links between/ });
  await matrix.evaluate((element) => element.scrollIntoView());
  await page.getByText(/links as a table$/).click();
  const links = page.getByRole('table', { name: 'Links of the operator' });
  const [strongest] = await links.locator('tbody td:nth-child(3)').allInnerTexts();
  expect(await steps.locator('.total td').last().innerText()).toBe(strongest);
  await links.getByRole('button', { name: 'Take apart' }).nth(12).click();
  const [from, to] = (await links.locator('tbody tr').nth(12).locator('td.mono').allInnerTexts()) as [
    string,
    string,
  ];
  await expect.poll(() => page.getByLabel('From', { exact: true }).inputValue()).toBe(from);
  expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe(to);
  await matrix.locator('.matrix-cell').last().click();
  await expect.poll(() => page.getByLabel('From', { exact: true }).inputValue()).not.toBe(from);
  await matrix.evaluate((element) => element.scrollIntoView());
  await look(page, 'operator-large');

  await keyboard.press('2');
  await person.button('Accounts by score').click();
  await page.getByRole('columnheader', { name: 'Takes part', exact: false }).waitFor();
  const rows = page.getByRole('grid', { name: 'Accounts' }).getByRole('row');
  await rows.nth(1).getByText(account).waitFor();
  await rows.nth(1).click();
  await look(page, 'accounts');
  const heads = () => page.getByRole('columnheader').allInnerTexts();
  expect(await heads()).toContain('Strongest signal');
  expect(await heads()).not.toContain('Failed');
  await person.button('Columns').click();
  await page.getByRole('checkbox', { name: 'Failed' }).check();
  await person.button('Move Operator left').click();
  await look(page, 'columns');
  await keyboard.press('Escape');
  const chosen = await heads();
  expect(chosen).toContain('Failed');
  expect(chosen.indexOf('Operator')).toBe(chosen.indexOf('Strongest signal') - 1);
  const scores = (await page.locator('.list-body .score-cell .number').allInnerTexts()).map((text) =>
    Number(text.replace('< ', '')),
  );
  expect(scores.length).toBeGreaterThan(10);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  await rows.nth(1).getByRole('button', { name: ids[0] }).click();
  await page.getByRole('heading', { name: `Operator ${ids[0]}`, level: 1 }).waitFor();
}, 300_000);

/** Requests of 40 accounts; two of them, whose names are hostile, share a hostile organisation and prompts. */
function hostileLog(path: string, names: readonly string[], organization: string): void {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: 1200 }, (_, at) => {
    const account = at % 40;
    const time = new Date(Date.UTC(2026, 4, 4, 8, at)).toISOString();
    const shared = account < names.length;
    const fields = [
      time,
      shared ? names[account] : `ac_${account}`,
      shared ? organization : `org_${account}`,
      shared
        ? `<script>alert(${at})</script> rate answer ${at} of the list \u202e`
        : `what is ${account} ${at}`,
      '200',
      '10',
      '20',
    ];
    return fields.map(quoted).join(',');
  });
  const header = 'timestamp,account_id,organization_id,prompt_text,status,input_tokens,output_tokens';
  writeFileSync(path, `${header}\n${lines.join('\n')}\n`);
}

test('what an analysis shows of hostile accounts, values and prompts is text', async () => {
  const folder = tempFolder();
  const names = ['ac_\u202eevil', '<img src=x onerror=alert(1)>'];
  const log = join(folder, 'log.csv');
  hostileLog(log, names, '<b>org</b>');
  const person = await openApp();
  const { page } = person;
  await person.newCase(join(folder, 'case.swcase'), 'Hostile', null);
  await person.beginImport(log);
  await person.runImport();
  await page.keyboard.press('2');
  await page.getByRole('main').getByRole('button', { name: 'Analyse' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Analyse' }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.waitFor({ timeout: ANALYSIS_MS });
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'The link, item by item' }).getByText('<b>org</b>').waitFor();
  await page.getByRole('button', { name: 'ac_\\u{202e}evil', exact: true }).click();
  await page.getByRole('table', { name: 'Links', exact: true }).getByText(names[1]).waitFor();
  await page.getByRole('table', { name: 'The link, item by item' }).waitFor();
  await picture(page, 'analysis-hostile');
  const made = await page.evaluate(() => document.querySelectorAll('main img, main b, main script').length);
  expect(made).toBe(0);
  expect(await page.getByRole('main').innerText()).not.toMatch(/\u202e/);
});
