import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openApp, picture, tempFolder } from './app.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

/** 600 requests of one account over six weeks of office hours, and some of another. */
function log(): string {
  const lines = Array.from({ length: 600 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 4, 4 + (i % 40)));
    const hour = 8 + ((i * 7) % 10);
    const time = `${day.toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}:00Z`;
    const model = i % 50 === 0 ? HOSTILE : i % 3 === 0 ? 'm-9-mini' : 'm-9';
    const topic = i % 11 === 0 ? '' : `topic ${Math.floor(Math.sqrt(i))}`;
    return `${time},ac_busy,${model},${topic},${i % 9 === 0 ? 429 : 200},${100 + i},${i}`;
  });
  lines.push('2026-05-04T03:00:00Z,ac_quiet,m-8,topic 1,200,1,1');
  return `timestamp,account_id,model,topic,status,input_tokens,output_tokens\n${lines.join('\n')}\n`;
}

test('the account page says what an account used, and when, also as tables', async () => {
  const folder = tempFolder();
  const path = join(folder, 'requests.csv');
  writeFileSync(path, log());
  const person = await openApp();
  const { page } = person;
  await person.newCase(join(folder, 'case.swcase'), 'Use', null);
  await person.beginImport(path);
  await person.runImport();
  await person.openAccount('ac_busy');

  const models = page.getByRole('table', { name: 'Models of 600 requests' });
  await models.getByRole('row', { name: /^m-9 392/ }).waitFor();
  const [, first, , third] = await models.getByRole('row').allInnerTexts();
  expect(first).toMatch(/^m-9\s+392\s+.*65\.3 %$/s);
  expect(third).toMatch(/^<img src=x onerror=alert\(1\)>\s+12\s+.*2\.0 %$/s);
  expect(await page.locator('.account-use img').count()).toBe(0);
  const topics = page.getByRole('table', { name: 'Topics of 600 requests' });
  await topics.waitFor();
  const lines = await topics.getByRole('row').allInnerTexts();
  expect(lines).toHaveLength(13);
  expect(lines[11]).toMatch(/^and 14 more\s+/);
  expect(lines[12]).toMatch(/^No topic stated\s+55\s+.*9\.2 %$/s);
  await page.getByText('No endpoint column was imported.').waitFor();
  await page
    .getByText(/^Busiest day: 2026-05-04, 15 of 600 requests \(2\.5 %\), of 40 days with requests\./)
    .waitFor();
  await page.getByText(/Busiest hour of the week: \w+ \d\d:00 – \d\d:00, .* in UTC\.$/).waitFor();

  await person.button('Hours as a table').click();
  const hours = page.getByRole('table', { name: 'Requests by weekday and hour, UTC' });
  await expect.poll(() => hours.getByRole('row').count()).toBe(25);
  const cells = (await hours.getByRole('cell').allInnerTexts()).map(Number);
  expect(cells.reduce((sum, n) => sum + n, 0)).toBe(600);
  await person.button('Hours as a table').click();

  for (const theme of ['light', 'dark'] as const) {
    await person.chooseTheme(theme);
    await page.locator(`:root[data-theme="${theme}"]`).waitFor();
    await page.getByRole('heading', { name: 'What it used' }).scrollIntoViewIfNeeded();
    await page.locator('.busiest').evaluate((line) => line.scrollIntoView({ block: 'start' }));
    await picture(page, `account-use-${theme}`);
  }
});
