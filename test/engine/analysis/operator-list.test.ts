import { expect, test } from 'vitest';
import { accountsOfOperators } from '../../../electron/engine/analysis/accounts-of-operators.ts';
import { orderOperators } from '../../../electron/engine/analysis/operator-order.ts';
import { readListedOperators } from '../../../electron/engine/analysis/results.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import type { SignalValue } from '../../../shared/contract/analysis.ts';
import { canonical, importCsv, newCase } from '../support.ts';

type Signal = Pick<SignalValue, 'id' | 'bits' | 'percentile'>;

/** An analysed case of three operators: `O-1` of a and b, `O-2` of c, d and e, `O-3` of f and g. */
async function threeOperators(): Promise<Case> {
  const open = await newCase();
  const rows = [...'abcdefg'].map((account, i) => `2026-05-04T00:0${i}:00Z,${account}\n`).join('');
  await importCsv(open, `timestamp,account_id\n${rows}`, canonical('timestamp', 'account_id'));
  const infos = [
    { id: 'S2', title: 'Rare shared template' },
    { id: 'S18', title: 'Sign-up batch' },
  ];
  open.db
    .prepare(
      `INSERT INTO analysis_run (id, at_us, seconds, seed, prior_share, version, input_hash, signals)
       VALUES (1, 1, 1, 1, 0.02, '1', 'x', ?)`,
    )
    .run(JSON.stringify(infos));
  const account = open.db.prepare(
    'INSERT INTO analysis_account (account, rank, score, body) VALUES (?, ?, 0, ?)',
  );
  const signals: Record<string, readonly Signal[]> = {
    a: [{ id: 'S2', bits: 4, percentile: 100 }],
    b: [{ id: 'S2', bits: 4, percentile: 95 }],
    c: [{ id: 'S2', bits: -1, percentile: 4.9 }],
    d: [{ id: 'S2', bits: 0, percentile: null }],
    e: [{ id: 'S2', bits: 1, percentile: 60 }],
    f: [],
    g: [],
  };
  Object.entries(signals).forEach(([id, own], rank) => {
    account.run(id, rank, JSON.stringify({ account: id, signals: own }));
  });
  operator(open, 'O-1', ['a', 'b'], 0.3, 30, [
    { id: 'S18', bits: 8, percentile: null },
    { id: 'S2', bits: 4, percentile: null },
  ]);
  operator(open, 'O-2', ['c', 'd', 'e', 'gone'], 0.3, 10, [{ id: 'S2', bits: 1, percentile: null }]);
  operator(open, 'O-3', ['f', 'g'], 0.9, 20, [
    { id: 'S18', bits: 8, percentile: null },
    { id: 'S2', bits: 0, percentile: null },
  ]);
  return open;
}

function operator(
  { db }: Case,
  id: string,
  accounts: readonly string[],
  score: number,
  requests: number,
  signals: readonly Signal[],
): void {
  const none = { value: 0, low: 0, high: 0 };
  const said = { likelihood: 'unlikely', confidence: 'low', reasons: [`${id} shares a card`] };
  const body = {
    id,
    accounts,
    requests,
    score,
    likelihood: 'unlikely',
    findings: { together: said, extraction: said, access: said },
    signals: signals.map((signal) => ({ ...signal, detail: `seen in ${id}` })),
    harvest: { inputTokens: 0, outputTokens: 0, trainingSamples: none, costMicroUsd: none },
  };
  const rank = db.prepare('SELECT count(*) FROM analysis_operator').pluck().get();
  db.prepare('INSERT INTO analysis_operator (id, rank, score, body) VALUES (?, ?, ?, ?)').run(
    id,
    rank,
    score,
    JSON.stringify(body),
  );
}

test('operators stand in the order asked for, ties by their first account, with all their accounts counted', async () => {
  const open = await threeOperators();
  expect(orderOperators(open, 'score', true)).toEqual({ ids: ['O-3', 'O-1', 'O-2'], accounts: 8 });
  expect(orderOperators(open, 'score', false).ids).toEqual(['O-1', 'O-2', 'O-3']);
  expect(orderOperators(open, 'accounts', true).ids).toEqual(['O-2', 'O-1', 'O-3']);
  expect(orderOperators(open, 'requests', true).ids).toEqual(['O-1', 'O-3', 'O-2']);
});

test('before the first analysis there are none', async () => {
  const open = await newCase();
  expect(orderOperators(open, 'score', true)).toEqual({ ids: [], accounts: 0 });
  expect(readListedOperators(open.db, ['O-1'])).toEqual([]);
});

test('rows come in the order asked, without those that the analysis did not find', async () => {
  const { db } = await threeOperators();
  const rows = readListedOperators(db, ['O-2', 'O-9', 'O-1']);
  expect(rows.map(({ id, accounts, reason }) => [id, accounts, reason])).toEqual([
    ['O-2', 4, 'O-2 shares a card'],
    ['O-1', 2, 'O-1 shares a card'],
  ]);
});

test('accounts are placed in the strongest signal that they carry themselves, by 5 percentile points', async () => {
  const { db } = await threeOperators();
  const [one, two, three] = readListedOperators(db, ['O-1', 'O-2', 'O-3']).map(({ spread }) => spread);
  // S18 adds more, but no account carries it.
  expect(one).toMatchObject({ id: 'S2', title: 'Rare shared template', detail: 'seen in O-1' });
  expect(one?.bins).toEqual([...new Array(19).fill(0), 2]);
  // One lies below the 5th percentile, one at the 60th, and one has nobody to be compared with.
  expect(two?.bins).toEqual(Array.from({ length: 20 }, (_, bin) => (bin === 0 || bin === 12 ? 1 : 0)));
  expect(three).toBeNull();
});

test('the accounts of several operators are those that the case still has', async () => {
  const { db } = await threeOperators();
  const idOf = db.prepare('SELECT id FROM account WHERE external_id = ?').pluck();
  const ids = (...names: string[]) => names.map((name) => idOf.get(name) as number).sort((a, b) => a - b);
  expect([...accountsOfOperators(db, ['O-2', 'O-1'])]).toEqual(ids('a', 'b', 'c', 'd', 'e'));
  expect([...accountsOfOperators(db, [])]).toEqual([]);
});
