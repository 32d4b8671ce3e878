import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chooseNext } from '../../electron/dev/investigator.ts';
import { openApp, tempFolder } from './app.ts';
import { violations } from './look.ts';

const PASSPHRASE = 'right horse battery';

function log(folder: string): string {
  const lines = Array.from({ length: 300 }, (_, i) => {
    const time = `2026-05-0${1 + (i % 5)} ${String(i % 24).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}:00`;
    return `${time},ac_${i % 40},model-${i % 3},${i % 9 === 0 ? 429 : 200},${i},${i * 2}`;
  });
  lines.push('not a time,ac_1,model-0,200,1,1', ',,,,,');
  const path = join(folder, 'log.csv');
  writeFileSync(path, `timestamp,account_id,model,status,input_tokens,output_tokens\n${lines.join('\n')}\n`);
  return path;
}

describe.each(['light', 'dark'] as const)('in the %s theme axe-core finds nothing wrong with', (theme) => {
  test('every screen and dialog', async () => {
    const folder = tempFolder();
    const casePath = join(folder, 'case.swcase');
    const person = await openApp();
    const { page } = person;
    const check = async (screen: string) => expect(await violations(page), screen).toEqual([]);
    await person.chooseTheme(theme);
    await page.locator(`:root[data-theme="${theme}"]`).waitFor();

    await check('start');
    await person.button('New case').click();
    await person.button('Choose a place and create').click();
    await page.getByRole('dialog').getByRole('alert').first().waitFor();
    await check('new case, with what is missing');
    await page.keyboard.press('Escape');
    await person.newCase(casePath, 'Trial', PASSPHRASE);
    await check('empty accounts');
    await person.goTo('Sources');
    await check('empty sources');
    await person.goTo('Annotations');
    await check('empty annotations');

    await person.beginImport(log(folder));
    await page.getByRole('region', { name: 'Preview rows' }).waitFor();
    await check('import mapping');
    await page.getByLabel('The times were written in this zone').check();
    await person.runImport();
    await page.getByRole('table', { name: 'Rows not stored' }).waitFor();
    await check('reconciliation');
    await person.goTo('Sources');
    await page
      .getByRole('table', { name: 'Sources' })
      .getByRole('button', { name: 'log.csv', exact: true })
      .click();
    await check('sources');
    await person.goTo('Accounts');
    await page.getByRole('grid').getByRole('row').nth(1).click();
    await page.getByLabel('Comment text').waitFor();
    await check('accounts');

    await person.openAccount('ac_12');
    await check('account');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByRole('table', { name: 'Requests', exact: true }).getByRole('button').first().click();
    await page.getByRole('region', { name: 'Picked request' }).getByText('model').first().waitFor();
    await person.annotate('Comment', 'Steady load.');
    await person.annotate('Tag', 'review');
    await person.brush(0.3, 0.5);
    await check('account with table, picked request, notes and a proposed filter');

    await person.goTo('Annotations');
    await page.getByRole('list', { name: 'Annotations' }).getByText('Steady load.').waitFor();
    await check('annotations');
    await person.goTo('Custody');
    await page.getByRole('table', { name: 'Custody log' }).getByRole('row').nth(3).waitFor();
    await check('custody');
    await person.button('Help').click();
    await check('keys');
    await page.keyboard.press('Escape');
    await person.button('Export').click();
    await page.getByRole('list', { name: 'What the bundle will hold' }).waitFor();
    await check('export');
    await page.keyboard.press('Escape');
    await person.exportBundle(join(folder, 'bundle.zip'));
    await check('exported');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Close case' }).click();
    await page.getByRole('table', { name: 'Recent cases' }).waitFor();
    await check('start with recent cases');
    await person.openCase(casePath, 'wrong');
    await page
      .getByRole('alert')
      .filter({ hasText: /passphrase/i })
      .waitFor();
    await check('open case, refused');
    await page.keyboard.press('Escape');
    await chooseNext(person.app, join(folder, 'bundle.zip'));
    await person.button('Verify a bundle').click();
    await page.getByText('Verified.').waitFor();
    await check('verified bundle');
  });
});

test('axe-core finds what is wrong, so that nothing found means something', async () => {
  const { page } = await openApp();
  await page.evaluate(() => {
    const faint = Object.assign(document.createElement('button'), { textContent: 'hard to read' });
    Object.assign(faint.style, { color: '#999', background: '#aaa' });
    document.querySelector('main')?.append(faint, document.createElement('input'));
  });
  const found = (await violations(page)).map((line) => line.split(':')[0]);
  expect(found.sort()).toEqual(['color-contrast', 'label']);
});

test('from the start to an annotated account by keyboard alone', async () => {
  const folder = tempFolder();
  const person = await openApp();
  const { page, app } = person;
  const { keyboard } = page;
  await page.evaluate(() => {
    const pointed: string[] = [];
    Object.assign(window, { pointed });
    for (const type of ['pointerdown', 'wheel', 'touchstart'])
      document.addEventListener(type, () => pointed.push(type), true);
  });
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const tabTo = async (target: Locator) => {
    await target.waitFor();
    for (let tabs = 0; tabs < 80; tabs++) {
      if (await isFocused(target)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not reach ${target}.`);
  };

  await tabTo(person.button('New case'));
  await keyboard.press('Enter');
  await tabTo(page.getByLabel('Name', { exact: true }));
  await keyboard.type('Trial');
  await tabTo(page.getByLabel('Your name'));
  await keyboard.press('Control+a');
  await keyboard.type('A. Investigator');
  await tabTo(page.getByLabel('Passphrase', { exact: true }));
  await keyboard.type(PASSPHRASE);
  await tabTo(page.getByLabel('Passphrase again'));
  await keyboard.type(PASSPHRASE);
  await chooseNext(app, join(folder, 'case.swcase'));
  await keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();

  await chooseNext(app, log(folder));
  await tabTo(person.button('Import logs'));
  await keyboard.press('Enter');
  await tabTo(page.getByLabel('The times were written in this zone'));
  await keyboard.press('Space');
  await tabTo(person.button('Import'));
  await keyboard.press('Enter');
  await page.getByText(/rows read = /).waitFor();
  await tabTo(person.button('Go to accounts'));
  await keyboard.press('Enter');

  await page.getByRole('grid', { name: 'Accounts' }).waitFor();
  await keyboard.press('/');
  await keyboard.type('ac_12');
  await page.getByText('1 of 40 accounts').waitFor();
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(person.timeline());
  await keyboard.press('.');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Enter');
  await page.getByText(/^time filter /).waitFor();

  const detail = page.getByRole('complementary', { name: 'Detail' });
  await tabTo(detail.getByLabel('Comment text'));
  await keyboard.type('Found without a mouse.');
  await keyboard.press('Control+Enter');
  await detail.getByRole('list').getByText('Found without a mouse.', { exact: true }).waitFor();
  await keyboard.press('Escape');
  await tabTo(detail.getByRole('button', { name: /^range / }));
  await tabTo(person.button('Undo'));
  await keyboard.press('Enter');
  await page.getByText(/^Undone/).waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'pointed'))).toEqual([]);
});

test('a dialog keeps the keyboard inside and gives it back', async () => {
  const { page } = await openApp();
  const opener = page.getByRole('button', { name: 'New case' });
  await opener.focus();
  await page.keyboard.press('Enter');
  for (let tabs = 0; tabs < 30; tabs++) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body || activeElement?.closest('dialog') !== null;
    });
    expect(inside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
});
