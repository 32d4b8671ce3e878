import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Investigator } from '../../electron/dev/investigator.ts';
import { picture } from './app.ts';
import { Victim } from './attack.ts';
import { DECEPTION, hostileLog, MARKUP } from './hostile-log.ts';

// Everything on screen was written by the people under examination. It is shown as the text it is, whatever it is.

let victim: Victim;
let person: Investigator;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'stillwatch-e2e-'));

beforeAll(async () => {
  victim = await Victim.start();
  person = await Investigator.at(victim.app);
  page = person.page;
  await watchForDeception();
});

afterAll(async () => {
  await victim.app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** From now on, every text and attribute that comes into the page with something hidden in it is kept in `window.deceptions`. */
async function watchForDeception(): Promise<void> {
  await page.evaluate(() => {
    const deceptions: string[] = [];
    Object.assign(window, { deceptions });
    // What shows nothing, turns directions or steers terminals. Line feeds may stand in comments.
    const hidden = /(?!\n)\p{Cc}|\p{Cf}|\p{Co}|\p{Zl}|\p{Zp}|[\u{fe00}-\u{fe0e}\u{e0100}-\u{e01ef}]/u;
    const look = (text: string | null) => {
      if (text !== null && hidden.test(text)) deceptions.push(JSON.stringify(text.slice(0, 200)));
    };
    const lookInto = (node: Node) => {
      // What a person is typing is theirs.
      if (node.parentElement instanceof HTMLTextAreaElement) return;
      if (node instanceof Text) look(node.data);
      if (node instanceof Element) {
        for (const { name, value } of node.attributes) if (name !== 'value') look(value);
        node.childNodes.forEach(lookInto);
      }
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes, attributeName } of changes) {
        if (type === 'childList') addedNodes.forEach(lookInto);
        else if (type === 'characterData') lookInto(target);
        else if (target instanceof Element && attributeName !== 'value')
          look(target.getAttribute(attributeName ?? ''));
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Asserts that so far no text was taken for markup or had anything hidden in it, and that the view keeps its form. */
async function expectCalm(view: string): Promise<void> {
  const found = await page.evaluate(() => {
    const elements = Array.from(document.querySelectorAll('*'));
    // The app draws one kind of picture into these views, bars of rectangles.
    const foreign =
      'img, svg:not(.use-bar), .use-bar :not(rect), math, iframe, object, embed, base, meta[http-equiv], style, a, video, audio';
    const made = elements.filter(
      (element) =>
        element.matches(`${foreign}, [data-hostile], [onerror], [onload], [srcdoc], form[action]`) ||
        element.matches('script:not([src^="/assets/"], [src^="./assets/"])'),
    );
    // Two tables are wide by design, each in a frame that scrolls.
    const framed = '.list-grid, .list-grid *, .preview-scroll, .preview-scroll *';
    const wide = elements.filter(
      (element) =>
        !element.matches(framed) &&
        /auto|scroll/.test(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth,
    );
    const outside = Array.from(document.querySelectorAll('button, .mark, h1, h2, h3')).filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return !element.matches(framed) && (left < 0 || right > innerWidth);
    });
    const name = (element: Element) => element.outerHTML.slice(0, 200);
    return {
      made: made.map(name),
      deceptions: Reflect.get(window, 'deceptions'),
      wide: wide.map(name),
      outside: outside.map(name),
      pageWidth: Math.max(innerWidth, document.documentElement.scrollWidth),
      windowWidth: innerWidth,
    };
  });
  const calm = { made: [], deceptions: [], wide: [], outside: [], pageWidth: found.windowWidth };
  expect(found, view).toMatchObject(calm);
  expect(await victim.noticed(), view).toEqual([]);
  await victim.isUnharmed();
}

test('a case, its log and every column of it may be named anything', async () => {
  const { path, accounts } = hostileLog(folder);
  await person.newCase(
    join(folder, '<img src=x data-hostile> \u202eesac.swcase'),
    `${MARKUP[0]} \u202egnp.exe`,
    null,
  );
  await expectCalm('empty case');
  await person.beginImport(path);
  await page.getByText('… 20 more').first().waitFor();
  await expectCalm('mapping');
  await person.runImport();
  await page.getByRole('table', { name: 'Rows not stored' }).getByRole('row').nth(1).waitFor();
  await expectCalm('reconciliation');
  await person.goTo('Sources');
  await page.getByRole('table', { name: 'Sources' }).getByRole('button').first().click();
  await page.getByRole('table', { name: 'Rows not stored' }).getByRole('row').nth(1).waitFor();
  await expectCalm('sources');
  await person.goTo('Accounts');
  await page.getByText(`${accounts} of ${accounts} accounts`, { exact: true }).waitFor();
  await page.getByRole('grid').getByText('<img src=x').first().waitFor();
  await expectCalm('accounts');
  await picture(page, 'hostile-accounts');
  const heights = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.list-row'), (row) => row.getBoundingClientRect().height),
  );
  expect(new Set(heights)).toEqual(new Set([28]));
});

/**
 * Zooms the timeline in on its first request until requests are drawn one by one, and points at it. While a chart is still
 * loading there is nothing to point at, and zooming in would end between two requests: then it begins anew.
 */
async function showSingleRequests(): Promise<void> {
  const request = page.getByRole('grid', { name: 'Single requests' }).getByRole('row').nth(1);
  await person.timeline().focus();
  for (let tries = 0; tries < 10; tries++) {
    await page.keyboard.press('f');
    await page.keyboard.press('.');
    for (
      let zooms = 0;
      zooms < 40 && !(await page.getByText('Single requests').first().isVisible());
      zooms++
    ) {
      await page.keyboard.press('w');
    }
    if (await isThere(request)) break;
  }
  await request.waitFor();
  await page.keyboard.press('.');
}

function isThere(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

test('accounts, requests and notes of any text are shown and worked with as text', async () => {
  for (const [search, shown] of [
    ['<svg data-hostile', '<svg data-hostile onload="window.hit=1"></svg>'],
    ['0001_ca', 'ac_\\u{202e}0001_ca'],
    ['[2J', '\\u{1b}[2J'],
    ['separator', 'line\\u{2028}separator'],
    ['mglyph', '<math><mtext>'],
    ['__proto__', '__proto__'],
    ['V'.repeat(100), 'V'.repeat(100)],
  ]) {
    await person.openAccount(search);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(shown);
    await page.getByRole('table', { name: 'Requests', exact: true }).getByRole('button').first().click();
    await page.getByRole('region', { name: 'Picked request' }).getByText('user_agent').waitFor();
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await showSingleRequests();
    await expectCalm(`account ${search}`);
    if (search === '<svg data-hostile') await picture(page, 'hostile-account');
  }
});

test('a comment and a tag are no more than what they say', async () => {
  await person.openAccount('<svg data-hostile');
  const detail = page.getByRole('complementary', { name: 'Detail' });
  const comments = [...MARKUP.slice(0, 6), ...DECEPTION.slice(0, 8), 'V'.repeat(5000)];
  const tags = [MARKUP[0], DECEPTION[1], 'V'.repeat(100)];
  for (const text of comments) {
    await detail.getByRole('radio', { name: 'Comment' }).check();
    await detail.getByLabel('Comment text').fill(text);
    await detail.getByRole('button', { name: 'Add comment' }).click();
    await expect.poll(() => detail.getByLabel('Comment text').inputValue()).toBe('');
  }
  for (const text of tags) {
    await detail.getByRole('radio', { name: 'Tag' }).check();
    await detail.getByLabel('Tag name').fill(text);
    await detail.getByRole('button', { name: 'Add tag' }).click();
    await expect.poll(() => detail.getByLabel('Tag name').inputValue()).toBe('');
  }
  await expectCalm('annotated account');
  await person.goTo('Annotations');
  const all = comments.length + tags.length;
  await page.getByText(`${all} of ${all} annotations`).waitFor();
  await expectCalm('annotations');
  await person.goTo('Custody');
  await page.getByRole('table', { name: 'Custody log' }).getByRole('row').nth(5).waitFor();
  await expectCalm('custody');
  await person.goTo('Accounts');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await expectCalm('annotated accounts');
  // Undo says in the title of its button what it would undo.
  await page.keyboard.press('Control+z');
  await page.getByText(/^Undone/).waitFor();
  await expectCalm('undone');
});

test('a bundle of all that is written and verified', async () => {
  await person.button('Export').click();
  await page.getByRole('list', { name: 'What the bundle will hold' }).waitFor();
  await expectCalm('export');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await person.exportBundle(join(folder, `${MARKUP[0].replaceAll('/', '')} \u202epiz.zip`));
  await expectCalm('exported');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
});

test('the list of recent cases and the dialog for opening show names as text', async () => {
  await page.getByRole('button', { name: 'Close case' }).click();
  await page.getByRole('table', { name: 'Recent cases' }).waitFor();
  await expectCalm('start');
});
