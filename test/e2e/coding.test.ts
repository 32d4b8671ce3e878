import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readOperators } from '../../electron/engine/analysis/results.ts';
import { SIGNALS } from '../../electron/engine/analysis/signals/registry.ts';
import { annotate } from '../../electron/engine/annotations/annotate.ts';
import { openCase } from '../../electron/engine/case/open-case.ts';
import { readCohorts } from '../../electron/engine/cohorts/stored-cohorts.ts';
import { LIKELIHOODS } from '../../shared/contract/analysis.ts';
import { formatReference } from '../../shared/reference.ts';
import { analysedCase } from './analysed-case.ts';
import { openApp, tempFolder } from './app.ts';
import { look as lookAt } from './look.ts';

const look = (page: Page, name: string) => lookAt(page, `coding-${name}`);
const TAG = 'distiller-ring';
const WORDS = [
  'operator',
  'likely',
  'banned',
  'suspended',
  'cohort',
  'template',
  'finding',
  'verdict',
  'campaign',
  TAG,
];
const DAY = { fromUs: Date.UTC(2026, 2, 5) * 1000, toUs: Date.UTC(2026, 2, 6) * 1000 };

/**
 * The first operator that is large enough, its accounts tagged, written on, banned and judged in a column of their
 * table; and the labels of the case.
 */
async function labelled(path: string) {
  const open = await openCase(path, 'A. Investigator', null);
  try {
    const operators = readOperators(open.db);
    const operator = operators.find(({ accounts }) => accounts.length >= 10)!;
    for (const account of operator.accounts) {
      const of = { kind: 'account', account } as const;
      annotate(open, formatReference(of), 'tag', TAG);
      annotate(open, formatReference({ kind: 'range', of, ...DAY }), 'comment', `In the ${TAG}`);
    }
    open.db
      .prepare(
        `UPDATE account_record SET status = 'banned', extra = '{"verdict":"part of a campaign"}'
         WHERE account_id IN (SELECT id FROM account WHERE external_id IN (SELECT value FROM json_each(?)))`,
      )
      .run(JSON.stringify(operator.accounts));
    const cohorts = (readCohorts(open.db).cohorts ?? []).map(({ name }) => name);
    return {
      operator: operator.id,
      members: new Set(operator.accounts),
      labels: [
        ...operators.map(({ id }) => id),
        ...LIKELIHOODS,
        ...SIGNALS.map(({ title }) => title),
        // That name is also what counts of the whole case are called.
        ...cohorts.filter((name) => name !== 'all accounts'),
        ...WORDS,
      ],
    };
  } finally {
    await open.close();
  }
}

test('a sample is drawn, coded by somebody else who is shown no label, and compared with the analysis', async () => {
  const path = await analysedCase(tempFolder());
  const { operator, members, labels } = await labelled(path);
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const rail = page.getByRole('navigation', { name: 'Views' });
  const toSamples = () => rail.getByRole('button', { name: 'Second coding' }).click();
  const openOperator = async () => {
    await main
      .getByRole('grid', { name: 'Operators' })
      .getByText(operator, { exact: true })
      .first()
      .dblclick();
    await page.getByRole('heading', { name: `Operator ${operator}`, level: 1 }).waitFor();
  };
  const pressed = (code: string) =>
    main.getByRole('group', { name: 'Code' }).getByRole('button', { name: code, pressed: true });

  await person.openCase(path, null);
  await rail.waitFor();
  await toSamples();
  await page.getByRole('heading', { name: 'No samples yet' }).waitFor();
  await look(page, 'empty');

  // Drawn from the page of the operator; the question may not name it.
  await keyboard.press('2');
  await openOperator();
  await person.button('Draw a blind sample').click();
  const question = dialog.getByLabel('Question to the coders');
  const usual = await question.inputValue();
  await question.fill(`Is it ${operator.toLowerCase().replace('-', ' ')}?`);
  await dialog.getByText(/^The question names the operator/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Draw' }).isDisabled()).toBe(true);
  await look(page, 'draw-refused');
  await question.fill(usual);
  await dialog.getByLabel('Seed').fill('7');
  await dialog.getByRole('button', { name: 'Draw' }).click();
  await dialog.getByText(/^20 accounts: 10 of the /).waitFor();
  await dialog.getByText(/you are no blind coder of it/).waitFor();
  await look(page, 'drawn');
  await dialog.getByRole('button', { name: 'Show the samples' }).click();
  await main.getByRole('button', { name: 'Progress' }).click();
  await main.getByText(/^You drew this sample\. You may see/).waitFor();
  await look(page, 'not-yet-drawer');
  await person.button('Close case').click();

  // Somebody else, whose trail leads over the operator.
  await person.openCase(path, null, 'B. Coder');
  await rail.waitFor();
  await page.setViewportSize({ width: 1100, height: 800 });
  await keyboard.press('2');
  await openOperator();
  await toSamples();
  await main.getByText('hidden', { exact: true }).waitFor();
  await main.getByRole('button', { name: 'Progress' }).click();
  await main.getByText(/^Whoever codes must not know/).waitFor();
  await look(page, 'not-yet-coder');
  const said = page.locator('output.status-text');
  expect(await said.innerText()).not.toBe('');
  await person.button('Begin coding').click();
  await person.timeline().waitFor();
  expect(await said.innerText()).toBe('');
  const accounts = main.getByRole('navigation', { name: 'Accounts of the sample' }).getByRole('listitem');
  expect(await accounts.count()).toBe(20);
  expect(await page.getByRole('region', { name: 'Filter', exact: true }).count()).toBe(0);
  expect(await page.getByRole('complementary', { name: 'Detail' }).count()).toBe(0);
  await main.getByRole('application', { name: /^What it asked, over time/ }).waitFor();
  await look(page, 'sheet');

  // Nothing that is found tells which accounts make an operator, or which have a tag.
  for (const label of [operator, TAG]) {
    await keyboard.press('Control+k');
    await dialog.getByRole('combobox').fill(label);
    await dialog.getByText(/^Nothing is called/).waitFor();
    await keyboard.press('Escape');
  }

  // The other account beside it, and the rest of the page.
  await main.getByLabel('beside').selectOption({ index: 1 });
  await main.getByRole('region', { name: 'Beside it' }).getByRole('grid').waitFor();
  await main.getByRole('region', { name: 'Beside it' }).evaluate((element) => element.scrollIntoView());
  await look(page, 'beside');
  await person.button('Close the other account').click();
  await main.getByRole('region', { name: /^Account record/ }).evaluate((element) => element.scrollIntoView());
  await look(page, 'record');
  await main.getByRole('table', { name: 'Requests' }).getByRole('button').first().click();
  await main
    .getByRole('region', { name: 'Picked request' })
    .getByText(/characters/)
    .first()
    .waitFor();

  // A code, changed, taken back and given again, by key.
  await main.evaluate((element) => element.scrollTo(0, 0));
  const note = main.getByRole('textbox', { name: /^Note/ });
  await note.fill('Same hours as the others');
  // Not in the case yet, as there is no code: it outlasts a lock all the same.
  await keyboard.press('Control+l');
  await person.button('Go on').click();
  await person.timeline().waitFor();
  expect(await note.inputValue()).toBe('Same hours as the others');
  await note.focus();
  await keyboard.press('Tab');
  await keyboard.press('c');
  await pressed('cannot tell').waitFor();
  await main.getByText('1 of 20 coded').waitFor();
  await keyboard.press('Control+z');
  await main.getByText('0 of 20 coded').waitFor();
  await main.getByText('not coded yet').waitFor();

  // All of them, as the operator is but for two; what is on screen names no label at any.
  const seen: string[] = [];
  for (let number = 1; number <= 20; number++) {
    await person.timeline().waitFor();
    await main.getByRole('heading', { name: /^Account record/ }).waitFor();
    const account = await main.getByRole('heading', { level: 2 }).first().innerText();
    for (const button of ['Table', 'Bands as a table', 'Hours as a table'])
      await person.button(button).click();
    const shown = await page.evaluate(() =>
      ['main', '.trail', '.title-bar', '.status-line', 'aside'].flatMap((place) =>
        [...document.querySelectorAll<HTMLElement>(place)].flatMap((element) => [
          element.innerText,
          ...[...element.querySelectorAll('[aria-label], [title]')].map(
            (one) => `${one.getAttribute('aria-label')} ${one.getAttribute('title')}`,
          ),
        ]),
      ),
    );
    expect(leaks(shown.join('\n'), labels), account).toEqual([]);
    seen.push(account);
    const isMember = members.has(account);
    await keyboard.press(number === 3 ? 'c' : isMember !== (number === 5) ? 't' : 'p');
    await main.getByText(`${number} of 20 coded`).waitFor();
    if (number < 20) {
      await keyboard.press('j');
      await expect.poll(() => main.getByRole('heading', { level: 2 }).first().innerText()).not.toBe(account);
    }
  }
  expect(new Set(seen).size).toBe(20);
  expect(seen.filter((account) => members.has(account))).toHaveLength(10);
  await main.evaluate((element) => element.scrollTo(0, 0));
  await page.setViewportSize({ width: 1400, height: 900 });
  await look(page, 'sheet-done');

  await person.button('See the result').click();
  await main.getByRole('heading', { name: 'What these figures do not say' }).waitFor();
  await main.getByText(/^It is about operator/).waitFor();
  const shares = main.getByRole('table', { name: /^Share coded together/ });
  expect(await shares.getByRole('row').count()).toBe(3);
  const agreement = main.getByRole('table', { name: /^B\. Coder and analysis/ });
  const cells = (await agreement.locator('td.number').allInnerTexts()).map(Number);
  expect(cells[0] + cells[3]).toBe(18);
  expect(cells[1] + cells[2]).toBe(1);
  await main.getByText(/^They say the same of 18 of 19.*Cohen’s kappa 0\.\d\d, standard error/).waitFor();
  await main.getByText(/1 account left out/).waitFor();
  await look(page, 'result');
  await main
    .getByRole('heading', { name: 'Agreement between coders' })
    .evaluate((one) => one.scrollIntoView());
  await look(page, 'result-end');

  // A code changed now is told from blind ones.
  await main.evaluate((element) => element.scrollTo(0, 0));
  await person.button('My codes').click();
  await person.timeline().waitFor();
  const before = await main.locator('.code-choices [aria-pressed=true]').innerText();
  await keyboard.press(before.startsWith('apart') ? 't' : 'p');
  await pressed(before.startsWith('apart') ? 'together' : 'apart').waitFor();
  await person.button('See the result').click();
  await main.getByText(/gave or changed 1 code when the result could be seen/).waitFor();
  await look(page, 'result-changed');
  await person.button('Close case').click();

  // Who drew it may see what the other found.
  await person.openCase(path, null);
  await rail.waitFor();
  await toSamples();
  await main.getByRole('button', { name: 'Result', exact: true }).waitFor();
  await look(page, 'list');
  await main.getByRole('button', { name: 'Result', exact: true }).click();
  await main.getByRole('heading', { name: 'Agreement with the analysis' }).waitFor();
}, 300_000);

/** The labels that stand in a text, as words by themselves. */
function leaks(text: string, labels: readonly string[]): readonly string[] {
  // What the page says that it hides is no label.
  const shown = text.replace(/Hidden are .*? decided\./gs, '');
  return labels.filter((label) => {
    const escaped = label.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'iu').test(shown);
  });
}

test('the search for labels finds them as words, whatever stands around them', () => {
  expect(leaks('of O-7, Likely; (banned) O-71', ['O-7', 'likely', 'banned', 'O-1', 'ban'])).toEqual([
    'O-7',
    'likely',
    'banned',
  ]);
  expect(leaks('Hidden are tags of O-7 that somebody decided.\nshown', ['O-7', 'shown'])).toEqual(['shown']);
});
