import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openApp, picture, tempFolder } from './app.ts';

const HEADER =
  'account_id,organization_id,created_at,plan,email,payment_fingerprint,status,status_changed_at,note';
const ACCOUNTS = `${HEADER}
ac_silent,org_1,2026-03-01T08:00:00Z,pro,Amber.Birch1234@gmail.com,PF_77,active,,first
ac_silent,org_1,2026-03-01T08:00:00Z,pro,Amber.Birch1234@gmail.com,PF_77,suspended,2026-05-04T10:30:00Z,first
ac_other,org_1,soon,pro,<img src=x onerror=alert(1)>@x,pf_77,active,,
,org_1,,,,,,,
`;
const CONTEXT = `timestamp,kind,label,source
2026-05-04T09:00:00Z,model_release,Model 5 <script>alert(1)</script>,changelog
2026-05-01T00:00:00Z,incident,Outage in the west,status page
`;

test('tables of accounts and context come in through the window, and stand on the account page and under Sources', async () => {
  const folder = tempFolder();
  const [accounts, context] = ['accounts.csv', 'context.csv'].map((name) => join(folder, name));
  writeFileSync(accounts, ACCOUNTS);
  writeFileSync(context, CONTEXT);
  const person = await openApp();
  const { page } = person;
  await person.newCase(join(folder, 'case.swcase'), 'Tables', null);

  await person.beginImport(accounts);
  const holds = page.getByLabel('This file holds');
  await expect.poll(() => holds.inputValue()).toBe('accounts');
  await holds.selectOption('context');
  await page.getByText('Label is required: choose its column.').waitFor();
  await holds.selectOption('accounts');
  await page.getByText('Rejected: No account id').waitFor();
  await picture(page, 'mapping-accounts');
  await person.runImport();
  await page.getByText('4 rows read = 3 stored + 0 duplicates + 0 conflicts + 1 rejected').waitFor();

  await person.beginImport(context);
  await expect.poll(() => holds.inputValue()).toBe('context');
  await person.runImport();
  await person.goTo('Sources');
  const events = page.getByRole('table', { name: /^Context events/ });
  await events.waitFor();
  await expect.poll(() => events.getByRole('row').nth(1).innerText()).toContain('Outage in the west');
  expect(await events.innerText()).toContain('<script>');
  await picture(page, 'sources-tables');

  await person.goTo('Accounts');
  await page.getByText('2 of 2 accounts', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'ac_silent' }).first().click();
  await page.getByText('No requests of this account are in the case.').waitFor();
  const history = page.getByRole('table', { name: 'Status history' });
  await history.waitFor();
  expect(await history.getByRole('row').allInnerTexts()).toEqual([
    expect.stringContaining('Status'),
    expect.stringMatching(/active\s+no change stated/),
    expect.stringMatching(/suspended\s+2026-05-04 10:30/),
  ]);
  const identifiers = page.getByRole('table', { name: 'Identifiers' });
  await identifiers.getByRole('row', { name: /Payment fingerprint pf_77 PF_77 2 of 2/ }).waitFor();
  await identifiers.getByText('amberbirch#@gmail.com').waitFor();
  await picture(page, 'account-record');

  await person.goTo('Sources');
  await page.getByRole('button', { name: 'accounts.csv' }).first().click();
  await person.button('Take this import back').click();
  await page.getByText('All 3 account records of').waitFor();
  await person.button('Take the import back').click();
  await page.getByText('The import was taken back').waitFor();
  await person.goTo('Accounts');
  await page.getByText('2 of 2 accounts', { exact: true }).waitFor({ state: 'detached' });
});
