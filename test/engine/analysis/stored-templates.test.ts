import { expect, onTestFinished, test } from 'vitest';
import type { FoundTemplate } from '../../../electron/engine/analysis/output.ts';
import { revealTemplate } from '../../../electron/engine/analysis/reveal-template.ts';
import { readInfo, storeAnalysis } from '../../../electron/engine/analysis/store.ts';
import { readTemplate, readTemplates } from '../../../electron/engine/analysis/stored-templates.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import type { OperatorResult } from '../../../shared/contract/analysis.ts';
import { newCase } from '../support.ts';

const FACTS = { atUs: 1, seconds: 1, seed: 1, priorShare: 0.01, version: '1', inputHash: 'x' };

/** A template used by accounts with so many requests each. */
function template(id: string, uses: Readonly<Record<string, number>>): FoundTemplate {
  const accounts = Object.entries(uses).map(([account, requests]) => ({
    account,
    requests,
    firstUs: null,
    askedFirst: requests - 1,
    regular: true,
  }));
  const requests = accounts.reduce((sum, one) => sum + one.requests, 0);
  return {
    row: {
      id,
      from: 'skeleton',
      verbatim: false,
      name: null,
      shape: [{ characters: 6 }, { slot: 1 }],
      slots: [null],
      requests,
      accounts: accounts.length,
      regulars: accounts.length,
      customers: 1,
      firstUs: null,
      lastUs: null,
      fillings: 1,
      fresh: 1 / requests,
      growth: [1, 1, 1, 1, 1, 1, 1, 1],
      crowd: 0,
    },
    text: `secret {1} of ${id}`,
    accounts,
  };
}

function store(open: Case, templates: readonly FoundTemplate[], members: readonly string[] = []): void {
  const harvest = { trainingSamples: { low: 0, value: 0, high: 0 }, inputTokens: 0, outputTokens: 0 };
  const operators = [{ id: 'O-1', accounts: members, score: 1, harvest } as unknown as OperatorResult];
  storeAnalysis(open.db, FACTS, { signals: [], accounts: [], operators, links: [], templates, ties: [] });
}

const LIST = [
  template('t1', { a: 5, b: 3 }),
  template('t2', { c: 9 }),
  template('t3', { b: 1, c: 4, a: 3 }),
  template('t4', { a: 2, d: 6 }),
];

test('templates are read in their order, by stretches, and of an account or operator by what it used most', async () => {
  const open = await newCase();
  store(open, LIST, ['a', 'b']);
  const ids = (offset: number, limit: number, of: Parameters<typeof readTemplates>[3]) => {
    const { total, templates } = readTemplates(open.db, offset, limit, of);
    return [total, ...templates.map(({ id, own }) => (own ? `${id} ${own.accounts}/${own.requests}` : id))];
  };
  expect(ids(0, 3, null)).toEqual([4, 't1', 't2', 't3']);
  expect(ids(3, 3, null)).toEqual([4, 't4']);
  expect(ids(0, 9, { account: 'c' })).toEqual([2, 't2 1/9', 't3 1/4']);
  expect(ids(0, 9, { operator: 'O-1' })).toEqual([3, 't1 2/8', 't3 2/4', 't4 1/2']);
  expect(ids(1, 1, { operator: 'O-1' })).toEqual([3, 't3 2/4']);
  expect(ids(0, 9, { account: 'nobody' })).toEqual([0]);
  expect(readTemplates(open.db, 0, 1, { operator: 'O-1' }).templates[0].own?.askedFirst).toBe(6);
  expect(() => readTemplates(open.db, 0, 1, { operator: 'O-9' })).toThrow(/no such operator/);
  expect(JSON.stringify(readTemplates(open.db, 0, 9, null))).not.toContain('secret');
  expect(readTemplate(open.db, 't3').accounts.map(({ account }) => account)).toEqual(['b', 'c', 'a']);
  expect(() => readTemplate(open.db, 't9')).toThrow(/no such template/);
});

test('the next analysis replaces them, and one from before they were kept says so', async () => {
  const open = await newCase();
  store(open, LIST);
  expect(readInfo(open.db)?.templates).toBe(4);
  store(open, LIST.slice(1, 2));
  expect(readInfo(open.db)?.templates).toBe(1);
  expect(readTemplates(open.db, 0, 9, null).templates.map(({ id }) => id)).toEqual(['t2']);
  expect(open.db.prepare('SELECT DISTINCT account FROM analysis_template_account').pluck().all()).toEqual([
    'c',
  ]);
  open.db.prepare('UPDATE analysis_run SET templates = NULL').run();
  expect(readInfo(open.db)?.templates).toBeNull();
});

test('a wording is revealed with an entry in the log that does not hold it, and only then', async () => {
  const open = await newCase();
  store(open, LIST);
  const entries = () =>
    (open.db.prepare('SELECT entry FROM custody_log ORDER BY seq').pluck().all() as string[]).slice(-1)[0];
  expect(() => revealTemplate(open, 't9')).toThrow(/no such template/);
  expect(entries()).not.toContain('template.reveal');
  expect(revealTemplate(open, 't1')).toEqual({
    text: 'secret {1} of t1',
    parts: [{ text: 'secret' }, { slot: 1 }, { text: 'of t1' }],
  });
  const entry = JSON.parse(entries());
  expect(entry).toMatchObject({
    action: 'template.reveal',
    author: 'tester',
    detail: { template: 't1', characters: 16, requests: 8 },
  });
  expect(entry.detail.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(entries()).not.toContain('secret');
});

test('a case that cannot record a reveal shows no wording', async () => {
  const open = await newCase();
  store(open, LIST);
  const snapshot = open.snapshot();
  onTestFinished(() => snapshot.close());
  expect(() => revealTemplate(snapshot, 't1')).toThrow(expect.objectContaining({ code: 'CASE_LOCKED' }));
});
