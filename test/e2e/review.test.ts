import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOperator, readOperatorRows } from '../../electron/engine/analysis/results.ts';
import { runAnalysis } from '../../electron/engine/analysis/run-analysis.ts';
import type { Case } from '../../electron/engine/case/case.ts';
import { changeCase } from '../../electron/engine/case/change-case.ts';
import { openCase } from '../../electron/engine/case/open-case.ts';
import { act } from '../../electron/engine/commands/act.ts';
import { pinExhibit } from '../../electron/engine/exhibits/pin.ts';
import { createFinding, setFindingStatus } from '../../electron/engine/findings/change.ts';
import { giveVerdict } from '../../electron/engine/findings/verdict.ts';
import { readMatrix } from '../../electron/engine/hypotheses/matrix.ts';
import { prefill } from '../../electron/engine/hypotheses/prefill.ts';
import { rateCell } from '../../electron/engine/hypotheses/rate.ts';
import { importFile } from '../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../electron/engine/import/mapping-file.ts';
import { unwatched } from '../../electron/engine/jobs/job.ts';
import { readRecord } from '../../electron/engine/records/read.ts';
import { eachPromptText } from '../../electron/engine/texts/each-text.ts';
import { SvgDrawing } from '../../renderer/draw/svg-drawing.ts';
import type { ExhibitQuestion } from '../../shared/contract/exhibits.ts';
import { analysedCase } from './analysed-case.ts';
import { openApp, PICTURES, picture, tempFolder } from './app.ts';
import { look } from './look.ts';
import { pdfText } from './pdf-text.ts';

const FIRST = 'These accounts are run by one operator';
const SECOND = 'The operator collects answers to train another model';
const WITHDRAWN = 'The operator resells access';
const NOTES = 'Pause here and ask counsel about the contract';
const DISSENT = 'A shared office network would look the same';
/** Stands in a prompt of the case and nowhere else. */
const CANARY = 'zyzzyva-canary explain this proof';

/** Steps of which pictures are made, each kind once. */
const LOOKED_AT = new Set([
  'Orchard',
  FIRST,
  'The operator',
  'What else would explain it',
  'Who covers what',
  'Strongest signals',
  'A template',
  'Two days of the case',
  '3 findings',
]);

/** Two findings with all kinds of exhibits, one that was withdrawn; an exhibit that drifted; prompts with the canary. */
async function prepared(path: string, folder: string): Promise<{ prompts: readonly string[] }> {
  const log = join(folder, 'canary.csv');
  let open = await openCase(path, 'R. Reviewer', null);
  const [a] = readOperator(open.db, readOperatorRows(open.db)[0].id).operator.accounts;
  const rows = ['10:00', '11:00'].map(
    (time) => `2026-03-09T${time}:00Z,${a},kestrel-2,200,"${CANARY} ${time}"`,
  );
  writeFileSync(log, ['timestamp,account_id,model,status,prompt_text', ...rows, ''].join('\n'));
  await importFile(open, log, await completeMapping(open.db, log, null), unwatched);
  const sha256 = createHash('sha256').update(readFileSync(log)).digest('hex');
  await runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched);
  changeCase(open, {
    pap: 'PAP:AMBER',
    question: 'Are these accounts run by one party, and do they collect answers to train a model?',
  });
  const operator = readOperatorRows(open.db).find(({ id }) =>
    readOperator(open.db, id).operator.accounts.includes(a),
  )!.id;
  const { links, members } = readOperator(open.db, operator);
  const accounts = members.map(({ account }) => account);
  const first = createFinding(open, {
    claim: FIRST,
    scope: [`operator:${operator}`, `account:${a}`, `request:${sha256}/1`],
    likelihood: 'very likely',
    confidence: 'moderate',
    confidenceReason: 'Two kinds of evidence of different sources agree; account records are of one source.',
    reasoning: `The load of [[account:${a}]] moves to the others within an hour of its end.`,
    changeMind: 'Account records that name different payers.',
    missing: 'A shared card; none is in the data.',
    speakerNotes: NOTES,
  });
  const pin = (finding: string, title: string, question: ExhibitQuestion, svg: string | null = null) =>
    pinExhibit(open, { finding, title, question, picture: svg }, unwatched);
  const link = { query: 'link', args: { a: links[0].a, b: links[0].b } } as const;
  const { id: drifted } = await pin(first, 'Requests of the first account', {
    query: 'activity',
    args: { account: a, range: null },
  });
  await pin(first, 'The strongest link', link, drawing());
  await pin(first, 'Lanes of the operator', { query: 'synchrony', args: { accounts } });
  await pin(first, 'The operator', { query: 'operator', args: { operator } });
  const second = createFinding(open, { claim: SECOND, likelihood: 'likely', confidence: 'low' });
  await pin(second, 'Who covers what', { query: 'partition', args: { of: { accounts } } });
  await pin(second, 'Strongest signals', { query: 'signals', args: { account: a, most: 6 } });
  const template = open.db.prepare('SELECT id FROM analysis_template ORDER BY id').pluck().get() as string;
  await pin(second, 'A template', { query: 'template', args: { template } });
  const fromUs = Date.parse('2026-03-03T00:00:00Z') * 1000;
  await pin(second, 'Two days of the case', {
    query: 'activity',
    args: { account: null, range: { fromUs, toUs: fromUs + 172_800e6 } },
  });
  const chips = [{ field: 'account' as const, values: [a], negate: false }];
  await pin(second, 'Under a filter', {
    query: 'filter',
    args: { filter: { range: null, chips }, facets: ['model'] },
  });
  await pin(second, 'Totals', { query: 'profile', args: { account: a } });
  const sql = { query: 'sql', args: { sql: 'SELECT count(*) AS requests FROM requests' } } as const;
  const { id: statement } = await pin(second, 'All requests', sql);
  const withdrawn = createFinding(open, { claim: WITHDRAWN });
  setFindingStatus(open, withdrawn, 'withdrawn');
  // As it might come with another copy of the case: a statement that reads prompts, and a figure that is not so now.
  const forged = readRecord(open.db, 'exhibit', statement)!;
  const reads = { ...forged, args: { sql: `SELECT prompt_text FROM requests WHERE account_id = '${a}'` } };
  const old = readRecord(open.db, 'exhibit', drifted)!;
  const moved = {
    ...old,
    resultHash: old.resultHash.replaceAll(/\w/g, '0'),
    figures: old.figures.map((figure) =>
      figure.name === 'requests' ? { ...figure, value: figure.value! - 120 } : figure,
    ),
  };
  act(open, {
    action: 'test.forge',
    title: 'forge exhibits',
    changes: [
      { kind: 'exhibit', id: statement, body: reads },
      { kind: 'exhibit', id: drifted, body: moved },
    ],
  });
  prefill(open, first, operator, null);
  const matrix = readMatrix(open.db, first);
  for (const evidence of matrix.evidence.slice(0, 4))
    for (const [at, { id }] of matrix.hypotheses.entries())
      rateCell(open, evidence.id, id, at === 0 ? '+' : '--');
  giveVerdict(open, first, 'agrees', 'The exhibits agree with each other.');
  await open.close();
  open = await openCase(path, 'D. Doubter', null);
  giveVerdict(open, first, 'dissents', DISSENT);
  const prompts = promptsOf(open);
  await open.close();
  return { prompts };
}

function drawing(): string {
  const drawn = new SvgDrawing({ widthPx: 400, heightPx: 120 }, (text) => text.length * 7);
  drawn.font = '13px "Inter Variable"';
  drawn.fillText('As it was', 20, 60);
  return drawn.toString();
}

/** The canary, and the beginnings of prompts of the sample. */
function promptsOf(open: Case): readonly string[] {
  const beginnings = new Set<string>();
  for (const { id, text } of eachPromptText(open.db))
    if (id % 40 === 0 && text.length > 50) beginnings.add(text.slice(0, 45));
  return [CANARY, ...beginnings];
}

test('findings are chosen, walked through with live charts and without a prompt, noted, and printed', async () => {
  const folder = tempFolder();
  const path = await analysedCase(folder);
  const { prompts } = await prepared(path, folder);
  expect(prompts.length).toBeGreaterThan(100);
  const person = await openApp();
  const { page, app } = person;
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
  const progress = (text: string | RegExp) => page.locator('.review-progress').getByText(text).waitFor();
  const findings = () => page.getByRole('main', { name: 'Findings' });
  const shown = () => page.evaluate(() => document.documentElement.outerHTML);
  const acts = async () =>
    Number((await page.locator('.status-line').innerText()).match(/log ([\d,]+) entr/)?.[1]);
  await page.setViewportSize({ width: 1400, height: 900 });
  // A case without findings has nothing to choose from.
  await person.newCase(join(folder, 'empty.swcase'), 'Empty', null);
  await keyboard.press('Shift+R');
  await dialog.getByText(/There is no finding in this case yet/).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await person.button('Close case').click();
  await person.openCase(path, null);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Findings' }).click();
  await findings().waitFor();

  // Choosing: nothing is chosen at first, then three in an order that is changed by button and key.
  await person.button('Review…').click();
  await dialog.getByText('None is chosen yet.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Start' }).isDisabled()).toBe(true);
  await look(page, 'review-none-chosen');
  await dialog.getByRole('button', { name: 'Add all that are not withdrawn' }).click();
  await dialog.getByRole('button', { name: `Add: ${WITHDRAWN}` }).click();
  await dialog.getByRole('button', { name: `Up: ${WITHDRAWN}` }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe(`Up: ${WITHDRAWN}`);
  await keyboard.press('Shift+ArrowUp');
  await dialog.locator('ol li').first().getByText(WITHDRAWN).waitFor();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  expect(await dialog.locator('ol .review-claim').allInnerTexts()).toEqual([FIRST, SECOND, WITHDRAWN]);
  await look(page, 'review-chosen');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const before = await acts();

  // The walk, by keys; the marking stands above and below each step, and no prompt anywhere.
  await keyboard.press('Shift+R');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await progress(/^Step 1 of \d+$/);
  expect(await page.getByRole('navigation', { name: 'Views' }).count()).toBe(0);
  await page.getByText('1 finding shown here was withdrawn').waitFor();
  const steps = Number((await page.locator('.review-progress').innerText()).split(' of ')[1]);
  const rowsOfExhibit = page.getByRole('region', { name: /^Rows of exhibit/ }).getByRole('row');
  const charts: Readonly<Record<string, () => Promise<void>>> = {
    'Requests of the first account': () => person.timeline().waitFor(),
    'The strongest link': () => page.getByRole('img', { name: /^From a prior of/ }).waitFor(),
    'Lanes of the operator': () => page.getByRole('application', { name: /lanes? over time/ }).waitFor(),
    'The operator': () => page.getByRole('heading', { name: /^Its strongest link/ }).waitFor(),
    'Who covers what': () => page.getByRole('list', { name: 'What the partition says' }).waitFor(),
    'Strongest signals': () => page.getByRole('table', { name: 'Signals', exact: true }).waitFor(),
    'A template': () => page.getByRole('table', { name: 'Growth in numbers' }).waitFor(),
    'Two days of the case': () => person.timeline().waitFor(),
    'Under a filter': () => rowsOfExhibit.nth(3).waitFor(),
    Totals: () => rowsOfExhibit.nth(3).waitFor(),
    'All requests': () => page.getByText(/This statement reads prompt texts/).waitFor(),
  };
  const seen: string[] = [];
  const next = ['ArrowRight', 'Space', 'PageDown'];
  for (let at = 1; at <= steps; at++) {
    await progress(new RegExp(`^Step ${at} of ${steps}`));
    const name = await page.locator('.review-heading h1').innerText();
    seen.push(name);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await charts[name]?.();
    expect(await page.getByText('TLP:AMBER · PAP:AMBER', { exact: true }).count()).toBeGreaterThanOrEqual(2);
    const html = await shown();
    expect(
      prompts.filter((prompt) => html.includes(prompt)),
      name,
    ).toEqual([]);
    expect(html).not.toContain(NOTES);
    if (LOOKED_AT.has(name) && !seen.slice(0, -1).includes(name))
      await look(page, `review-${String(at).padStart(2, '0')}`);
    if (name === 'Who covers what') {
      // Its requests are listed; the drawer, which would hold the rows around them, is not here.
      await page.getByRole('application', { name: /^Who asked what/ }).focus();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await page.getByRole('region', { name: 'Requests of the cell' }).waitFor();
      expect(await person.button('Rows around them').count()).toBe(0);
      await page.locator('.review-heading h1').focus();
    }
    if (at < steps) await keyboard.press(next[at % 3]);
  }
  expect(seen.filter((name) => name in charts)).toEqual(Object.keys(charts));
  await page.getByRole('table', { name: 'Findings of the review' }).getByText('withdrawn').waitFor();
  await keyboard.press('ArrowRight');
  await progress(`Step ${steps} of ${steps}`);
  await keyboard.press('ArrowLeft');
  await progress(`Step ${steps - 1} of ${steps}, finding 3 of 3`);

  // Likelihood and confidence apart, the dissent with its reason, the prompt masked until it is revealed.
  await keyboard.press('1');
  await heading(FIRST).waitFor();
  expect(await page.getByRole('region', { name: 'Likelihood' }).innerText()).not.toMatch(
    /confidence|moderate/i,
  );
  await page.getByRole('region', { name: 'Confidence' }).getByText('moderate').waitFor();
  await page.getByText(DISSENT).waitFor();
  await page.getByRole('button', { name: /^Reveal: Prompt text/ }).click();
  await page.getByText(CANARY).waitFor();
  await keyboard.press('9');
  await page.getByText('This review has no finding 9.').waitFor();

  // An exhibit that drifted says by how much.
  await keyboard.press('o');
  await look(page, 'review-overview');
  await dialog.getByRole('button', { name: 'Exhibit 1: Requests of the first account' }).click();
  await heading('Requests of the first account').waitFor();
  await person.button('Work out again').click();
  await page.getByText(/^Drift: 1 of \d+ figures moved/).waitFor();
  await page.getByRole('table', { name: 'Figures of exhibit 1' }).getByText('+120').waitFor();
  await look(page, 'review-drift');
  await person.button('Next').focus();
  await keyboard.press('Space');
  await heading('The strongest link').waitFor();
  await person.button('Show the picture as pinned').click();
  await page.getByText(/^As pinned on/).waitFor();
  await page.getByRole('img', { name: /^As pinned/ }).waitFor();

  // A chart has keys of its own, and Escape gives them back.
  await keyboard.press('ArrowRight');
  await charts['Lanes of the operator']();
  await page.getByRole('application').last().focus();
  await keyboard.press('ArrowRight');
  await heading('Lanes of the operator').waitFor();
  await keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await keyboard.press('ArrowLeft');
  await heading('The strongest link').waitFor();

  // Speaker notes, written where they are read.
  await keyboard.press('n');
  const notes = page.getByRole('textbox', { name: /^Speaker notes/ });
  expect(await notes.inputValue()).toBe(NOTES);
  await notes.fill(`${NOTES}, again`);
  await keyboard.press('Escape');
  await page.locator('.review-status').getByText('Finding saved.').waitFor();
  await page.setViewportSize({ width: 1100, height: 760 });
  await look(page, 'review-notes-1100');
  await keyboard.press('2');
  await heading(SECOND).waitFor();
  await keyboard.press('n');
  await keyboard.press('1');
  await look(page, 'review-claim-1100');
  await keyboard.press('o');
  await dialog.getByRole('button', { name: 'Exhibit 3: Lanes of the operator' }).click();
  await charts['Lanes of the operator']();
  await picture(page, 'review-lanes-1100');

  // On paper: all findings, no prompt, and notes only where they are asked for.
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  for (const withNotes of [false, true]) {
    await page.evaluate(() => document.documentElement.removeAttribute('data-printed'));
    await keyboard.press('p');
    if (withNotes) await dialog.getByLabel('With speaker notes').check();
    else await look(page, 'review-print-dialog');
    await dialog.getByRole('button', { name: 'Print' }).click();
    await page.locator(':root[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate(() => document.body.innerText);
    for (const claim of [FIRST, SECOND, WITHDRAWN]) expect(paper.split(claim).length).toBeGreaterThan(2);
    expect(paper).toContain(DISSENT);
    expect(paper.includes(NOTES)).toBe(withNotes);
    expect(prompts.filter((prompt) => paper.includes(prompt))).toEqual([]);
    expect(paper).not.toContain('Work out again');
    await picture(page, `review-paper${withNotes ? '-notes' : ''}`);
    await page.emulateMedia({ media: null });
    const encoded = await app.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0].webContents.printToPDF({ printBackground: true });
      return pdf.toString('base64');
    });
    const pdf = Buffer.from(encoded, 'base64');
    if (!withNotes) writeFileSync(join(PICTURES, 'review.pdf'), pdf);
    const text = await pdfText(pdf);
    for (const claim of [FIRST, SECOND, WITHDRAWN]) expect(text).toContain(claim);
    expect(text.includes(NOTES)).toBe(withNotes);
    expect(text).not.toContain(CANARY);
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThanOrEqual(4);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.locator('.review-print').waitFor({ state: 'detached' });
  }

  // What was done: one act for the notes, one entry for the prompt that was revealed; leaving is none.
  await keyboard.press('Escape');
  await findings().waitFor();
  expect(await acts()).toBe(before + 2);
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await person.button('Review…').click();
  await dialog.getByText('None is chosen yet.').waitFor();
}, 300_000);
