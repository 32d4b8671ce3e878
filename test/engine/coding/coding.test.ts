import { expect, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { codeAccount } from '../../../electron/engine/coding/code.ts';
import { drawSample } from '../../../electron/engine/coding/draw.ts';
import { listSamples, readSheet } from '../../../electron/engine/coding/read.ts';
import { readResult } from '../../../electron/engine/coding/result.ts';
import { listHistory } from '../../../electron/engine/commands/list.ts';
import { redo, undo } from '../../../electron/engine/commands/undo.ts';
import { readRecord } from '../../../electron/engine/records/read.ts';
import type { Code } from '../../../shared/contract/coding.ts';
import { as, caseWith, madeOperator, putAnalysis } from '../stored-analysis.ts';

const OWN = ['o1', 'o2', 'o3', 'o4'];
const COHORT = ['c1', 'c2', 'c3', 'c4', 'c5', 'other'];
const TO_DRAW = { operator: 'O-7', size: 6, seed: 11, question: 'Does one hand work these?' };

/** Four accounts of an operator in two cohorts, one of which has a member of the reference and of another operator. */
async function withOperator(): Promise<Case> {
  const open = await caseWith([...OWN, ...COHORT, 'ref', 'far']);
  putAnalysis(open, [madeOperator('O-7', [...OWN, 'gone']), madeOperator('O-8', ['other', 'far'])], {
    one: ['o1', 'o2', 'c1', 'c2', 'other', 'ref', 'gone', 'gone too'],
    two: ['o3', 'o4', 'c3', 'c4', 'c5'],
    three: ['far'],
  });
  return open;
}

/** Codes as the strata are, but for the accounts given. */
function codeAll(open: Case, id: string, but: Record<string, Code> = {}): void {
  for (const { account } of readSheet(open, id).accounts)
    codeAccount(open, id, account, but[account] ?? (OWN.includes(account) ? 'together' : 'apart'), '');
}

test('a sample is of the operator and of those in its cohorts that are not in it', async () => {
  const open = await withOperator();
  const { id, frame, drawn } = drawSample(open, { ...TO_DRAW, size: 1000 });
  expect(frame).toEqual({ operator: 4, cohort: 6 });
  expect(drawn).toEqual(frame);
  const of = (stratum: string) =>
    readRecord(open.db, 'sample', id)
      ?.accounts.filter((one) => one.stratum === stratum)
      .map(({ account }) => account)
      .sort();
  expect(of('operator')).toEqual(OWN);
  expect(of('cohort')).toEqual(COHORT);
  expect(drawSample(open, TO_DRAW).drawn).toEqual({ operator: 3, cohort: 3 });
  undo(open);
  expect(listSamples(open).map((one) => one.id)).toEqual([id]);
});

test('a sample needs an operator of the last analysis, and others beside it', async () => {
  const open = await withOperator();
  expect(() => drawSample(open, { ...TO_DRAW, operator: 'O-9' })).toThrow(/no such operator/);
  expect(() => drawSample(open, { ...TO_DRAW, operator: 'O-8' })).not.toThrow();
  putAnalysis(open, [madeOperator('O-7', OWN), madeOperator('O-8', ['gone'])], { one: OWN });
  expect(() => drawSample(open, TO_DRAW)).toThrow(/nobody to mix them with/);
  expect(() => drawSample(open, { ...TO_DRAW, operator: 'O-8' })).toThrow(/no longer in the case/);
});

test('a coder is told nothing of stratum or operator, anywhere, until all is coded', async () => {
  const open = await withOperator();
  const { id } = drawSample(open, TO_DRAW);
  const coder = as(open, 'coder');
  const sheet = readSheet(coder, id);
  expect(sheet.next).toBe(sheet.accounts[0].account);
  expect(Object.keys(sheet).sort()).toEqual(['accounts', 'next', 'question']);
  expect(sheet.accounts.map((one) => Object.keys(one))).toEqual(
    sheet.accounts.map(() => ['account', 'code', 'note']),
  );
  sheet.accounts.slice(1).forEach(({ account }) => {
    codeAccount(coder, id, account, 'together', 'seen');
    const told = [readSheet(coder, id), listSamples(coder), readResult(coder, id), history(open)];
    expect(JSON.stringify(told)).not.toMatch(/O-7|stratum|cohort|seed|frame/);
    expect(readResult(coder, id).result).toBeNull();
    // Nor may others learn from the history what was said.
    expect(JSON.stringify(history(open))).not.toMatch(/together|seen/);
  });
  expect(readSheet(coder, id).next).toBe(sheet.accounts[0].account);
  expect(readResult(coder, id)).toMatchObject({ total: 6, coded: 5 });
  codeAccount(coder, id, sheet.accounts[0].account, 'cannot tell', '');
  expect(readSheet(coder, id).next).toBeNull();
  expect(listSamples(coder)).toMatchObject([{ coded: 6, drew: false, operator: 'O-7' }]);
  expect(listSamples(open)).toMatchObject([{ coded: 0, drew: true }]);
  expect(readResult(coder, id).result).toMatchObject({ operator: 'O-7', seed: 11 });
  expect(() => codeAccount(coder, id, 'far', 'apart', '')).toThrow(/not in the sample/);
});

const history = ({ db }: Case) => listHistory(db, null, 100).map(({ title }) => title);

test('who drew the sample may see what others found, as long as they code nothing themselves', async () => {
  const open = await withOperator();
  const { id } = drawSample(open, TO_DRAW);
  expect(readResult(open, id).result).toBeNull();
  codeAll(as(open, 'coder'), id);
  expect(readResult(open, id).result?.coders).toMatchObject([{ coder: 'coder', drew: false }]);
  expect(readResult(as(open, 'late'), id).result).toBeNull();
  const [first, second] = readSheet(open, id).accounts;
  codeAccount(open, id, first.account, 'cannot tell', '');
  expect(readResult(open, id)).toMatchObject({
    result: null,
    progress: [
      { coder: 'coder', coded: 6, drew: false },
      { coder: 'tester', coded: 1, drew: true },
    ],
  });
  codeAccount(open, id, second.account, 'apart', '');
  codeAll(open, id);
  expect(readResult(open, id).result?.coders).toMatchObject([
    { coder: 'coder', afterResult: 0 },
    { coder: 'tester', drew: true, afterResult: 1 },
  ]);
});

test('a code can be changed, which is an act, and is told from blind ones once the result could be seen', async () => {
  const open = await withOperator();
  const { id } = drawSample(open, TO_DRAW);
  const coder = as(open, 'coder');
  const [{ account }] = readSheet(coder, id).accounts;
  codeAccount(coder, id, account, 'apart', 'first');
  codeAccount(coder, id, account, 'together', 'better');
  const acts = history(open).length;
  codeAccount(coder, id, account, 'together', 'better');
  expect(history(open)).toHaveLength(acts);
  expect(history(open)[0]).toBe(`change how ${account} is coded`);
  undo(open);
  expect(readSheet(coder, id).accounts[0]).toEqual({ account, code: 'apart', note: 'first' });
  redo(open);
  codeAll(coder, id);
  expect(readResult(coder, id).result?.coders[0].afterResult).toBe(0);
  codeAccount(coder, id, account, 'cannot tell', '');
  expect(readResult(coder, id).result?.coders[0].afterResult).toBe(1);
});

test('the result counts each stratum, and compares coders with each other and with the analysis', async () => {
  const open = await withOperator();
  const { id } = drawSample(open, { ...TO_DRAW, size: 12 });
  codeAll(as(open, 'ada'), id, { o1: 'apart', c1: 'cannot tell', c2: 'together' });
  codeAll(as(open, 'bo'), id);
  codeAccount(as(open, 'cy'), id, 'o1', 'together', '');
  const { result, progress } = readResult(as(open, 'bo'), id);
  expect(progress.map(({ coder, coded }) => [coder, coded])).toEqual([
    ['ada', 10],
    ['bo', 10],
    ['cy', 1],
  ]);
  expect(result).toMatchObject({ frame: { operator: 4, cohort: 6 }, drawn: { operator: 4, cohort: 6 } });
  const [ada, bo] = result?.coders ?? [];
  expect(result?.coders.map(({ coder }) => coder)).toEqual(['ada', 'bo']);
  expect(ada.operator).toMatchObject({ together: 3, apart: 1, cannotTell: 0, share: 0.75 });
  expect(ada.cohort).toMatchObject({ together: 1, apart: 4, cannotTell: 1, share: 0.2 });
  expect(ada.withComputed).toMatchObject({
    ...{ decided: 9, leftOut: 1, observed: 7 / 9 },
    table: [
      [3, 1],
      [1, 4],
    ],
  });
  // Observed 7/9, by chance (4 * 4 + 5 * 5) / 81.
  expect(ada.withComputed.kappa).toBeCloseTo((7 / 9 - 41 / 81) / (1 - 41 / 81), 12);
  expect(bo.withComputed).toMatchObject({ kappa: 1, interval: null });
  expect(result?.pairs).toEqual([{ a: 'ada', b: 'bo', agreement: ada.withComputed }]);
});
