import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analysedCase } from './analysed-case.ts';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const look = (page: Page, name: string) => lookAt(page, `graph-${name}`);

test('linked accounts: from operators to accounts, evidence, paths and parts, and back', async () => {
  const sample = await analysedCase(tempFolder());
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const rail = page.getByRole('navigation').getByRole('button', { name: 'Linked accounts' });
  await person.openCase(sample, null);
  await rail.click();
  const picture = page.getByRole('application', { name: /^Linked accounts/ });
  await picture.waitFor();
  const panel = page.getByRole('complementary', { name: 'Selection and evidence' });
  /** How many accounts are shown, links there are between them, and links drawn. */
  const counts = async () => {
    const name = (await picture.getAttribute('aria-label')) ?? '';
    const [, accounts, drawn, links] =
      /([\d,]+) of [\d,]+ accounts?, ([\d,]+) of ([\d,]+) links?/.exec(name) ?? [];
    return [accounts, links, drawn].map((text) => Number((text ?? '').replace(',', '')));
  };
  expect(await counts()).toEqual([0, 0, 0]);
  await look(page, 'overview');

  const tab = (name: string) =>
    page.getByRole('toolbar', { name: 'Picture' }).getByRole('button', { name, exact: true });
  await tab('Node table').click();
  const nodes = page.getByRole('table', { name: 'Nodes of the picture' });
  const sizes = await nodes.locator('tbody td:nth-of-type(3)').allInnerTexts();
  const large = sizes.map(Number).findIndex((accounts) => accounts >= 15 && accounts <= 40);
  expect(large).toBeGreaterThanOrEqual(0);
  const size = Number(sizes[large]);
  const operator = nodes.locator('tbody tr').nth(large).getByRole('button');
  const id = await operator.innerText();
  await operator.click();
  await tab('Picture').click();
  await panel.getByRole('heading', { name: `Operator ${id}` }).waitFor();
  await picture.focus();
  await keyboard.press('e');
  await panel.getByRole('button', { name: `Show its ${size} accounts` }).waitFor();
  await keyboard.press('Enter');
  await expect.poll(counts).toMatchObject([size, expect.any(Number), size - 1]);
  const [, links] = await counts();
  expect(links).toBeGreaterThan(size);
  const undoStep = () => page.getByRole('button', { name: 'Undo in picture' }).click();
  const settled = () => page.locator('[role=application][aria-busy=false]').waitFor();
  await settled();
  await look(page, 'opened');

  // Accounts outside the filter are dimmed, counted, and hidden on request.
  await page.getByRole('heading', { name: 'Linked accounts', level: 1 }).click();
  await keyboard.press('Shift+F');
  await page.getByRole('combobox', { name: 'New condition' }).waitFor();
  await keyboard.type('status:429');
  await page.getByRole('option').first().waitFor();
  await keyboard.press('Enter');
  const matches = main.getByText(new RegExp(`\\d+ of ${size} accounts shown match the filter`));
  await matches.waitFor();
  await page.getByText(/^Not applied to the links, which are those of the analysis: status 429\./).waitFor();
  await look(page, 'filtered');
  const inside = Number(/(\d+) of \d+ accounts shown match/.exec(await matches.innerText())?.[1]);
  expect(inside).toBeLessThan(size);
  const hide = page.getByRole('button', { name: /^Hide \d+ outside the filter/ });
  await hide.click();
  await expect.poll(async () => (await counts())[0]).toBe(inside);
  await look(page, 'hidden');
  await hide.click();
  await expect.poll(async () => (await counts())[0]).toBe(size);
  const ofFilter = page.getByRole('button', { name: /^Accounts of the filter, / });
  await ofFilter.click();
  await page.getByText(/^[\d,]+ of [\d,]+ analysed accounts of the filter are in the picture/).waitFor();
  await settled();
  await look(page, 'of-filter');
  await undoStep();
  await undoStep();
  await undoStep();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(counts).toMatchObject([size, expect.any(Number), size - 1]);

  // What an expansion brings is said before it happens, and is what it brings.
  const expansions = panel.getByRole('list', { name: 'Expand by' });
  const first = expansions.getByRole('button').first();
  const announced = /(\d+) values?, (\d+) accounts?, all shown$/.exec(await first.innerText()) ?? [];
  expect(announced.length).toBe(3);
  const kind = (await first.innerText()).split(':')[0];
  await first.click();
  await tab('Node table').click();
  await expect
    .poll(() => nodes.getByRole('cell', { name: kind, exact: true }).count())
    .toBe(Number(announced[1]));
  await tab('Picture').click();
  await settled();
  await look(page, 'expanded');

  // Left-out evidence is weighed out at once, and what falls apart is said.
  const parts = panel.getByRole('region', { name: 'What holds together' });
  await parts.getByText(`All ${size} accounts in one part.`).waitFor();
  const evidence = panel.getByRole('region', { name: /^Evidence that counts/ });
  const boxes = evidence.getByRole('checkbox');
  for (let at = 0; at + 1 < (await boxes.count()); at++) await boxes.nth(at).uncheck();
  await parts.getByText(`All ${size} accounts in one part.`).waitFor({ state: 'detached' });
  await parts.getByText(/\d+ parts?:|alone\./).waitFor();
  const undo = page
    .getByRole('toolbar', { name: 'Picture' })
    .getByRole('button', { name: 'Undo in picture' });
  await picture.focus();
  for (let at = 0; at + 1 < (await boxes.count()); at++) await keyboard.press('Control+z');
  await parts.getByText(`All ${size} accounts in one part.`).waitFor();
  expect(await undo.getAttribute('title')).toMatch(/^Undo: expand by/);

  const least = evidence.getByRole('spinbutton', { name: /^Links of at least/ });
  await least.fill('10');
  await parts.getByText(/parts?: A \d+/).waitFor();
  await look(page, 'parts');
  await least.fill('3');
  await parts.getByText(`All ${size} accounts in one part.`).waitFor();

  // A path, taken apart; the weakest bridge.
  await tab('Node table').click();
  const accounts = nodes.locator('tbody tr', {
    has: page.getByRole('cell', { name: 'account', exact: true }),
  });
  await accounts.first().getByRole('button').click();
  await panel.getByRole('button', { name: 'Path', exact: true }).click();
  await accounts.last().getByRole('button').click();
  await panel.getByRole('button', { name: 'Path', exact: true }).click();
  const path = panel.getByRole('region', { name: 'Path' });
  await path
    .getByText(/weakest$/)
    .first()
    .waitFor();
  await tab('Picture').click();
  await look(page, 'path');
  await path.getByRole('button', { name: / – / }).first().click();
  const bars = panel.getByRole('table', { name: /^Link of/ });
  await bars.waitFor();
  const bits = (await bars.locator('td.number').allInnerTexts()).map((text) =>
    Number(text.replace('−', '-')),
  );
  expect(bits.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBeCloseTo(bits.at(-1) as number, 0);
  await look(page, 'link');

  // Twins: the matrix and the tables.
  await tab('Matrix').click();
  await page.getByRole('img', { name: /^\d+ links between/ }).waitFor();
  await look(page, 'matrix');
  await tab('Line table').click();
  await page.getByRole('table', { name: 'Links of the picture' }).waitFor();
  await look(page, 'table');
  await tab('Picture').click();
  await tab('All lines').click();
  await expect.poll(async () => (await counts())[2]).toBeGreaterThan(size);
  await look(page, 'all-lines');

  // By keyboard: walking, locking, removing, folding; the lock is an act of the case.
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await picture.focus();
  await keyboard.press('Escape');
  await keyboard.press('ArrowRight');
  const status = main.getByRole('status');
  await expect.poll(() => status.first().innerText()).not.toBe('');
  const stood = await status.first().innerText();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight']) await keyboard.press(key);
  await expect.poll(() => status.first().innerText()).not.toBe(stood);
  await keyboard.press('l');
  await panel.getByRole('button', { name: 'Locked', pressed: true }).waitFor();
  await keyboard.press('Control+z');
  await panel.getByRole('button', { name: 'Locked', pressed: false }).waitFor();
  await keyboard.press('Control+y');
  await panel.getByRole('button', { name: 'Locked', pressed: true }).waitFor();
  const slider = page.getByRole('slider', { name: 'Shown as of' });
  await slider.fill('60');
  await main.getByText(/^Until /).waitFor();
  await look(page, 'time');
  await tab('Node table').click();
  await main
    .getByText(/As of .*: [\d,]+ of [\d,]+ nodes and [\d,]+ of [\d,]+ lines are there by then\./)
    .waitFor();
  await tab('Picture').click();
  await slider.fill('120');

  // From an account it begins with that account alone, and each kind says what it would bring.
  await tab('Node table').click();
  await accounts.first().getByRole('button').click();
  await panel.getByRole('button', { name: 'Open account' }).click();
  await page.getByRole('button', { name: 'Show links' }).click();
  await tab('Picture').click();
  await expect.poll(counts).toEqual([1, 0, 0]);
  const more = expansions.getByRole('button', { name: / not shown$/ }).first();
  const brings = Number((/(\d+) not shown$/.exec(await more.innerText()) ?? [])[1]);
  await more.click();
  await expect.poll(async () => (await counts())[0]).toBe(1 + brings);
  await look(page, 'account');
  await picture.focus();
  await keyboard.press('f');
  await expect.poll(counts).toEqual([1, 0, 0]);

  // A shared value found by its text brings its accounts.
  const search = page.getByRole('searchbox', { name: /^Put an operator/ });
  await search.fill('.');
  const found = page
    .getByRole('list', { name: 'Found' })
    .getByRole('button', { name: /^(?!account|operator)/ });
  await found.first().waitFor();
  await look(page, 'search');
  await found.first().click();
  await expect.poll(async () => (await counts())[0]).toBeGreaterThan(1);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Custody/ })
    .click();
  await page
    .getByText(/^Place (a node|\d+ nodes) of the graph/)
    .first()
    .waitFor();

  // From an operator's page; what is dragged stays where it is put, as an act of the case that can be taken back.
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Operators/ })
    .click();
  await page.getByRole('grid', { name: 'Operators' }).getByRole('button', { name: id, exact: true }).click();
  await page.getByRole('button', { name: 'Show links' }).click();
  await expect.poll(counts).toMatchObject([size, expect.any(Number), size - 1]);
  await settled();
  const box = (await picture.boundingBox()) as { x: number; y: number; width: number; height: number };
  const x = box.x + box.width / 2;
  const cursor = () => picture.locator('canvas').evaluate((canvas) => canvas.style.cursor);
  let y = box.y;
  do {
    y += 3;
    await page.mouse.move(x, y);
  } while ((await cursor()) !== 'pointer' && y < box.y + box.height);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 30, { steps: 3 });
  await page.mouse.move(x + 90, y + 60, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => undo.getAttribute('title')).toBe('Undo: move a node');
  await look(page, 'moved');
  await picture.focus();
  await keyboard.press('Control+z');
  await expect.poll(() => undo.getAttribute('title')).not.toBe('Undo: move a node');
}, 300_000);
