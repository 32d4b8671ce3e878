import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase } from '../../../electron/engine/case/open-case.ts';
import { pinExhibit } from '../../../electron/engine/exhibits/pin.ts';
import { mustReadExhibit } from '../../../electron/engine/exhibits/read.ts';
import { EXHIBIT_QUERIES } from '../../../electron/engine/exhibits/registry.ts';
import { rerunExhibit } from '../../../electron/engine/exhibits/rerun.ts';
import { workOut } from '../../../electron/engine/exhibits/work-out.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import type { ExhibitQueryName, PinnedExhibit, Rerun } from '../../../shared/contract/exhibits.ts';
import { NEW_CASE } from '../support.ts';
import { analyse, importDays, newFinding, questionsOf } from './small-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
let open: Case;

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  await importDays(open, 1, 6);
  await analyse(open);
});

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an answer says what a person reads, never the words of a template, and the same to the byte', async () => {
  const answers = new Map<ExhibitQueryName, string>();
  for (const { query, args } of questionsOf(open)) {
    const run = () => EXHIBIT_QUERIES[query].run(open, args, unwatched);
    const answer = await run();
    expect(await run(), query).toEqual(answer);
    for (const row of answer.rows) expect(row, query).toHaveLength(answer.columns.length);
    for (const { name, value } of answer.figures)
      expect(name.length > 0 && (value === null || Number.isFinite(value)), query).toBe(true);
    const { figures } = answer;
    expect(new Set(figures.map(({ name }) => name)).size, query).toBe(figures.length);
    answers.set(query, JSON.stringify(answer));
  }
  for (const [query, answer] of answers) expect(answer, query).not.toMatch(/harbour|travel magazine/);
  expect(answers.get('link')).toContain('["device","fingerprint","shared-device",');
  expect(answers.get('partition')).toContain('["topic: accounts","law",1,');
  expect(answers.get('operator')).toContain('["likelihood","together","almost certain",null]');
  expect(answers.get('synchrony')).toContain('["accounts compared",null,2]');
  expect(answers.get('signals')).toContain('["S13",');
  expect(answers.get('filter')).toContain('["all",null,');
  expect(answers.get('profile')).toContain('["topic: requests","law",');
});

test('data that change while it is worked out are told, and nothing is answered', async () => {
  const working = workOut(open, { query: 'operator', args: { operator: 'O-1' } }, unwatched);
  open.db.prepare('UPDATE analysis_run SET at_us = at_us + 1').run();
  await expect(working).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('each query is pinned, matches, drifts with its data by so much, and matches again without them', async () => {
  const finding = newFinding(open);
  const pinned: PinnedExhibit[] = [];
  for (const question of questionsOf(open)) {
    const toPin = { finding, title: question.query, question, picture: null };
    pinned.push(await pinExhibit(open, toPin, unwatched));
  }
  expect(pinned.map(({ query }) => query)).toEqual(Object.keys(EXHIBIT_QUERIES));
  const rerunAll = async () => {
    const found = new Map<string, Rerun>();
    for (const { id } of pinned) {
      const exhibit = mustReadExhibit(open.db, id);
      found.set(exhibit.query, (await rerunExhibit(open, id, exhibit, unwatched)).rerun);
    }
    return found;
  };
  const moved = (rerun: Rerun | undefined) =>
    rerun?.figures.flatMap(({ name, before, after }) => (before === after ? [] : [[name, before, after]]));

  const first = await rerunAll();
  for (const rerun of first.values())
    expect(rerun).toMatchObject({
      state: 'match',
      reason: null,
      dataChanged: false,
      rowsChanged: false,
      versionChanged: false,
      stale: false,
    });

  const more = await importDays(open, 8, 2, 16);
  const second = await rerunAll();
  for (const [query, rerun] of second) {
    expect(rerun, query).toMatchObject({ dataChanged: true, rowsChanged: true, versionChanged: false });
    // What rests on an analysis is as that found it until there is another.
    const resting = EXHIBIT_QUERIES[query as ExhibitQueryName].ofAnalysis;
    expect([query, rerun.state, rerun.stale]).toEqual([query, resting ? 'match' : 'drift', resting]);
    expect(moved(rerun)?.length === 0, query).toBe(resting);
  }
  // Days of 6 + 5 day mod 7 requests, of which 2 May to 6 May lie in the range, then 8 and 9 May too.
  expect(moved(second.get('activity'))).toEqual([
    ['requests', 49, 66],
    ['failed requests', 12, 17],
    ['output tokens', 446, 586],
    ['quarter hours with a request', 49, 66],
  ]);

  // A device that a third account has too ties the two no more.
  await analyse(open);
  const third = await rerunAll();
  for (const [query, { state, stale }] of third) {
    const lost = query === 'operator' || query === 'link';
    expect([query, state, stale]).toEqual([query, lost ? 'cannot' : 'drift', false]);
  }
  expect(third.get('link')).toMatchObject({
    reason: expect.stringContaining('links these two accounts no more'),
    figures: expect.arrayContaining([{ name: 'shared values', before: 2, after: null }]),
  });
  expect(third.get('operator')?.reason).toContain('found no such operator');

  await removeSource(open, more, unwatched);
  await analyse(open);
  expect(await rerunAll()).toEqual(first);
});
