import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testAlternatives } from '../../../electron/engine/analysis/alternatives.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { act } from '../../../electron/engine/commands/act.ts';
import { historyState, redo, undo } from '../../../electron/engine/commands/undo.ts';
import { CAMPAIGN_PREDICTIONS } from '../../../electron/engine/hypotheses/campaign-predictions.ts';
import {
  addEvidence,
  editEvidence,
  removeEvidence,
} from '../../../electron/engine/hypotheses/change-evidence.ts';
import {
  addHypothesis,
  editHypothesis,
  removeHypothesis,
} from '../../../electron/engine/hypotheses/change-hypotheses.ts';
import { readMatrix } from '../../../electron/engine/hypotheses/matrix.ts';
import { operatorsInScope, prefill } from '../../../electron/engine/hypotheses/prefill.ts';
import { rateCell } from '../../../electron/engine/hypotheses/rate.ts';
import { reorder } from '../../../electron/engine/hypotheses/reorder.ts';
import { listRecords } from '../../../electron/engine/records/read.ts';
import type { OperatorResult, SignalInfo } from '../../../shared/contract/analysis.ts';
import type { Matrix } from '../../../shared/contract/hypotheses.ts';
import { as, caseWith, madeOperator, putAnalysis } from '../stored-analysis.ts';

/** A single customer who asks by templates, never twice, for what trains a model. */
const ALTERNATIVES = testAlternatives({
  ...{ accounts: 2, requests: 800, sessions: 200, templated: 0.9, fresh: 1, sharedTemplates: 1 },
  ...{ strangersTemplates: 0, crowdTemplates: 0, crowdDemands: 0, trainingForms: 0.5, highValue: 0.2 },
  ...{ distinct: 1, endUsers: 0, claims: 0, unidentified: 0.8, disposableMail: 0, authorised: 0 },
  ...{ resellers: 0, stopped: 0, networks: 2, outputTokens: 400, refused: 0 },
  kinds: new Set(['ip']),
  hasPrompts: true,
  hasRecords: false,
});
const SIGNAL = { value: 1, n: 800, cohort: 'all', percentile: 99 };
const FOUND: Partial<OperatorResult> = {
  alternatives: ALTERNATIVES,
  evidence: [{ kind: 'ip', family: 'identity', bits: 9, accounts: 2, example: '203.0.113.7' }],
  signals: [
    { ...SIGNAL, id: 'S1', bits: 1.5, detail: '90 % in three templates' },
    { ...SIGNAL, id: 'S7', bits: -4.5, detail: 'asked again' },
    { ...SIGNAL, id: 'S8', bits: 0.4, detail: 'even' },
  ],
};
const INFO = [
  { id: 'S1', title: 'Template concentration', innocent: ['A product has one prompt.'] },
] as unknown as SignalInfo[];

async function withFinding(...scope: string[]): Promise<{ open: Case; finding: string }> {
  const open = await caseWith(['a', 'b']);
  putAnalysis(open, [madeOperator('O-1', ['a', 'b'], FOUND)], {}, INFO);
  return { open, finding: putFinding(open, scope.length > 0 ? scope : ['operator:O-1']) };
}

function putFinding(open: Case, scope: string[]): string {
  const id = uuidv7();
  const texts = { confidenceReason: '', reasoning: '', changeMind: '', missing: '', speakerNotes: '' };
  const people = { author: 'tester', createdUs: 1, changedBy: 'tester', changedUs: 1 };
  const body = { claim: 'c', scope, likelihood: null, confidence: null, status: 'draft' as const };
  act(open, {
    action: 'finding.add',
    title: 'add a finding',
    changes: [{ kind: 'finding', id, body: { ...body, ...texts, ...people } }],
  });
  return id;
}

const rowOf = ({ evidence }: Matrix, start: string) => {
  const found = evidence.find(({ title }) => title.startsWith(start));
  if (!found) throw new Error(`no row ${start}`);
  return found;
};
const cellOf = (matrix: Matrix, start: string, alternative: string) =>
  rowOf(matrix, start).cells[
    matrix.hypotheses.findIndex((hypothesis) => hypothesis.alternative === alternative)
  ];
const commands = ({ db }: Case) => db.prepare('SELECT count(*) FROM command').pluck().get();

describe('filling in', () => {
  it('adds hypotheses and evidence of the operator as one act, and rates nothing', async () => {
    const { open, finding } = await withFinding('account:a', 'range:1-2@operator:O-1', 'operator:O-9');
    const added = prefill(open, finding, null, null);
    const { hypotheses, evidence, unconfirmed, cells, leaders } = readMatrix(open.db, finding);
    expect(hypotheses.map(({ alternative }) => alternative)).toEqual([
      'campaign',
      ...ALTERNATIVES.map(({ id }) => id),
      'deception',
    ]);
    expect(added).toEqual({ hypotheses: hypotheses.length, evidence: evidence.length });
    expect(evidence.slice(0, 3).map(({ title }) => title)).toEqual([
      'S7: asked again',
      'Template concentration: 90 % in three templates',
      '2 accounts of O-1 share an IP address with another',
    ]);
    // One row a prediction, whoever makes it; none that the data cannot tell; nothing shared is told.
    const titles = evidence.map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('All accounts say'))).toHaveLength(1);
    expect(titles.join()).not.toMatch(/contract|203\.0/);
    expect([unconfirmed, leaders]).toEqual([cells, []]);
    expect(cells).toBe(hypotheses.length * evidence.length);
    expect(listRecords(open.db, 'rating')).toEqual([]);
    expect(historyState(open.db).undo).toBe('fill in hypotheses and evidence of O-1');
    undo(open);
    expect(readMatrix(open.db, finding)).toMatchObject({ hypotheses: [], evidence: [], order: [] });
  });

  it('adds what is not there yet, and writes nothing where all is', async () => {
    const { open, finding } = await withFinding();
    const own = addHypothesis(open, finding, 'A prank', '');
    expect(prefill(open, finding, 'O-1', ['nat'])).toMatchObject({ hypotheses: 3 });
    const before = readMatrix(open.db, finding);
    expect(before.hypotheses.map(({ id, alternative }) => alternative ?? id)).toEqual([
      own,
      ...['campaign', 'nat', 'deception'],
    ]);
    const count = commands(open);
    expect(prefill(open, finding, 'O-1', ['nat'])).toEqual({ hypotheses: 0, evidence: 0 });
    expect(commands(open)).toBe(count);
    prefill(open, finding, 'O-1', ['nat', 'batch']);
    const after = readMatrix(open.db, finding);
    expect(after.hypotheses.at(-1)?.alternative).toBe('batch');
    expect(after.evidence.slice(0, before.evidence.length).map(({ id }) => id)).toEqual(
      before.evidence.map(({ id }) => id),
    );
  });

  it('refuses a scope without an operator, or with several', async () => {
    const { open, finding } = await withFinding('account:a', 'operator:O-9');
    expect(() => prefill(open, finding, null, null)).toThrow(/names no such operator/);
    expect(() => prefill(open, finding, 'O-1', null)).toThrow(/names no such operator/);
    expect(() => prefill(open, uuidv7(), null, null)).toThrow(/not in the case/);
    putAnalysis(open, [madeOperator('O-1', ['a'], FOUND), madeOperator('O-9', ['b'], FOUND)], {}, INFO);
    const both = putFinding(open, ['operator:O-1', 'operator:O-9', 'range:1-2@operator:O-1']);
    expect(operatorsInScope(open.db, both).map(({ operator }) => operator)).toEqual(['O-1', 'O-9']);
    expect(() => prefill(open, both, null, null)).toThrow(/several/);
    prefill(open, both, 'O-9', []);
    expect(readMatrix(open.db, both).evidence[0].basis).toEqual({
      ...{ operator: 'O-9', of: 'signal', name: 'S7' },
    });
  });
});

describe('proposals', () => {
  it('follow what the analysis says of each prediction and signal', async () => {
    const { open, finding } = await withFinding();
    prefill(open, finding, null, null);
    const matrix = readMatrix(open.db, finding);
    const proposed = (start: string, alternative: string) => cellOf(matrix, start, alternative).proposed;
    expect(proposed('All accounts say', 'batch')).toBe('+');
    expect(cellOf(matrix, 'All accounts say', 'batch').reason).toMatch(/predicts it, and it holds\. 100 %/);
    expect(proposed('The same items', 'enterprise')).toBe('-');
    expect(proposed('The same items', 'campaign')).toBe('+');
    expect(proposed('The same items', 'nat')).toBeNull();
    expect(proposed('All accounts say', 'campaign')).toBeNull();
    expect(proposed('Template concentration', 'campaign')).toBe('+');
    expect(proposed('S7', 'campaign')).toBe('--');
    expect(proposed('2 accounts', 'campaign')).toBe('+');
    expect(cellOf(matrix, 'Template', 'judge')).toMatchObject({
      proposed: null,
      reason: 'What innocent use shows the same: A product has one prompt.',
    });
    const cells = matrix.evidence.flatMap((row) => row.cells);
    expect(cells.filter(({ reason }) => !/^[A-Z].*\.$/s.test(reason))).toEqual([]);
    const deception = matrix.hypotheses.findIndex(({ alternative }) => alternative === 'deception');
    expect(matrix.evidence.filter((row) => row.cells[deception].proposed !== null)).toEqual([]);
  });

  it('are made anew by each analysis and leave ratings and titles as they are', async () => {
    const { open, finding } = await withFinding();
    prefill(open, finding, null, null);
    const { evidence, hypotheses } = readMatrix(open.db, finding);
    const [signal, batch] = [evidence[1].id, hypotheses.find((one) => one.alternative === 'batch')?.id];
    rateCell(open, signal, batch as string, '+');
    const weaker = { ...FOUND, signals: [{ ...SIGNAL, id: 'S1' as const, bits: -2, detail: '9 %' }] };
    putAnalysis(open, [madeOperator('O-1', ['a', 'b'], weaker)], {}, INFO);
    const after = readMatrix(open.db, finding);
    expect(rowOf(after, 'Template')).toMatchObject({
      title: 'Template concentration: 90 % in three templates',
      now: 'Template concentration: 9 %',
    });
    expect(cellOf(after, 'Template', 'campaign').proposed).toBe('-');
    expect(cellOf(after, 'Template', 'batch')).toMatchObject({ consistency: '+', confirmedBy: 'tester' });
    expect(rowOf(after, 'S7')).toMatchObject({ now: null });
    putAnalysis(open, []);
    expect(cellOf(readMatrix(open.db, finding), 'Template', 'campaign')).toMatchObject({
      proposed: null,
      reason: 'The last analysis has no operator O-1.',
    });
  });

  it('know each prediction that a campaign contradicts by the words of the analysis', () => {
    const known = new Set(ALTERNATIVES.flatMap(({ predictions }) => predictions.map(({ text }) => text)));
    expect(Object.keys(CAMPAIGN_PREDICTIONS).filter((text) => !known.has(text))).toEqual([]);
  });
});

describe('a matrix by people', () => {
  it('is rated cell by cell, by whoever does it, and counts only that', async () => {
    const { open, finding } = await withFinding();
    const [campaign, prank] = ['Campaign', 'Prank'].map((title) => addHypothesis(open, finding, title, 't'));
    const row = { title: 'Seen at night', exhibit: null, credibility: 'high' as const };
    const night = addEvidence(open, finding, row);
    const told = addEvidence(open, finding, { ...row, title: 'Told', credibility: 'low' });
    rateCell(open, night, prank, '--');
    rateCell(as(open, 'second'), night, campaign, '+');
    rateCell(open, told, prank, '-');
    const matrix = readMatrix(open.db, finding);
    expect(matrix).toMatchObject({ cells: 4, unconfirmed: 1, rowsInPart: 1, leaders: [campaign] });
    expect(matrix.order).toEqual([campaign, prank]);
    expect(matrix.hypotheses).toMatchObject([
      { score: 0, unconfirmed: 1, text: 't', alternative: null },
      { score: 2.5 * Math.SQRT2, unconfirmed: 0 },
    ]);
    expect(matrix.evidence[0]).toMatchObject({
      diagnosticity: 0.75,
      unconfirmed: 0,
      without: { leaders: [campaign], changes: false },
      cells: [{ consistency: '+', confirmedBy: 'second' }, { confirmedBy: 'tester' }],
    });
    expect(matrix.evidence[1]).toMatchObject({ diagnosticity: null, now: null, basis: null });

    const count = commands(open);
    rateCell(as(open, 'third'), night, prank, '--');
    expect(commands(open)).toBe(count);
    expect(historyState(open.db).undo).toBe('rate "Told" as - under "Prank"');
    rateCell(open, night, prank, null);
    expect(readMatrix(open.db, finding).evidence[0].cells[1]).toMatchObject({
      consistency: null,
      confirmedBy: null,
    });
    const other = putFinding(open, []);
    const elsewhere = addHypothesis(open, other, 'Elsewhere', '');
    expect(() => rateCell(open, night, elsewhere, '+')).toThrow(/two findings/);
    expect(readMatrix(open.db, other).hypotheses).toHaveLength(1);
  });

  it('loses a hypothesis or evidence with its ratings, and gets them back by undo', async () => {
    const { open, finding } = await withFinding();
    const [one, two] = ['One', 'Two'].map((title) => addHypothesis(open, finding, title, ''));
    const row = addEvidence(open, finding, { title: 'Row', exhibit: null, credibility: 'low' });
    rateCell(open, row, one, '-');
    rateCell(open, row, two, '+');
    const full = readMatrix(open.db, finding);
    removeHypothesis(open, one);
    expect(readMatrix(open.db, finding)).toMatchObject({ cells: 1, unconfirmed: 0 });
    expect(listRecords(open.db, 'rating').map(([id]) => id)).toEqual([`${row}/${two}`]);
    undo(open);
    expect(readMatrix(open.db, finding)).toEqual(full);
    removeEvidence(open, row);
    expect(listRecords(open.db, 'rating')).toEqual([]);
    undo(open);
    expect(readMatrix(open.db, finding)).toEqual(full);
    redo(open);
    expect(() => editEvidence(open, row, { title: 'x', exhibit: null, credibility: 'low' })).toThrow(
      /row of evidence is not in the case/,
    );
  });

  it('is changed and put into another order', async () => {
    const { open, finding } = await withFinding();
    const [one, two] = ['One', 'Two'].map((title) => addHypothesis(open, finding, title, ''));
    const rows = ['a', 'b', 'c'].map((title) =>
      addEvidence(open, finding, { title, exhibit: null, credibility: 'low' }),
    );
    reorder(open, 'hypothesis', finding, [two, one]);
    reorder(open, 'evidence', finding, [rows[2], rows[0], rows[1]]);
    editHypothesis(open, one, 'First', 'more');
    editEvidence(open, rows[0], { title: 'A', exhibit: null, credibility: 'high' });
    const { hypotheses, evidence } = readMatrix(open.db, finding);
    expect(hypotheses).toMatchObject([{ title: 'Two' }, { title: 'First', text: 'more' }]);
    expect(evidence.map(({ title, credibility }) => title + credibility)).toEqual(['clow', 'Ahigh', 'blow']);
    for (const wrong of [[one], [one, one], [one, two, rows[0]]])
      expect(() => reorder(open, 'hypothesis', finding, wrong)).toThrow(/does not name what the matrix has/);
  });

  it('takes no exhibit but of its finding', async () => {
    const { open, finding } = await withFinding();
    const elsewhere = uuidv7();
    const body = {
      ...{ finding: putFinding(open, []), title: 't', order: 0, query: 'q', args: {}, version: '1' },
      ...{ seed: null, dataHash: '', rows: 0, rowsHash: '', resultHash: '', figures: [], picture: null },
      ...{ author: 'tester', pinnedUs: 1 },
    };
    act(open, { action: 'x', title: 'x', changes: [{ kind: 'exhibit', id: elsewhere, body }] });
    const row = { title: 'Row', credibility: 'low' as const };
    expect(() => addEvidence(open, finding, { ...row, exhibit: elsewhere })).toThrow(/another finding/);
    expect(() => addEvidence(open, finding, { ...row, exhibit: uuidv7() })).toThrow(/not in the case/);
    addEvidence(open, body.finding, { ...row, exhibit: elsewhere });
    expect(readMatrix(open.db, body.finding).evidence).toMatchObject([{ exhibit: elsewhere }]);
  });
});
