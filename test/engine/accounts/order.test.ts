import { expect, test } from 'vitest';
import { orderAccounts } from '../../../electron/engine/accounts/order.ts';
import { accountRows } from '../../../electron/engine/accounts/rows.ts';
import { readOperator, readOperatorRows } from '../../../electron/engine/analysis/results.ts';
import { storeAnalysis } from '../../../electron/engine/analysis/store.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import type { AccountScore, Finding, Link, OperatorResult } from '../../../shared/contract/analysis.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const MAPPING = canonical('timestamp', 'account_id');

async function caseOf(...accounts: string[]): Promise<Case> {
  const open = await newCase();
  const lines = accounts.map((account) => `2026-05-04T10:00:00Z,${account}`);
  await importCsv(open, `timestamp,account_id\n${lines.join('\n')}\n`, MAPPING);
  return open;
}

const score = (account: string, by: number, operator: string | null = null): AccountScore => ({
  account,
  score: by,
  likelihood: by > 0.5 ? 'likely' : 'almost no chance',
  operator,
  requests: 1,
  signals: [],
});
const finding = (likelihood: Finding['likelihood'], ...reasons: string[]): Finding => ({
  likelihood,
  confidence: 'low',
  reasons,
});
const operator = (id: string, ...accounts: string[]): OperatorResult => ({
  id,
  accounts,
  requests: accounts.length,
  score: 0.7,
  likelihood: 'likely',
  findings: {
    together: finding('almost certain', 'strongest', 'second'),
    extraction: finding('likely'),
    access: finding('unlikely'),
  },
  evidence: [],
  weakestBridge: null,
  density: 1,
  stability: 1,
  withoutKind: [],
  signals: [],
  alternatives: [],
  harvest: {
    requests: 0,
    sessions: 0,
    inputTokens: 0,
    outputTokens: 0,
    templates: 0,
    slotValues: 0,
    reasoningAnswers: 0,
    toolTraces: 0,
    trainingSamples: { value: 0, low: 0, high: 0 },
    costMicroUsd: { value: 0, low: 0, high: 0 },
    assumptions: [],
    bases: { all: { samples: 0, inputTokens: 0, outputTokens: 0 }, withoutCover: null },
  },
});
const link = (a: string, b: string, bits: number): Link => ({ a, b, bits, priorBits: -10, items: [] });

function store(
  open: Case,
  accounts: readonly AccountScore[],
  operators: readonly OperatorResult[] = [],
  links: readonly Link[] = [],
): void {
  const facts = { atUs: 1, seconds: 1, seed: 1, priorShare: 0.01, version: '1', inputHash: 'x' };
  const sorted = accounts.toSorted((one, other) => other.score - one.score);
  storeAnalysis(open.db, facts, { signals: [], accounts: sorted, operators, links, templates: [], ties: [] });
}

function names(open: Case, descending: boolean, search = ''): string[] {
  const { ids } = orderAccounts(open, 'score', descending, search);
  return accountRows(open, [...ids]).map(({ account }) => account);
}

test('by score, either way round, ties by id and those without a score last', async () => {
  const open = await caseOf('new', 'd', 'c', 'b', 'a');
  store(open, [score('a', 0.1), score('b', 0.9), score('c', 0.1), score('d', 0)]);
  expect(names(open, true)).toEqual(['b', 'a', 'c', 'd', 'new']);
  expect(names(open, false)).toEqual(['d', 'a', 'c', 'b', 'new']);
  expect(names(open, true, 'C')).toEqual(['c']);
});

test('before an analysis all stand by id', async () => {
  const open = await caseOf('b', 'a', 'c');
  expect(names(open, true)).toEqual(['a', 'b', 'c']);
});

test('a row says what the last analysis says, and that it says nothing', async () => {
  const open = await caseOf('a', 'b');
  store(open, [score('a', 0.7, 'O-1')]);
  const { ids } = orderAccounts(open, 'score', true, '');
  expect(accountRows(open, [...ids]).map(({ analysis }) => analysis)).toEqual([
    { score: 0.7, likelihood: 'likely', operator: 'O-1', strongest: null },
    null,
  ]);
});

test('a row names the signal that speaks most for the account, and none that speaks against it', async () => {
  const open = await caseOf('a', 'b');
  const signal = {
    id: 'S1' as const,
    value: 1,
    n: 9,
    cohort: 'all accounts',
    percentile: 99,
    detail: 'Seen.',
  };
  store(open, [
    { ...score('a', 0.7), signals: [{ ...signal, bits: 2 }] },
    { ...score('b', 0.6), signals: [{ ...signal, bits: -1 }] },
  ]);
  const { ids } = orderAccounts(open, 'score', true, '');
  expect(accountRows(open, [...ids]).map(({ analysis }) => analysis?.strongest)).toEqual([
    { id: 'S1', title: 'S1', percentile: 99, cohort: 'all accounts', detail: 'Seen.' },
    null,
  ]);
});

test('an operator comes with its accounts by score and the links between them alone, strongest first', async () => {
  const open = await caseOf('a', 'b', 'c', 'd');
  const accounts = [score('a', 0.2, 'O-1'), score('b', 0.9, 'O-1'), score('c', 0.5, 'O-1'), score('d', 0.1)];
  const links = [link('a', 'b', 9), link('b', 'd', 30), link('b', 'c', 20)];
  store(open, accounts, [operator('O-1', 'a', 'b', 'c')], links);
  const { members, links: inside, operator: found } = readOperator(open.db, 'O-1');
  expect(found.id).toBe('O-1');
  expect(members.map((member) => [member.account, member.score])).toEqual([
    ['b', 0.9],
    ['c', 0.5],
    ['a', 0.2],
  ]);
  expect(inside.map(({ a, b }) => a + b)).toEqual(['bc', 'ab']);
  expect(() => readOperator(open.db, 'O-2')).toThrow(/found no such operator/);
});

test('the list of operators says the words of the three findings and the strongest reason', async () => {
  const open = await caseOf('a', 'b');
  store(open, [score('a', 0.7, 'O-1')], [operator('O-1', 'a', 'b')]);
  expect(readOperatorRows(open.db)).toEqual([
    {
      id: 'O-1',
      accounts: 2,
      requests: 2,
      score: 0.7,
      likelihood: 'likely',
      together: 'almost certain',
      extraction: 'likely',
      access: 'unlikely',
      reason: 'strongest',
    },
  ]);
});
