import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { createFinding, setFindingStatus } from '../../../electron/engine/findings/change.ts';
import { removeFinding } from '../../../electron/engine/findings/remove.ts';
import { decideConflict, listConflicts } from '../../../electron/engine/merge/conflicts.ts';
import { mergeCase } from '../../../electron/engine/merge/merge-case.ts';
import { chooseReview } from '../../../electron/engine/review/choose.ts';
import { getReview } from '../../../electron/engine/review/read.ts';
import { newCase, tempFolder } from '../support.ts';

const acts = ({ db }: Case) => db.prepare('SELECT count(*) FROM command').pluck().get();
const walked = (open: Case) => getReview(open).findings.map(({ claim }) => claim);
const three = (open: Case) => ['one', 'two', 'three'].map((claim) => createFinding(open, { claim }));

test('a review walks through what was chosen, in its order, and choosing is an act that undo takes back', async () => {
  const open = await newCase();
  const [one, two, three_] = three(open);
  expect(getReview(open)).toEqual({ findings: [], gone: 0, presenter: 'tester' });
  chooseReview(open, [three_, one]);
  expect(walked(open)).toEqual(['three', 'one']);
  expect(historyState(open.db).undo).toBe('choose 2 findings for the review');
  const before = acts(open);
  chooseReview(open, [three_, one]);
  getReview(open);
  expect(acts(open)).toBe(before);
  chooseReview(open, [one, three_]);
  expect(historyState(open.db).undo).toBe('change the order of the review');
  chooseReview(open, [one, two, three_]);
  undo(open);
  undo(open);
  expect(walked(open)).toEqual(['three', 'one']);
  redo(open);
  expect(walked(open)).toEqual(['one', 'three']);
  chooseReview(open, []);
  expect(walked(open)).toEqual([]);
});

test('a finding named twice or not there is refused, and nothing is written', async () => {
  const open = await newCase();
  const [one] = three(open);
  const before = acts(open);
  expect(() => chooseReview(open, [one, one])).toThrow(expect.objectContaining({ code: 'BAD_ARGS' }));
  expect(() => chooseReview(open, ['0198a5d0-0000-7000-8000-000000000000'])).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
  expect(acts(open)).toBe(before);
});

test('a finding that is removed leaves the review, with undo it comes back in its place; a withdrawn one stays', async () => {
  const open = await newCase();
  const [one, two, three_] = three(open);
  chooseReview(open, [three_, two, one]);
  removeFinding(open, two);
  expect(getReview(open)).toMatchObject({ findings: [{ claim: 'three' }, { claim: 'one' }], gone: 0 });
  undo(open);
  expect(walked(open)).toEqual(['three', 'two', 'one']);
  setFindingStatus(open, two, 'withdrawn');
  expect(getReview(open).findings[1]).toMatchObject({ claim: 'two', status: 'withdrawn' });
});

/** One copy of a case with three findings, of which all are chosen, after another was worked on by somebody else. */
async function merged(mine: (open: Case, ids: string[]) => void, theirs: typeof mine): Promise<Case> {
  const folder = tempFolder();
  const [path, copy] = [join(folder, 'one.swcase'), join(folder, 'other.swcase')];
  const made = await newCase(path);
  const ids = three(made);
  chooseReview(made, ids);
  await made.close();
  copyFileSync(path, copy);
  const other = await openCase(copy, 'other', null);
  theirs(other, ids);
  await other.close();
  const open = await openCase(path, 'one', null);
  mine(open, ids);
  await mergeCase(open, copy, null, false);
  return open;
}

test('two copies that chose differently leave a conflict over the whole order, never a mixture', async () => {
  const open = await merged(
    (mine, [one, two]) => chooseReview(mine, [two, one]),
    (theirs, [, two, three_]) => chooseReview(theirs, [three_, two]),
  );
  const [{ conflict }, ...others] = listConflicts(open.db);
  expect(others).toEqual([]);
  expect([
    ['two', 'one'],
    ['three', 'two'],
  ]).toContainEqual(walked(open));
  for (const side of [0, 1]) {
    decideConflict(open, conflict, side);
    expect([
      ['two', 'one'],
      ['three', 'two'],
    ]).toContainEqual(walked(open));
    undo(open);
  }
  await open.close();
});

test('what one copy chose and the other removed is skipped and told', async () => {
  const open = await merged(
    (mine, [one, two, three_]) => chooseReview(mine, [three_, two, one]),
    (theirs, [, two]) => removeFinding(theirs, two),
  );
  const [{ conflict }] = listConflicts(open.db);
  const orders = [0, 1].map((side) => {
    decideConflict(open, conflict, side);
    const { findings, gone } = getReview(open);
    undo(open);
    return [findings.map(({ claim }) => claim).join(), gone];
  });
  expect(orders).toContainEqual(['three,one', 1]);
  expect(orders).toContainEqual(['one,three', 0]);
  await open.close();
});
