import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseNext } from '../../electron/dev/investigator.ts';
import { annotate } from '../../electron/engine/annotations/annotate.ts';
import { editAnnotation } from '../../electron/engine/annotations/change.ts';
import { listAnnotations } from '../../electron/engine/annotations/read.ts';
import { openCase } from '../../electron/engine/case/open-case.ts';
import { openApp, tempFolder } from './app.ts';
import { look } from './look.ts';

const ANALYSIS_MS = 120_000;

/** What a colleague does meanwhile in a copy of the case: says otherwise of the same comment, and adds a tag. */
async function workInCopy(path: string, copy: string, text: string): Promise<void> {
  copyFileSync(path, copy);
  const open = await openCase(copy, 'B. Colleague', null);
  try {
    const note = listAnnotations(open.db, null).find((one) => one.text === text)!;
    editAnnotation(open, note.id, 'active by day too');
    annotate(open, note.on, 'tag', 'ring');
  } finally {
    await open.close();
  }
}

test('anything is tagged, starred and mentioned; copies are merged, conflicts decided, and history walked', async () => {
  const folder = tempFolder();
  const [path, copy] = ['case.swcase', 'copy.swcase'].map((name) => join(folder, name));
  const person = await openApp();
  const { page } = person;
  const { keyboard } = page;
  const main = page.getByRole('main');
  const detail = page.getByRole('complementary', { name: 'Detail' });
  const rail = page.getByRole('navigation', { name: 'Views' });
  const fromMenu = async (name: string) => {
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  await person.sampleCase(path);
  await rail.getByRole('button', { name: 'Operators', exact: true }).click();
  await main.getByRole('button', { name: 'Analyse', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Analyse', exact: true }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.waitFor({ timeout: ANALYSIS_MS });

  // An operator, from the list: a star by key, a tag by form, both seen on its row.
  await list.focus();
  await keyboard.press('Home');
  await detail.getByRole('button', { name: /^Add a note on operator/ }).click();
  await detail.getByRole('radio', { name: 'Tag' }).check();
  await detail.getByLabel('Tag name').fill('sweep');
  await detail.getByRole('button', { name: 'Add tag' }).click();
  const row = list.getByRole('row').nth(1);
  await row.getByText('sweep', { exact: true }).waitFor();
  await list.focus();
  await keyboard.press('s');
  await row.getByRole('img', { name: 'starred' }).waitFor();
  await look(page, 'annotations-operators');

  // On its page, a comment that mentions an account, which is a way there.
  await list.focus();
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Operator O-/, level: 1 }).waitFor();
  const notes = main.getByRole('region', { name: /^Notes on operator/ });
  await notes.getByRole('button', { name: /^Add a note/ }).click();
  await notes.getByLabel('Comment text').pressSequentially('led by @ac');
  await page
    .getByRole('listbox', { name: 'Accounts, operators and templates' })
    .getByRole('option')
    .first()
    .waitFor();
  await look(page, 'annotations-mention');
  await keyboard.press('Enter');
  await keyboard.press('Control+Enter');
  await notes.getByText('led by').waitFor();
  await notes.getByRole('button', { name: /^account / }).click();
  await page.getByRole('main', { name: 'Account', exact: true }).waitFor();
  await person.annotate('Comment', 'active at night');
  await detail.getByRole('button', { name: /^Star account/ }).click();
  await detail.getByRole('button', { name: /^Star account/, pressed: true }).waitFor();

  // A colleague works in a copy, and both change the same comment.
  await fromMenu('Close case');
  await person.button('New case').waitFor();
  await workInCopy(path, copy, 'active at night');
  await person.openCase(path, null);
  await person.goTo('Annotations');
  await main.getByRole('button', { name: 'Edit comment active at night' }).click();
  await main.getByLabel(/^Text of comment/).fill('active at night and on Sundays');
  await main.getByRole('button', { name: 'Save', exact: true }).click();
  await main.getByText('active at night and on Sundays').waitFor();
  await chooseNext(person.app, copy);
  await fromMenu('Merge another copy…');
  await person.button('Compare').click();
  await page.getByText('1 entry would be added').waitFor();
  await page.getByText(/^1 conflict: both copies/).waitFor();
  await look(page, 'merge-plan');
  await person.button('Merge').click();
  await page.getByRole('heading', { name: 'Conflicts', level: 1 }).waitFor();
  await page.getByRole('contentinfo').getByText('1 open conflict').waitFor();
  const conflict = main.getByRole('article');
  expect(await conflict.innerText()).toMatch(/active at night and on Sundays/);
  await look(page, 'conflicts');
  await conflict.getByRole('button', { name: 'Use this by B. Colleague' }).click();
  await page.getByText('No open conflicts').waitFor();

  // Tags get a hue and a meaning, the list is narrowed.
  await person.goTo('Annotations');
  await main.getByText('active by day too').waitFor();
  await main.getByRole('button', { name: /^Tags and their meaning/ }).click();
  const tags = main.getByRole('table', { name: 'Tags' });
  await tags.getByRole('row', { name: /sweep/ }).getByRole('button', { name: 'Change' }).click();
  await tags.getByLabel('Meaning').fill('goes through all topics in order');
  await tags.getByRole('radio', { name: 'Red' }).check();
  await tags.getByRole('button', { name: 'Save' }).click();
  await tags.getByText('goes through all topics in order').waitFor();
  await tags.getByRole('row', { name: /ring/ }).getByRole('button', { name: 'Change' }).click();
  await look(page, 'annotations-tags');
  await tags.getByRole('button', { name: 'Keep as it was' }).click();
  await main.getByLabel('What it is on').selectOption({ label: 'On operator (3)' });
  await main.getByText('3 of 6 annotations').waitFor();

  // The history, back to an act and forward again.
  await keyboard.press('Escape');
  await main.getByRole('button', { name: 'History' }).click();
  const acts = main.getByRole('table', { name: 'Acts' });
  await acts.getByRole('button', { name: /^Undo to here: add a star to operator/ }).click();
  await acts.getByRole('button', { name: /^Redo to here: describe the tag/ }).waitFor();
  await look(page, 'history');
  await acts.getByRole('button', { name: /^Redo to here: describe the tag/ }).click();
  await acts
    .getByRole('button', { name: /^Redo to here/ })
    .first()
    .waitFor({ state: 'detached' });
  await person.goTo('Annotations');
  await main.getByText('6 of 6 annotations').waitFor();
});
