import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openApp, picture, tempFolder } from './app.ts';

const TEXT = 'Solve the riddle <img src=x onerror=alert(1)> step by step';

test('a prompt text is found, revealed by keyboard, recorded, and masked elsewhere', async () => {
  const folder = tempFolder();
  const log = join(folder, 'log.csv');
  const lines = Array.from(
    { length: 40 },
    (_, i) => `2026-05-04T0${i % 10}:00:00Z,ac_${i % 5},"${i % 4 === 0 ? TEXT : `another text ${i}`}"`,
  );
  writeFileSync(log, `timestamp,account_id,prompt_text\n${lines.join('\n')}\n`);
  const person = await openApp();
  const { page } = person;
  await person.newCase(join(folder, 'case.swcase'), 'Texts', null);
  await person.goTo('Search');
  await page.getByText('No prompt text in this case').waitFor();
  await picture(page, 'search-empty');
  await person.beginImport(log);
  await person.runImport();

  await person.goTo('Search');
  await page.getByRole('searchbox', { name: 'Search prompt texts' }).fill('"step by step" riddle');
  await page.getByText('1 of 31 texts').waitFor();
  const table = page.getByRole('table', { name: 'Texts found' });
  expect(await table.textContent()).not.toContain('riddle');
  await picture(page, 'search-masked');
  const reveal = table.getByRole('button', { name: /^Reveal: Prompt text, 58 characters, sha256 / });
  await reveal.focus();
  await page.keyboard.press('Enter');
  await table.getByText(TEXT).waitFor();
  // The same button hides it again, and hiding is not recorded; then it is revealed for the picture.
  await page.keyboard.press('Enter');
  await table.getByText(TEXT).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await table.getByText(TEXT).waitFor();
  await table.getByRole('button', { name: '10 requests with this text' }).click();
  const requests = page.getByRole('list', { name: 'Requests with this text' });
  await expect.poll(() => requests.getByRole('listitem').count()).toBe(10);
  await picture(page, 'search-revealed');

  // The way to the request: there the text is masked again.
  await requests.getByRole('button', { name: 'ac_0' }).first().click();
  const detail = page.getByRole('complementary', { name: 'Detail' });
  await detail.getByText(/^Prompt text, 58 characters/).waitFor();
  expect(await detail.textContent()).not.toContain('riddle');
  await detail.getByRole('button', { name: /^Reveal/ }).click();
  await detail.getByText(TEXT).waitFor();
  await picture(page, 'request-text-revealed');

  await person.goTo('Custody');
  await page.getByText('Prompt text revealed').first().waitFor();
  await expect.poll(() => page.getByText('Prompt text revealed').count()).toBe(3);
  expect(await page.locator('main').textContent()).not.toContain('riddle');
});
