import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workedExhibits } from '../../../../electron/engine/bundle/files/exhibits/worked.ts';
import { dumpPublished } from '../../../../electron/engine/bundle/published/dump.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { workOut } from '../../../../electron/engine/exhibits/work-out.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { questionsOf } from '../../exhibits/small-case.ts';
import { NEW_CASE } from '../../support.ts';
import { aboutOf, dumpOf, fillSmallCase, loadDump, publishedOf, WHOLE } from '../published-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
let open: Case;
let finding: string;

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  ({ finding } = await fillSmallCase(open));
});

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const textOf = (dump: Awaited<ReturnType<typeof dumpOf>>) =>
  Object.fromEntries([...dump].map(([path, lines]) => [path, [...lines()].join('')]));

test.each([
  ['whole', () => WHOLE],
  ['with prompts', () => ({ ...WHOLE, prompts: true })],
  ['a finding', () => ({ ...WHOLE, whole: false, findings: [finding] })],
  ['some requests of an account', () => ({ ...WHOLE, whole: false, accounts: ['left'], rowLimit: 7 })],
  ['nothing', () => ({ ...WHOLE, whole: false })],
])('what leaves (%s) comes back from the case that is loaded from it', async (_, choose) => {
  const choice = choose();
  const left = textOf(await dumpOf(open, choice));
  const published = await loadDump(
    new Map(Object.entries(left).map(([path, text]) => [path, () => text.match(/[^\n]*\n/g) ?? []])),
  );
  try {
    expect(textOf(dumpPublished({ open: published, about: aboutOf(open, choice) }))).toEqual(left);
  } finally {
    await published.close();
  }
  if (choice.whole) {
    expect(left['data/evidence/requests.ndjson'].split('\n').length - 1).toBe(open.info().counts.requests);
    expect(left['data/evidence/requests.ndjson'].includes('harbour')).toBe(choice.prompts);
    expect(left['data/tables/analysis_template.ndjson'].includes('harbour')).toBe(choice.prompts);
  }
});

test('of a whole case each exhibit is worked out to the same result', async () => {
  const published = await loadDump(await dumpOf(open, WHOLE));
  try {
    const { dataHash, counts, firstUs, lastUs } = open.info();
    expect(published.info()).toMatchObject({ dataHash, counts, firstUs, lastUs, encrypted: false });
    for (const question of questionsOf(open)) {
      const { resultHash, rowsHash, figures, rows } = await workOut(open, question, unwatched);
      const again = await workOut(published, question, unwatched);
      expect([question.query, again.rows]).toEqual([question.query, rows]);
      expect(again).toMatchObject({ resultHash, rowsHash, figures });
    }
  } finally {
    await published.close();
  }
});

test('of a part the exhibits that count the whole case are not what was pinned', async () => {
  const published = await publishedOf(open, { ...WHOLE, whole: false, findings: [finding] });
  try {
    const worked = await workedExhibits(published, unwatched);
    const drifted = worked.filter(({ rerun }) => rerun.state !== 'match');
    expect(worked).toHaveLength(10);
    // A filter counts "x of y", and a statement of SQL counts whatever is there.
    expect(drifted.map(({ body, rerun }) => [body.query, rerun.state])).toEqual([
      ['filter', 'drift'],
      ['sql', 'drift'],
    ]);
    for (const { body, worked: again } of worked)
      expect([body.query, again?.requests === body.rows]).toEqual([body.query, body.query !== 'sql']);
  } finally {
    await published.open.close();
  }
});

test('the temporary case is for its owner alone, encrypted, cannot be changed, and goes with its closing', async () => {
  const own = mkdtempSync(join(folder, 'own-'));
  const published = await loadDump(await dumpOf(open, WHOLE), own);
  expect(statSync(published.path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(published.path)).mode & 0o777).toBe(0o700);
  expect(published.access().key).not.toBeNull();
  expect(() => published.refuseIfReadOnly()).toThrow('This is a test.');
  expect(() => published.db.exec("DELETE FROM record WHERE kind = 'finding'")).toThrow();
  await published.close();
  expect(readdirSync(own)).toEqual([]);
});
