import { describe, expect, test } from 'vitest';
import {
  basisState,
  byDiagnosticity,
  carrying,
  diagnosticityWords,
  formatScore,
  inOrder,
  isOutOfOrder,
  leaderWords,
  preselected,
  ranks,
  titlesOf,
  unconfirmedWords,
  unfairWords,
} from '../../../../renderer/features/hypotheses/matrix-model.ts';
import { evidence, hypothesis, matrix } from './matrix.ts';

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('order of rows', () => {
  const rows = [
    evidence('a', { diagnosticity: 0.25 }),
    evidence('b', { diagnosticity: null }),
    evidence('c', { diagnosticity: 0.75 }),
    evidence('d', { diagnosticity: 0.25 }),
  ];

  test('most diagnostic first, equal ones as they were, those not known last', () => {
    expect(byDiagnosticity(rows)).toEqual(['c', 'a', 'd', 'b']);
    expect(ids(inOrder(rows, byDiagnosticity(rows)))).toEqual(['c', 'a', 'd', 'b']);
    expect(ids(inOrder(rows, null))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a row that was rated since stays where it is, and a new one stands last', () => {
    const order = byDiagnosticity(rows);
    const since = [
      evidence('new', { diagnosticity: 1 }),
      rows[0],
      { ...rows[1], diagnosticity: 1 },
      ...rows.slice(2),
    ];
    expect(ids(inOrder(since, order))).toEqual(['c', 'a', 'd', 'b', 'new']);
    expect(isOutOfOrder(since, order)).toBe(true);
    expect(isOutOfOrder(rows, order)).toBe(false);
    expect(isOutOfOrder(since, null)).toBe(false);
  });
});

test('equal scores have equal places', () => {
  expect(ranks([2, 0, 2, 5].map((score, at) => hypothesis(`h${at}`, score)))).toEqual([2, 1, 2, 4]);
});

test('scores keep two digits', () => {
  expect([0, 2, 1 + Math.SQRT2, Math.SQRT1_2].map(formatScore)).toEqual(['0', '2', '2.41', '0.71']);
});

describe('what is said of the outcome', () => {
  test('how many cells are not confirmed', () => {
    expect(unconfirmedWords({ cells: 40, unconfirmed: 28 })).toBe('28 of 40 cells are not confirmed.');
    expect(unconfirmedWords({ cells: 2, unconfirmed: 1 })).toBe('1 of 2 cells is not confirmed.');
    expect(unconfirmedWords({ cells: 2, unconfirmed: 0 })).toBe('All 2 cells are confirmed.');
  });

  test('that scores are not fairly compared while rows are confirmed in part', () => {
    const rows = [evidence('a'), evidence('b')];
    expect(unfairWords({ rowsInPart: 0, evidence: rows })).toBeNull();
    expect(unfairWords({ rowsInPart: 1, evidence: rows })).toMatch(
      /not fairly comparable yet: 1 of 2 rows is confirmed for some/,
    );
  });

  test('who is least inconsistent, and never what is true', () => {
    const open = { cells: 4, unconfirmed: 4, leaders: [] };
    const words = [
      leaderWords(matrix(open)),
      leaderWords(matrix()),
      leaderWords(matrix({ leaders: ['h1', 'h2'] })),
      leaderWords(matrix({ leaders: [] })),
      leaderWords(matrix({ leaders: [], hypotheses: [hypothesis('h1')] })),
    ];
    expect(words[0]).toMatch(/^No cell is confirmed/);
    expect(words[1]).toBe('Least inconsistent:');
    expect(words[2]).toBe('Least inconsistent, equally:');
    expect(words[3]).toMatch(/against all of them alike/);
    expect(words[4]).toMatch(/^One hypothesis alone/);
    expect(words.join(' ')).not.toMatch(/\b(?:true|proven|likely|confident)\b/i);
  });

  test('names follow the ids', () => {
    expect(titlesOf(matrix(), ['h2', 'h1'])).toEqual(['title of h2', 'title of h1']);
  });

  test('only rows that would change the outcome carry it', () => {
    const rows = [evidence('a'), evidence('b', { without: { leaders: ['h2'], changes: true } })];
    expect(ids(carrying({ evidence: rows }))).toEqual(['b']);
  });
});

test('how a row stands to the analysis of today', () => {
  const basis = { operator: 'O-1', of: 'signal' as const, name: 'S1' };
  expect(basisState({ basis: null, title: 'x', now: null })).toBe('own');
  expect(basisState({ basis, title: 'x', now: 'x' })).toBe('same');
  expect(basisState({ basis, title: 'x', now: 'y' })).toBe('differs');
  expect(basisState({ basis, title: 'x', now: null })).toBe('gone');
});

test('diagnosticity says when it is not known and when it tells nothing', () => {
  expect(diagnosticityWords(null)).toMatch(/^not known/);
  expect(diagnosticityWords(0)).toMatch(/tells none from another/);
  expect(diagnosticityWords(0.75)).toBe('0.75: its confirmed cells lie 75 % of the scale apart');
});

describe('what a dialog proposes to fill in', () => {
  const reading = (id: string, holding: number, testable: number) => ({ id, holding, testable });

  test('readings that nothing speaks against, four at most', () => {
    const open = ['a', 'b', 'c', 'd', 'e'].map((id) => reading(id, 2, 2));
    expect(preselected([reading('x', 1, 2), ...open, reading('y', 0, 0)])).toEqual(['a', 'b', 'c', 'd']);
  });

  test('the best few where something speaks against each', () => {
    expect(preselected([reading('a', 1, 2), reading('b', 0, 2)])).toEqual(['a', 'b']);
  });
});
