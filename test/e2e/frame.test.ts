import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { close, openApp, picture, tempFolder } from './app.ts';
import { look as lookAt, violations } from './look.ts';

const ANALYSIS_MS = 90_000;

const look = (page: Page, name: string) => lookAt(page, `frame-${name}`);
const palette = (page: Page) => page.getByRole('combobox', { name: 'Find or do anything' });
const width = async (of: Locator) => (await of.boundingBox())!.width;
const height = async (of: Locator) => (await of.boundingBox())!.height;
const main = (page: Page, name: string) => page.getByRole('main', { name, exact: true });
/** Whether anything is cut off at the right of the window or of its title bar. */
const overflow = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.title-bar, .trail, .status-line, body')).flatMap((element) =>
      element.scrollWidth > element.clientWidth + 1 ? [element.className || element.tagName] : [],
    ),
  );

test('the palette, the keys, the panels, the trail and the density of the window', async () => {
  const folder = tempFolder();
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;

  await keyboard.press('Control+k');
  await palette(page).fill('open');
  await page.getByRole('option', { name: /^Open case/ }).waitFor();
  expect(await page.getByRole('option', { name: /^Go to/ }).count()).toBe(0);
  await keyboard.press('Escape');

  await person.sampleCase(join(folder, 'sample.swcase'));
  const grid = page.getByRole('grid', { name: 'Accounts' });
  await grid.getByRole('row').nth(1).getByRole('button').first().waitFor();
  await look(page, 'accounts');

  // Commands by a few of their letters, with the key beside them; nothing while typing.
  await keyboard.press('Control+Shift+P');
  await palette(page).waitFor();
  await page.getByRole('option', { name: /Undo/ }).waitFor({ state: 'detached' });
  await look(page, 'palette');
  const best = page.getByRole('option').first();
  await palette(page).fill('oper');
  await best.getByText('Go to operators').waitFor();
  expect(await best.locator('kbd').innerText()).toBe('2');
  await palette(page).fill('cust');
  await best.getByText('Go to custody').waitFor();
  expect(await best.locator('mark').allInnerTexts()).toEqual([...'cust']);
  await keyboard.press('Enter');
  await main(page, 'Custody').waitFor();
  await keyboard.press('1');
  const search = page.getByRole('searchbox', { name: 'Search accounts and tags' });
  await search.fill('');
  for (const key of ['?', '2', 'i', 'Control+k']) await search.press(key);
  expect(await search.inputValue()).toBe('?2i');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await main(page, 'Accounts').waitFor();
  await search.fill('');

  // Accounts and operators are found beside commands.
  const account = await grid.getByRole('row').nth(1).getByRole('button').first().innerText();
  await grid.focus();
  await keyboard.press('Control+k');
  await palette(page).fill(account.slice(0, -1));
  await page.getByRole('group', { name: 'Accounts' }).getByText(account).waitFor();
  await look(page, 'palette-account');
  await palette(page).fill(account);
  await page.getByRole('group', { name: 'Accounts' }).getByText(account).click();
  await page.getByRole('heading', { name: account, level: 1 }).waitFor();

  // The requests behind what is selected, under it.
  const drawer = page.getByRole('region', { name: 'Rows', exact: true });
  expect(await drawer.count()).toBe(0);
  await page.getByRole('heading', { name: account, level: 1 }).click();
  await keyboard.press('r');
  await drawer.getByRole('table', { name: 'Requests', exact: true }).getByRole('row').nth(2).waitFor();
  await person.timeline().waitFor();
  await person.brush(0.3, 0.5);
  await drawer.getByText(`Account ${account}, in the proposed time`).waitFor();
  await drawer.getByRole('table', { name: 'Requests', exact: true }).getByRole('button').first().click();
  await drawer.getByRole('region', { name: 'Picked request' }).getByText('model').first().waitFor();
  await look(page, 'drawer');

  // Panels by keyboard and mouse.
  const detail = page.getByRole('complementary', { name: 'Detail' });
  const edge = page.getByRole('separator', { name: 'Width of the detail panel' });
  const before = await width(detail);
  await edge.focus();
  await keyboard.press('ArrowLeft');
  expect(await width(detail)).toBe(before + 16);
  expect(await edge.getAttribute('aria-valuenow')).toBe(String(before + 16));
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x + 3, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x - 37, box.y + 200, { steps: 3 });
  await page.mouse.up();
  expect(await width(detail)).toBe(before + 56);
  await edge.focus();
  await keyboard.press('Enter');
  await detail.waitFor({ state: 'detached' });
  const drawerEdge = page.getByRole('separator', { name: 'Height of the rows' });
  const tall = await height(drawer);
  await drawerEdge.focus();
  await keyboard.press('Shift+ArrowUp');
  expect(await height(drawer)).toBe(tall + 64);
  await page.getByRole('heading', { name: account, level: 1 }).click();
  await keyboard.press('v');
  await page.getByRole('navigation').waitFor({ state: 'detached' });
  await look(page, 'panels-hidden');
  await keyboard.press('v');
  await keyboard.press('i');
  await keyboard.press('r');
  await drawer.waitFor({ state: 'detached' });
  await detail.waitFor();

  // The trail says how one got here and leads back, to where the view was scrolled.
  const trail = page.getByRole('region', { name: 'Trail' });
  expect(await trail.getByRole('listitem').allInnerTexts()).toEqual([
    'Accounts',
    'Custody',
    'Accounts',
    `Account ${account}`,
  ]);
  const centre = main(page, 'Account');
  await page
    .getByRole('heading', { name: 'Requests', level: 2, exact: true })
    .evaluate((it) => it.scrollIntoView());
  await expect.poll(() => centre.evaluate((it) => it.scrollTop)).toBeGreaterThan(200);
  const left = await restingScroll(centre);
  await keyboard.press('Alt+ArrowLeft');
  await main(page, 'Accounts').waitFor();
  await keyboard.press('Alt+ArrowRight');
  await expect.poll(() => centre.evaluate((it) => it.scrollTop)).toBeCloseTo(left, -1);
  await trail.getByRole('button', { name: 'Custody' }).click();
  await main(page, 'Custody').waitFor();
  const side = (button: number) =>
    page.evaluate((which) => {
      document.body.dispatchEvent(new MouseEvent('mouseup', { button: which, bubbles: true }));
    }, button);
  await side(4);
  await main(page, 'Accounts').waitFor();
  await side(3);
  await main(page, 'Custody').waitFor();

  // Everything in the menu is a command, and the list of keys says the same keys.
  await person.button('Menu').click();
  const menu = page.getByRole('menu', { name: 'Menu' });
  await menu.getByRole('menuitemradio', { name: 'Comfortable rows' }).waitFor();
  await look(page, 'menu');
  const [titles, keyed] = [
    await menu.getByRole('menuitem').allInnerTexts(),
    await menu.locator('kbd').allInnerTexts(),
  ];
  expect(titles.some((title) => title.startsWith('Analyse'))).toBe(true);
  await keyboard.press('Escape');
  await keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.getByText('Go to accounts').waitFor();
  const listed = await keys.locator('kbd').allInnerTexts();
  for (const key of keyed) expect(listed).toContain(key);
  await look(page, 'keys');
  await keyboard.press('Escape');

  // Rows get lower, all of them.
  await keyboard.press('1');
  const row = grid.getByRole('row').nth(3);
  await row.getByRole('button').first().waitFor();
  expect(await height(row)).toBe(28);
  await person.button('Menu').click();
  await menu.getByRole('menuitemradio', { name: 'Compact rows' }).click();
  await expect.poll(() => height(row)).toBe(22);
  await grid.focus();
  await keyboard.press('End');
  await keyboard.press('Home');
  await look(page, 'compact');
  await person.button('Menu').click();
  await menu.getByRole('menuitemradio', { name: 'Comfortable rows' }).click();
  await expect.poll(() => height(row)).toBe(28);

  // With an analysis: operators in the palette, and the table of accounts beside a hidden panel.
  await keyboard.press('2');
  await page.getByRole('main').getByRole('button', { name: 'Analyse' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Analyse' }).click();
  await page.getByRole('grid', { name: 'Operators' }).waitFor({ timeout: ANALYSIS_MS });
  await keyboard.press('Control+k');
  await palette(page).fill('operator');
  const operators = page.getByRole('group', { name: 'Operators' });
  const operator = await operators.getByRole('option').first().locator('.palette-title').innerText();
  await look(page, 'palette-operator');
  await operators.getByRole('option').first().click();
  await page.getByRole('heading', { name: `Operator ${operator}`, level: 1 }).waitFor();
  await keyboard.press('2');
  await page.getByRole('grid', { name: 'Operators' }).focus();
  await keyboard.press('j');
  await keyboard.press('j');
  await detail.getByText('Speaks against').waitFor();
  await look(page, 'operator-detail');
  await keyboard.press('3');
  await page.getByRole('grid', { name: 'Templates' }).focus();
  await keyboard.press('j');
  await detail.getByText('Fillings').waitFor();
  await look(page, 'template-detail');
  await keyboard.press('1');
  await page.getByRole('columnheader', { name: 'Takes part', exact: false }).waitFor();
  await grid.getByRole('row').nth(1).click();

  // From the least to a large window nothing of the frame is cut off.
  for (const [wide, high] of [
    [960, 640],
    [1400, 900],
    [2560, 1440],
  ]) {
    await page.setViewportSize({ width: wide, height: high });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(wide);
    await person.button('Find or do anything').waitFor();
    expect(await overflow(page), `${wide} x ${high}`).toEqual([]);
    await picture(page, `frame-${wide}`);
    expect(await violations(page), `${wide} x ${high}`).toEqual([]);
  }
  await page.setViewportSize({ width: 960, height: 640 });
  await person.button('Menu').click();
  await look(page, 'menu-960');
  await keyboard.press('Escape');
  await grid.focus();
  await keyboard.press('r');
  await drawer.getByRole('table', { name: 'Requests', exact: true }).waitFor();
  await look(page, 'drawer-960');
}, 400_000);

test('the window opens where it was left, arranged as it was', async () => {
  const folder = tempFolder();
  const userData = join(folder, 'user-data');
  const person = await openApp(userData);
  const { page, app } = person;
  const bounds = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds());
  await person.newCase(join(folder, 'case.swcase'), 'Trial', null);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setBounds({ x: 120, y: 90, width: 1100, height: 700 }),
  );
  await expect.poll(bounds).toEqual({ x: 120, y: 90, width: 1100, height: 700 });
  await page.getByRole('separator', { name: 'Width of the list of views' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+k');
  await palette(page).fill('compact');
  await page.keyboard.press('Enter');
  await page.locator(':root[data-density="compact"]').waitFor();
  await close(app);

  const kept = JSON.parse(readFileSync(join(userData, 'preferences.json'), 'utf8'));
  expect(kept.window).toEqual({ x: 120, y: 90, width: 1100, height: 700, maximised: false });
  const again = await openApp(userData);
  await again.page.locator(':root[data-density="compact"]').waitFor();
  expect(
    await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds()),
  ).toEqual({ x: 120, y: 90, width: 1100, height: 700 });
  await again.openCase(join(folder, 'case.swcase'), null);
  const rail = again.page.getByRole('navigation');
  await rail.waitFor();
  expect(await width(rail)).toBe(136 + 64);
  await look(again.page, 'restarted');
});

/** Where a view is scrolled to once the charts above have come and push nothing down any more. */
async function restingScroll(view: Locator): Promise<number> {
  let last = -1;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await view.evaluate((it) => it.scrollTop);
        return last === before;
      },
      { interval: 700, timeout: 60_000 },
    )
    .toBe(true);
  return last;
}
