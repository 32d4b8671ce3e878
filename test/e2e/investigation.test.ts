import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Investigator } from '../../electron/dev/investigator.ts';
import type { SampleTruth } from '../../electron/engine/sample/truth.ts';
import { writeSample } from '../../electron/engine/sample/write-sample.ts';
import { close, openApp, picture, tempFolder } from './app.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import { look } from './look.ts';

const ANALYSIS_MS = 120_000;
/** Of the sample case; see sample-case.ts. */
const SAMPLE = { size: 'S', seed: 6 } as const;

/** One walk through the sample case, place after place. `arrived` is called wherever there is something to look at. */
async function walk(
  person: Investigator,
  path: string,
  arrived: (place: string) => Promise<void>,
): Promise<{ readonly members: readonly string[] }> {
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const rail = page.getByRole('navigation', { name: 'Views' });
  const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
  const scrollTo = (name: RegExp) =>
    page
      .getByRole('heading', { name })
      .first()
      .evaluate((element) => element.scrollIntoView());

  await arrived('start');
  await person.sampleCase(path);
  await page.getByRole('grid', { name: 'Accounts' }).getByRole('row').nth(1).waitFor();
  await arrived('accounts');

  await rail.getByRole('button', { name: 'Operators', exact: true }).click();
  await main.getByRole('button', { name: 'Analyse', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Analyse', exact: true }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.waitFor({ timeout: ANALYSIS_MS });
  await arrived('operators');

  await list.focus();
  await keyboard.press('Home');
  await keyboard.press('Enter');
  await heading(/^Operator O-/).waitFor();
  const id = (await heading(/^Operator O-/).innerText()).replace('Operator ', '');
  const table = page.getByRole('table', { name: 'Accounts of the operator' });
  const members = await table.getByRole('button').allInnerTexts();
  const lanes = page.getByRole('application', { name: /^\d+ lanes over time/ });
  await lanes.waitFor();
  await page.getByText('Succession', { exact: true }).waitFor();
  await arrived('operator');

  // Its lanes: synchrony, load and succession, and where single requests stand.
  await main.getByRole('button', { name: 'Lanes', exact: true }).click();
  await page.getByRole('main', { name: 'Lanes' }).waitFor();
  await lanes.waitFor();
  for (const fact of ['Synchrony', 'Load', 'Succession'])
    await page.getByText(fact, { exact: true }).waitFor();
  await page.getByRole('img', { name: /^Times between successive requests/ }).waitFor();
  await arrived('lanes');
  await lanes.focus();
  await keyboard.press('ArrowDown');
  for (let step = 0; step < 4; step++) await keyboard.press('w');
  await keyboard.press('.');
  await page.locator('.lanes-line strong').waitFor();
  await arrived('lanes-near');
  await page.getByLabel('Table', { exact: true }).selectOption('lanes');
  await page.getByRole('grid', { name: /^Lanes in the order drawn/ }).waitFor();
  await arrived('lanes-table');

  await keyboard.press('Alt+ArrowLeft');
  await heading(`Operator ${id}`).waitFor();
  await main.getByRole('button', { name: 'Coverage', exact: true }).click();
  await heading(`Coverage of operator ${id}`).waitFor();
  await page.getByRole('application', { name: /^Who asked what/ }).waitFor();
  await page.getByRole('list', { name: 'What the partition says' }).waitFor();
  await page.getByRole('application', { name: /^Growth in order of time/ }).waitFor();
  await arrived('coverage');
  await scrollTo(/^Who covers what/);
  await page.getByRole('button', { name: 'Topics as a table' }).click();
  await page.getByRole('region', { name: 'Topics as a table' }).waitFor();
  await arrived('partition');

  await keyboard.press('Alt+ArrowLeft');
  await heading(`Operator ${id}`).waitFor();
  await page.getByRole('button', { name: 'Show links' }).click();
  const graph = page.getByRole('application', { name: /^Linked accounts/ });
  await graph.waitFor();
  await page.locator('[role=application][aria-busy=false]').waitFor();
  await arrived('links');
  await graph.focus();
  await keyboard.press('Escape');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight']) await keyboard.press(key);
  await arrived('links-walked');
  const tab = (name: string) =>
    page.getByRole('toolbar', { name: 'Picture' }).getByRole('button', { name, exact: true });
  await tab('Line table').click();
  await page.getByRole('table', { name: 'Links of the picture' }).waitFor();
  await arrived('links-table');
  await tab('Picture').click();

  // The link of two accounts, taken apart.
  await keyboard.press('Alt+ArrowLeft');
  await heading(`Operator ${id}`).waitFor();
  await page.getByText(/links? as a table$/).click();
  await page
    .getByRole('table', { name: 'Links of the operator' })
    .getByRole('button', { name: 'Take apart' })
    .nth(1)
    .click();
  await page.getByRole('img', { name: /^From a prior of −/ }).waitFor();
  await scrollTo(/^The link of two/);
  await lanes.waitFor();
  await page.getByText('Succession', { exact: true }).waitFor();
  await arrived('waterfall');

  // A member, what it does by itself, and a word of what it is.
  await table.getByRole('button').first().click();
  await heading(members[0]).waitFor();
  await person.timeline().waitFor();
  await page.getByRole('table', { name: 'The link, item by item' }).waitFor();
  await page.getByRole('heading', { name: /^Analysis/ }).waitFor();
  await arrived('member');
  await person.brush(0.4, 0.6);
  await person
    .button(/^Apply/)
    .first()
    .waitFor();
  await keyboard.press('Escape');
  await person.annotate('Tag', 'one operator');
  await arrived('tagged');

  // Back by the trail to where it began.
  await person.button('Previous view').click();
  await heading(`Operator ${id}`).waitFor();
  await lanes.waitFor();
  await page.getByText('Succession', { exact: true }).waitFor();
  await arrived('back-at-operator');
  const trail = page.getByRole('region', { name: 'Trail' });
  await trail.getByRole('button', { name: 'Operators', exact: true }).click();
  await list.waitFor();
  await arrived('back-at-operators');
  await trail.getByRole('button', { name: 'Accounts', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search accounts and tags' }).fill('one operator');
  await page.getByText(/^1 of [\d,]+ accounts$/).waitFor();
  await page.getByRole('grid', { name: 'Accounts' }).getByText(members[0]).waitFor();
  await arrived('back-at-accounts');
  return { members };
}

/** The centre at rest, in the light theme and with no pointer on it. */
async function see(page: Page): Promise<Fingerprint> {
  await page.evaluate(() => window.stillwatch.setTheme('light'));
  await page.locator(':root[data-theme="light"]').waitFor();
  await page.mouse.move(1, 1);
  return fingerprint(page);
}

test('an investigation of the sample case, from start screen to tag and back, looks the same twice', async () => {
  const folder = tempFolder();
  const first = new Map<string, Fingerprint>();
  const person = await openApp();
  const { members } = await walk(person, join(folder, 'one.swcase'), async (place) => {
    first.set(place, await see(person.page));
    await look(person.page, `investigation-${place}`);
  });
  await close(person.app);

  // What stands first is one of the campaigns that were planted.
  await writeSample(join(folder, 'sample'), SAMPLE);
  const truth: SampleTruth = JSON.parse(readFileSync(join(folder, 'sample', 'truth.json'), 'utf8'));
  const planted = truth.operators.filter(({ campaign }) => campaign !== null);
  const most = Math.max(
    ...planted.map(({ accounts }) => members.filter((id) => accounts.includes(id)).length),
  );
  expect(most).toBeGreaterThan(members.length * 0.8);

  const second = await openApp();
  const differing: string[] = [];
  await walk(second, join(folder, 'two.swcase'), async (place) => {
    const before = first.get(place) as Fingerprint;
    const now = await see(second.page);
    const names = new Set([...Object.keys(before), ...Object.keys(now)]);
    const parts = [...names].filter((name) => before[name] !== now[name]);
    // Beside it stands the picture of the first walk.
    if (parts.length > 0) await picture(second.page, `investigation-${place}-light-again`);
    differing.push(...parts.map((part) => `${place}: ${part}`));
  });
  expect(differing).toEqual([]);
}, 600_000);

test('every view of an empty case, and of one that is not analysed, offers the next act as a button', async () => {
  const folder = tempFolder();
  const person = await openApp();
  const { page } = person;
  const main = page.getByRole('main');
  const offered = async (of: string, acts: Readonly<Record<string, string | RegExp>>) => {
    for (const [view, act] of Object.entries(acts)) {
      await page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('button', { name: new RegExp(`^${view}( [\\d,]+)?$`) })
        .click();
      await page.getByRole('main', { name: view, exact: true }).waitFor();
      const button = main.getByRole('button', { name: act, exact: true, disabled: false });
      await button.first().waitFor();
      await look(page, `${of}-${view.toLowerCase().replaceAll(' ', '-')}`);
    }
  };
  await person.newCase(join(folder, 'empty.swcase'), 'Empty', null);
  await offered('no-data', {
    Accounts: 'Import logs',
    Operators: 'Import logs',
    Templates: 'Import logs',
    Search: 'Import logs',
    Lanes: 'Import logs',
    'Linked accounts': 'Import logs',
    Coverage: 'Import logs',
    Cohorts: 'Import logs',
    Sources: 'Import logs',
    Annotations: 'Go to accounts',
    Custody: 'Verify chain',
  });
  await person.button('Close case').click();
  await person.sampleCase(join(folder, 'sample.swcase'));
  await offered('no-analysis', {
    Operators: 'Analyse',
    Templates: 'Analyse',
    'Linked accounts': 'Analyse',
    Cohorts: 'Analyse',
    Annotations: 'Go to accounts',
    Lanes: 'Analyse',
    Coverage: /^Coverage of the foremost \d+ accounts$/,
  });
  await main.getByRole('button', { name: /^Coverage of the foremost/ }).click();
  await page.getByRole('application', { name: /^Who asked what: 25 of 25 accounts/ }).waitFor();
}, 300_000);
