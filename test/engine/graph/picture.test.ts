import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OperatorTies } from '../../../electron/engine/analysis/operator-ties.ts';
import { storeAnalysis } from '../../../electron/engine/analysis/store.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createCase } from '../../../electron/engine/case/open-case.ts';
import { historyState, undo } from '../../../electron/engine/commands/undo.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { matchingRequests } from '../../../electron/engine/filters/matching-requests.ts';
import { readAround } from '../../../electron/engine/graph/around.ts';
import { findPath } from '../../../electron/engine/graph/find-path.ts';
import { matchingByOperator } from '../../../electron/engine/graph/matching-operators.ts';
import { readOverview } from '../../../electron/engine/graph/overview.ts';
import { readPicture } from '../../../electron/engine/graph/picture.ts';
import { placeNodes, readPlaces } from '../../../electron/engine/graph/places.ts';
import { search } from '../../../electron/engine/graph/search.ts';
import { readLink } from '../../../electron/engine/graph/stored-ties.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import type { AccountScore, OperatorResult } from '../../../shared/contract/analysis.ts';
import { canonical, NEW_CASE, newCase } from '../support.ts';
import { madeTies } from './ties.ts';

const ALL = { withoutKinds: [], leastBits: 0 };

/**
 * Two pairs held together by one address, within each pair a card of its own; beside them a pair that shares a
 * template with the first operator, and an account without an operator.
 */
const FIRST = madeTies(
  'O-1',
  ['a', 'b', 'c', 'd'],
  ['payment_fingerprint=p1', 'payment_fingerprint=p2', 'ip=192.0.2.1', 'template=t'],
  [
    {
      a: 0,
      b: 1,
      items: [
        [0, 22],
        [3, 8],
      ],
    },
    { a: 2, b: 3, items: [[1, 21]] },
    { a: 1, b: 2, items: [[2, 15]] },
  ],
);
const SECOND = madeTies('O-2', ['e', 'f'], ['template=t'], [{ a: 0, b: 1, items: [[0, 14]] }]);

const operator = ({ operator: id, accounts }: OperatorTies, score: number) =>
  ({
    id,
    accounts,
    requests: accounts.length,
    score,
    likelihood: score > 0.5 ? 'likely' : 'unlikely',
    findings: { together: { likelihood: 'almost certain' } },
    weakestBridge: id === 'O-1' ? { a: 'b', b: 'c', bits: 5, splits: true } : null,
  }) as unknown as OperatorResult;

let open: Case;
const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  await fill();
});

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

async function fill(): Promise<void> {
  const times = ['a', 'b', 'c', 'd', 'e', 'f', 'lone'].map(
    (account, at) => `2026-05-0${at + 1}T00:00:00Z,${account}`,
  );
  const log = join(folder, 'log.csv');
  writeFileSync(log, ['timestamp,account_id', ...times, ''].join('\n'));
  await importFile(open, log, canonical('timestamp', 'account_id'), unwatched);
  const accounts = [...FIRST.accounts, ...SECOND.accounts, 'lone'].map(
    (account, at): AccountScore => ({
      account,
      score: 1 - at / 10,
      likelihood: 'likely',
      operator: at < 4 ? 'O-1' : at < 6 ? 'O-2' : null,
      requests: 1,
      signals: [],
    }),
  );
  const facts = { atUs: 1, seconds: 1, seed: 1, priorShare: 0.01, version: '1', inputHash: 'x' };
  storeAnalysis(open.db, facts, {
    signals: [],
    accounts,
    operators: [operator(FIRST, 0.9), operator(SECOND, 0.2)],
    links: [],
    templates: [],
    ties: [FIRST, SECOND],
  } as unknown as Parameters<typeof storeAnalysis>[2]);
}

test('the overview has operators by score with when they were first seen, and those named beside them', () => {
  const { db } = open;
  const overview = readOverview(db, 1, []);
  expect(overview).toMatchObject({ state: 'ready', allOperators: 2, tiedAccounts: 6, allAccounts: 7 });
  expect(overview.operators).toMatchObject([
    { id: 'O-1', accounts: 4, likelihood: 'likely', together: 'almost certain' },
  ]);
  expect(overview.operators[0].firstUs).toBe(Date.UTC(2026, 4, 1) * 1000);
  expect(readOverview(db, 0, ['O-2', 'O-9']).operators.map(({ id }) => id)).toEqual(['O-2']);
});

test('a filter marks accounts and operators that match, and its accounts can be put into the picture', async () => {
  const filter = (...values: string[]) => ({
    range: null,
    chips: [{ field: 'account' as const, values, negate: false }],
  });
  const left = await matchingRequests(open, filter('b', 'e', 'f', 'nobody'), unwatched);
  const matching = matchingByOperator(open, left);
  expect(readOverview(open.db, 9, [], matching).operators.map((one) => one.matching)).toEqual([1, 2]);
  expect(readOverview(open.db, 9, []).operators.map((one) => one.matching)).toEqual([4, 2]);
  const whole = readPicture(open.db, { operators: ['O-1'], accounts: [], left, ...ALL });
  expect(whole.accounts.map(({ account, matches }) => [account, matches])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
    ['d', false],
  ]);
  expect(whole.ofFilter).toBeNull();
  expect(whole.links).toEqual(readPicture(open.db, { operators: ['O-1'], accounts: [], ...ALL }).links);
  const own = readPicture(open.db, { operators: [], accounts: ['a'], left, ofFilter: true, ...ALL });
  expect(own.accounts.map(({ account }) => account).sort()).toEqual(['a', 'b', 'e', 'f']);
  expect(own.ofFilter).toEqual({ accounts: 3, ofAccounts: 3 });
});

test('before an analysis, and of one from before links were kept, it says so', async () => {
  const { db } = await newCase();
  expect(readOverview(db, 9, []).state).toBe('none');
  open.db.exec('BEGIN');
  open.db.exec('DELETE FROM analysis_ties');
  expect(readOverview(open.db, 9, []).state).toBe('older');
  open.db.exec('ROLLBACK');
});

test('an operator with its accounts, links, shared values and kinds, in one part', () => {
  const { db } = open;
  const picture = readPicture(db, { operators: ['O-1'], accounts: [], ...ALL });
  expect(picture.accounts.map(({ account, part, tiedTo }) => [account, part, tiedTo])).toEqual([
    ['a', 0, 1],
    ['b', 0, 2],
    ['c', 0, 2],
    ['d', 0, 1],
  ]);
  expect(picture.links.map(({ a, b, bits }) => [a, b, bits])).toEqual([
    [0, 1, 20],
    [2, 3, 11],
    [1, 2, 5],
  ]);
  expect(picture.values.map(({ value, holders, tied, bits }) => [value, holders, tied, bits])).toEqual([
    ['p1', [0, 1], 2, 22],
    ['p2', [2, 3], 2, 21],
    ['192.0.2.1', [1, 2], 2, 15],
    ['t', [0, 1], 2, 8],
  ]);
  expect(picture.kinds).toMatchObject([
    { kind: 'payment_fingerprint', links: 2, values: 2 },
    { kind: 'ip', links: 1, values: 1 },
    { kind: 'template', links: 1, values: 1 },
  ]);
  expect(picture.operators).toMatchObject([
    {
      operator: 'O-1',
      accounts: 4,
      parts: [4],
      kept: 3,
      total: 3,
      counted: 3,
      weakest: { a: 'b', b: 'c', bits: 5 },
    },
  ]);
});

test('without its address the operator falls in two, and what is left out is in no link', () => {
  const { db } = open;
  const picture = readPicture(db, { operators: ['O-1'], accounts: [], withoutKinds: ['ip'], leastBits: 0 });
  expect(picture.accounts.map(({ part }) => part)).toEqual([0, 0, 1, 1]);
  expect(picture.operators).toMatchObject([{ parts: [2, 2], counted: 2, weakest: { a: 'a', b: 'b' } }]);
  expect(picture.links).toHaveLength(2);
  const strong = readPicture(db, { operators: ['O-1'], accounts: [], withoutKinds: [], leastBits: 12 });
  expect(strong.operators[0].parts).toEqual([2, 1, 1]);
});

test('single accounts bring only what lies between them, and are counted against all their neighbours', () => {
  const { db } = open;
  const picture = readPicture(db, { operators: [], accounts: ['b', 'lone', 'a', 'nobody'], ...ALL });
  expect(picture.accounts.map(({ account, operator: of, tiedTo }) => [account, of, tiedTo])).toEqual([
    ['b', 'O-1', 2],
    ['lone', null, 0],
    ['a', 'O-1', 1],
  ]);
  expect(picture.links.map(({ a, b }) => [a, b].sort())).toEqual([[0, 2]]);
  expect(picture.unknown).toEqual(['nobody']);
  expect(picture.values.find(({ value }) => value === '192.0.2.1')).toMatchObject({ holders: [0], tied: 2 });
});

test('a value that two operators share is one node', () => {
  const { db } = open;
  const { values, accounts } = readPicture(db, { operators: ['O-1', 'O-2'], accounts: [], ...ALL });
  const [template] = values.filter(({ kind }) => kind === 'template');
  expect(template.holders.map((at) => accounts[at].account)).toEqual(['a', 'b', 'e', 'f']);
  expect(template.tied).toBe(4);
});

test('an unknown operator and a crowd are refused', () => {
  const { db } = open;
  expect(() => readPicture(db, { operators: ['O-7'], accounts: [], ...ALL })).toThrow(
    /no links of such an operator/,
  );
  const crowd = Array.from({ length: 2001 }, (_, at) => `x${at}`);
  const insert = db.prepare(
    'INSERT INTO analysis_account (account, rank, score, body) VALUES (?, ?, 0, \'{"likelihood":"unlikely"}\')',
  );
  db.exec('BEGIN');
  crowd.forEach((account, at) => {
    insert.run(account, 100 + at);
  });
  expect(() => readPicture(db, { operators: [], accounts: crowd, ...ALL })).toThrow(/make no picture/);
  db.exec('ROLLBACK');
});

test('what a node can be expanded by, followed into other operators that share a value', () => {
  const { db } = open;
  const brief = (node: Parameters<typeof readAround>[1]) =>
    readAround(db, node).map(({ kind, values, accounts }) => [kind, values, ...accounts]);
  expect(brief({ account: 'b' })).toEqual([
    ['template', 1, 'a', 'e', 'f'],
    ['ip', 1, 'c'],
    ['payment_fingerprint', 1, 'a'],
  ]);
  expect(brief({ operator: 'O-1' })).toEqual([
    ['payment_fingerprint', 2, 'a', 'b', 'c', 'd'],
    ['ip', 1, 'b', 'c'],
    ['template', 1, 'a', 'b'],
  ]);
  expect(brief({ kind: 'template', value: 't' })).toEqual([['template', 1, 'a', 'b', 'e', 'f']]);
  expect(brief({ account: 'lone' })).toEqual([]);
});

test('paths and links come whole, and stop where evidence is left out', () => {
  const { db } = open;
  const path = findPath(db, 'a', 'd', ALL);
  expect(path?.links.map(({ a, b, bits }) => [a, b, bits])).toEqual([
    ['a', 'b', 20],
    ['b', 'c', 5],
    ['c', 'd', 11],
  ]);
  expect(path?.weakest).toBe(1);
  expect(findPath(db, 'a', 'd', { withoutKinds: ['ip'], leastBits: 0 })).toBeNull();
  expect(findPath(db, 'a', 'e', ALL)).toBeNull();
  expect(readLink(db, 'b', 'a')).toMatchObject({
    priorBits: -10,
    bits: 20,
    items: [
      { kind: 'payment_fingerprint', value: 'p1', bits: 22 },
      { kind: 'template', value: 't', bits: 8 },
    ],
  });
  expect(readLink(db, 'a', 'd')).toBeNull();
  expect(readLink(db, 'a', 'lone')).toBeNull();
});

test('a search finds operators, accounts and shared values; signs of LIKE stand for themselves', () => {
  const { db } = open;
  expect(search(db, 'o', 9)).toEqual({
    total: 3,
    results: [
      { found: 'operator', id: 'O-1', accounts: 4 },
      { found: 'operator', id: 'O-2', accounts: 2 },
      { found: 'account', account: 'lone', operator: null },
    ],
  });
  expect(search(db, '192.0', 9).results).toEqual([
    { found: 'value', kind: 'ip', value: '192.0.2.1', accounts: 2 },
  ]);
  expect(search(db, 't', 9).results).toEqual([{ found: 'value', kind: 'template', value: 't', accounts: 4 }]);
  expect(search(db, '%', 9).total).toBe(0);
  expect(search(db, 'o', 1)).toMatchObject({ total: 3, results: [{ id: 'O-1' }] });
});

test('places are kept with the case by a command that undo takes back, and logged', () => {
  placeNodes(open, [{ node: 'account:a', at: { x: 1, y: 2 } }]);
  placeNodes(open, [
    { node: 'account:a', at: { x: 5, y: 6 } },
    { node: 'account:a', at: null },
    { node: 'account:b', at: { x: 7, y: 8 } },
  ]);
  expect(readPlaces(open.db)).toEqual([{ node: 'account:b', x: 7, y: 8 }]);
  expect(historyState(open.db).undo).toBe('place 3 nodes of the graph');
  undo(open);
  expect(readPlaces(open.db)).toEqual([{ node: 'account:a', x: 1, y: 2 }]);
  undo(open);
  expect(readPlaces(open.db)).toEqual([]);
  expect(verifyChain(open.db)).toMatchObject({ firstBad: null });
});
