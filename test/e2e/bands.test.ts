import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp, tempFolder } from './app.ts';
import { look } from './look.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const TOPICS = [
  'reinforcement learning',
  HOSTILE,
  'tool use',
  'unit tests',
  'tax law',
  'translation',
  'proofs',
  'geometry',
  'chemistry',
  'marketing',
  'recipes',
  'poetry',
  'travel',
  'music',
];

/** 1,800 requests of one account over eight weeks whose topics come and go, in sessions; some of another account. */
function log(): string {
  const lines = Array.from({ length: 1800 }, (_, i) => {
    const day = Math.floor(i / 32);
    const minute = (i % 32) * 13 + ((i * i) % 11);
    const time = new Date(Date.UTC(2026, 4, 4 + day, 8, minute)).toISOString();
    const wave = Math.floor((day / 57) * TOPICS.length);
    const topic =
      i % 17 === 0 ? '' : TOPICS[i % 5 < 3 ? wave : (i * 7 + (i % 3)) % (i % 2 ? 4 : TOPICS.length)];
    const model = i % 3 === 0 ? 'm-9-mini' : 'm-9';
    return `${time},ac_busy,${model},${topic},${i % 9 === 0 ? 429 : 200},s${Math.floor(i / 6)}`;
  });
  lines.push('never,ac_busy,m-9,tax law,200,', '2026-05-04T03:00:00Z,ac_quiet,m-8,tax law,200,');
  return `timestamp,account_id,model,topic,status,session_id\n${lines.join('\n')}\n`;
}

const nameOf = (chart: Locator) => chart.getAttribute('aria-label');

test('the account page shows what an account asked over time, proposes values, and follows the timeline', async () => {
  const folder = tempFolder();
  const path = join(folder, 'requests.csv');
  writeFileSync(path, log());
  const person = await openApp();
  const { page } = person;
  await person.newCase(join(folder, 'case.swcase'), 'Bands', null);
  await person.beginImport(path);
  await person.runImport();
  await person.openAccount('ac_busy');

  const chart = page.getByRole('application', { name: /^What it asked, over time/ });
  await chart.waitFor();
  expect(await nameOf(chart)).toMatch(
    /^What it asked, over time: 1,800 of 1,801 requests by topic in view, 12 of 14 topics and all others together, per 6 h, .*, UTC\./,
  );
  const part = page.locator('section.bands');
  await part.getByText('1 request without a valid time is in no cell.').waitFor();
  expect(await part.locator('img').count()).toBe(0);
  await page.locator('.bands-head').evaluate((head) => head.scrollIntoView({ block: 'start' }));
  await look(page, 'bands');

  // Every cell of the chart stands in its table twin.
  await person.button('Bands as a table').click();
  const table = part.getByRole('grid', { name: /^Counts by topic per/ });
  await table.waitFor();
  const first = (await table.getByRole('row').nth(1).innerText()).split('\n');
  expect(first).toHaveLength(6);
  expect(Number(first[4])).toBeGreaterThan(0);
  await person.button('Bands as a table').click();

  await person.button('Picture of what it asked, over time').click();
  await person.button('Copy as SVG').click();
  await page.getByText('Copied the picture as SVG text.').waitFor();
  const svg = await person.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(svg).toMatch(/^<svg .*What ac_busy asked, over time: 1,800 of 1,801 requests by topic in view/s);
  expect(svg).toMatch(/&(lt|#60);img src=x/);
  expect(svg).not.toContain('<img');

  // The keyboard walks from the name of a row over its cells; Enter proposes, Enter again applies.
  await chart.focus();
  const said = part.locator('.bands-said');
  await expect.poll(() => said.innerText()).toMatch(/of its [\d,]+ requests in view/);
  const [title] = (await said.innerText()).split(' · ');
  await page.keyboard.press('.');
  await expect.poll(() => said.innerText()).toMatch(/ · 2026-.* · [1-9]\d* of \d+ requests in it/);
  await page.keyboard.press('Enter');
  const proposed = page.getByRole('region', { name: 'Proposed condition' });
  await proposed.getByText(title).waitFor();
  await page.keyboard.press('Enter');
  await proposed.waitFor({ state: 'detached' });
  await part.getByText('Grey rows are left out by the filter’s own conditions on the topic.').waitFor();
  expect(await nameOf(chart)).toContain('1,800 of 1,801 requests by topic in view');
  await look(page, 'bands-filtered');

  // A condition on another field leaves its part of every band.
  await person.button('Status').click();
  await expect
    .poll(() => nameOf(chart))
    .toMatch(/ under the other conditions by status in view, 2 of 2 statuses/);

  // Alt and a click propose the opposite.
  await page.mouse.move(0, 0);
  await chart.click({ position: { x: 60, y: 30 }, modifiers: ['Alt'] });
  await proposed.getByText('not status').waitFor();
  await page.keyboard.press('Escape');
  await proposed.waitFor({ state: 'detached' });

  await person.button('Endpoint').click();
  await part.getByText(/^No request of the case states an endpoint/).waitFor();
  await part.getByRole('button', { name: 'Template', exact: true }).click();
  await part.getByText(/^An analysis shows here when the account used which recurring prompt\./).waitFor();
  await part.getByRole('button', { name: 'Analyse', exact: true }).waitFor();
  await person.button('Topic').click();
  await chart.waitFor();

  // The range is that of the timeline above; short ranges show each session as a bar.
  await person.timeline().focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press('w');
  await expect.poll(() => nameOf(chart)).toMatch(/per 15 min/);
  await part
    .getByText(/^Totals at the right.*Each bar is a session from its first request to its last/)
    .waitFor();
  await page.locator('.bands-head').evaluate((head) => head.scrollIntoView({ block: 'center' }));
  await look(page, 'bands-sessions');
});
