import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Case } from '../../../electron/engine/case/case.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { undo } from '../../../electron/engine/commands/undo.ts';
import { pinExhibit } from '../../../electron/engine/exhibits/pin.ts';
import { createFinding } from '../../../electron/engine/findings/change.ts';
import { knownChecks } from '../../../electron/engine/findings/known-checks.ts';
import { rerunFindings } from '../../../electron/engine/findings/rerun-all.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { mergeCase } from '../../../electron/engine/merge/merge-case.ts';
import type { ExhibitQuestion } from '../../../shared/contract/exhibits.ts';
import { analyse, importDays } from '../exhibits/small-case.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

const MAPPING = canonical('timestamp', 'account_id');
const CHANGED = { finding: null, changedOnly: true };
const row = (minute: number, account: string) =>
  `timestamp,account_id\n2026-05-04T00:0${minute}:00Z,${account}\n`;
const activity = (account: string): ExhibitQuestion => ({
  query: 'activity',
  args: { account, range: null },
});

const pin = (open: Case, finding: string, question: ExhibitQuestion) =>
  pinExhibit(open, { finding, title: 'one', question, picture: null }, unwatched);

const counts = (open: Case) => {
  const { match, drift, cannot, unknown, due } = knownChecks(open);
  return { match, drift, cannot, unknown, due };
};
const NONE = { match: 0, drift: 0, cannot: 0, unknown: 0, due: 0 };

test('what an exhibit was found to be survives a restart, and counts until the data change', async () => {
  const path = join(tempFolder(), 'case.swcase');
  const first = await newCase(path);
  expect(knownChecks(first)).toMatchObject({ findings: 0, exhibits: 0, ...NONE });
  await importCsv(first, row(0, 'a'), MAPPING);
  const finding = createFinding(first, { claim: 'a' });
  createFinding(first, { claim: 'without any exhibit' });
  await pin(first, finding, activity('a'));
  expect(knownChecks(first)).toMatchObject({ findings: 1, exhibits: 1, ...NONE, match: 1 });
  const more = await importCsv(first, row(1, 'a'), MAPPING);
  expect(counts(first)).toEqual({ ...NONE, unknown: 1, due: 1 });
  expect(await rerunFindings(first, CHANGED, unwatched)).toMatchObject({ exhibits: 1, drift: 1 });
  expect(await rerunFindings(first, CHANGED, unwatched)).toMatchObject({ exhibits: 0 });
  await first.close();

  const open = await openCase(path, 'tester', null);
  expect(knownChecks(open)).toMatchObject({
    drift: 1,
    due: 0,
    moved: [{ claim: 'a', exhibits: [{ rerun: { state: 'drift', dataChanged: true } }] }],
  });
  await removeSource(open, more.sha256, unwatched);
  expect(counts(open)).toEqual({ ...NONE, unknown: 1, due: 1 });
  expect(await rerunFindings(open, CHANGED, unwatched)).toMatchObject({ match: 1, drift: 0 });
  undo(open);
  expect(counts(open)).toEqual(NONE);
  await open.close();
});

test('a new analysis alone has exhibits that rest on it worked out again', async () => {
  const open = await newCase();
  await importDays(open, 1, 4);
  await analyse(open);
  const finding = createFinding(open, { claim: 'left' });
  await pin(open, finding, activity('left'));
  await pin(open, finding, { query: 'signals', args: { account: 'left', most: 3 } });
  expect(counts(open)).toEqual({ ...NONE, match: 2 });
  await analyse(open);
  expect(counts(open)).toEqual({ ...NONE, match: 1, unknown: 1, due: 1 });
  expect(await rerunFindings(open, CHANGED, unwatched)).toMatchObject({ exhibits: 1 });
  expect(counts(open)).toMatchObject({ unknown: 0, due: 0 });
});

test('a case that cannot be written is told of what is worked out while it is open, and stays as it is', async () => {
  const path = join(tempFolder(), 'case.swcase');
  const made = await newCase(path);
  await importCsv(made, row(0, 'a'), MAPPING);
  await pin(made, createFinding(made, { claim: 'a' }), activity('a'));
  await importCsv(made, row(1, 'a'), MAPPING);
  const closed = new Case(path, made.connectReadOnly(), 'tester', null, 'For reading only.');
  expect(counts(closed)).toEqual({ ...NONE, unknown: 1, due: 1 });
  await rerunFindings(closed, CHANGED, unwatched);
  expect(counts(closed)).toEqual({ ...NONE, drift: 1 });
  await closed.close();
  expect(counts(made)).toEqual({ ...NONE, unknown: 1, due: 1 });
});

test('exhibits of a merged copy are due where they were pinned from other data', async () => {
  const folder = tempFolder();
  const [path, copy] = [join(folder, 'case.swcase'), join(folder, 'copy.swcase')];
  const made = await newCase(path);
  await importCsv(made, row(0, 'a'), MAPPING);
  const finding = createFinding(made, { claim: 'a' });
  await made.close();
  copyFileSync(path, copy);
  const other = await openCase(copy, 'other', null);
  await pin(other, finding, activity('a'));
  await importCsv(other, row(1, 'a'), MAPPING);
  await pin(other, finding, activity('a'));
  await other.close();

  const open = await openCase(path, 'tester', null);
  await mergeCase(open, copy, null, false);
  expect(counts(open)).toEqual({ ...NONE, unknown: 2, due: 1 });
  expect(await rerunFindings(open, CHANGED, unwatched)).toMatchObject({ exhibits: 1, drift: 1 });
  await open.close();
});
