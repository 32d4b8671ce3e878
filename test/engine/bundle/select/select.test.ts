import { expect, test } from 'vitest';
import { annotate } from '../../../../electron/engine/annotations/annotate.ts';
import { setStar } from '../../../../electron/engine/annotations/star.ts';
import { defaultChoice } from '../../../../electron/engine/bundle/select/default-choice.ts';
import { planBundle } from '../../../../electron/engine/bundle/select/plan.ts';
import { selectForBundle } from '../../../../electron/engine/bundle/select/select.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { pinExhibit } from '../../../../electron/engine/exhibits/pin.ts';
import { createFinding } from '../../../../electron/engine/findings/change.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { ROW_COLUMN } from '../../../../electron/engine/requests/columns.ts';
import { readNumbers } from '../../../../electron/engine/requests/read-chunk.ts';
import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import { madeOperator, putAnalysis } from '../../stored-analysis.ts';
import { canonical, importCsv, newCase } from '../../support.ts';

const DAY_US = 86_400_000_000;
const DAY = Date.parse('2026-05-04T00:00:00Z') * 1000;

/** Six accounts with four requests each, one a day, in the order a to f, so that account b has rows 5 to 8. */
async function caseOfSix(): Promise<{ open: Case; sha256: string }> {
  const open = await newCase();
  const rows = [...'abcdef'].flatMap((account) =>
    [0, 1, 2, 3].map((day) => `2026-05-0${4 + day}T00:00:00Z,${account},m-${day % 2}\n`),
  );
  const { sha256 } = await importCsv(
    open,
    `timestamp,account_id,model\n${rows.join('')}`,
    canonical('timestamp', 'account_id', 'model'),
  );
  return { open, sha256 };
}

async function chosen(open: Case, choice: Partial<BundleChoice>) {
  const selection = await selectForBundle(open, { ...defaultChoice(open), ...choice }, unwatched);
  const rowsOf = open.db.prepare('SELECT rows FROM request_chunk WHERE id = ?').pluck();
  const rows = [...selection.requests()].flatMap(({ chunk, indexes }) => {
    const numbers = readNumbers(open.db, chunk, ROW_COLUMN, rowsOf.get(chunk) as number);
    return indexes.map((index) => numbers[index]);
  });
  return {
    selection,
    accounts: [...selection.accounts].sort().join(''),
    rows: rows.sort((one, other) => one - other),
  };
}

test('by default what people marked goes along: a note on an account takes all of it, on a time or request that alone', async () => {
  const { open, sha256 } = await caseOfSix();
  annotate(open, 'account:a', 'tag', 'seen');
  annotate(open, `range:${DAY}-${DAY + 2 * DAY_US}@account:b`, 'comment', 'early');
  setStar(open, `request:${sha256}/12`, true);
  const { accounts, rows, selection } = await chosen(open, {});
  expect(accounts).toBe('abc');
  expect(rows).toEqual([1, 2, 3, 4, 5, 6, 12]);
  expect(selection.counts).toEqual({ requests: 7, beyondLimit: 0 });
  expect(selection.omitted.join('\n')).toContain('17 of the 24 requests of the case, 3 of its 6 accounts');
});

test('a finding brings what it is about, and the requests that its exhibits rest on', async () => {
  const { open } = await caseOfSix();
  putAnalysis(open, [madeOperator('O-1', ['c', 'd'])]);
  const finding = createFinding(open, { claim: 'They act together', scope: ['operator:O-1'] });
  const other = createFinding(open, { claim: 'Another', scope: ['account:f'] });
  const question = {
    query: 'activity',
    args: { account: 'e', range: { fromUs: DAY, toUs: DAY + DAY_US } },
  } as const;
  await pinExhibit(open, { finding, title: 'e on the first day', question, picture: null }, unwatched);
  annotate(open, 'operator:O-1', 'comment', 'together');
  annotate(open, 'account:f', 'comment', 'not chosen');
  const { accounts, rows, selection } = await chosen(open, { findings: [finding], accounts: [] });
  expect(accounts).toBe('cde');
  expect(rows).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
  expect([...selection.operators]).toEqual(['O-1']);
  expect(selection.hasRecord('finding', finding)).toBe(true);
  expect(selection.hasRecord('finding', other)).toBe(false);
  const exhibits = open.db.prepare("SELECT id FROM record WHERE kind = 'exhibit'").pluck().all() as string[];
  expect(exhibits.map((id) => selection.hasRecord('exhibit', id))).toEqual([true]);
  const notes = open.db
    .prepare("SELECT id, body ->> '$.text' AS text FROM record WHERE kind = 'annotation'")
    .all() as { id: string; text: string }[];
  expect(notes.filter(({ id }) => selection.hasRecord('annotation', id)).map(({ text }) => text)).toEqual([
    'together',
  ]);
});

test('an exhibit over all accounts brings requests of those that go along, and no others', async () => {
  const { open } = await caseOfSix();
  const finding = createFinding(open, { claim: 'Busy', scope: ['account:b'] });
  const question = { query: 'activity', args: { account: null, range: null } } as const;
  await pinExhibit(open, { finding, title: 'all', question, picture: null }, unwatched);
  const { accounts, rows } = await chosen(open, { findings: [finding] });
  expect(accounts).toBe('b');
  expect(rows).toEqual([5, 6, 7, 8]);
});

test('the row limit takes the first requests of each account by time, and says what it leaves out', async () => {
  const { open } = await caseOfSix();
  const { accounts, rows, selection } = await chosen(open, { accounts: ['b', 'd'], rowLimit: 3 });
  expect(accounts).toBe('bd');
  expect(rows).toEqual([5, 6, 7, 13, 14, 15]);
  expect(selection.counts).toEqual({ requests: 6, beyondLimit: 2 });
  expect(selection.omitted.join('\n')).toContain('Account b: 1 requests beyond the limit of 3');
});

test('everything is everything, and the plan counts it', async () => {
  const { open } = await caseOfSix();
  createFinding(open, { claim: 'Another', scope: ['account:f'] });
  const { accounts, rows } = await chosen(open, { whole: true });
  expect(accounts).toBe('abcdef');
  expect(rows).toHaveLength(24);
  expect(await planBundle(open, { ...defaultChoice(open), whole: true }, unwatched)).toMatchObject({
    findings: 1,
    accounts: 6,
    requests: 24,
    sources: 1,
    of: { findings: 1, accounts: 6, requests: 24 },
  });
});

test('what is not in the case any more is left out quietly', async () => {
  const { open } = await caseOfSix();
  const { accounts, rows } = await chosen(open, { accounts: ['gone'], operators: ['O-9'] });
  expect(accounts).toBe('');
  expect(rows).toEqual([]);
});
