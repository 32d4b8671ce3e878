import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RatedRow, weigh } from '../../../electron/engine/hypotheses/weigh.ts';
import { CONSISTENCIES, type Consistency, CREDIBILITIES } from '../../../shared/contract/hypotheses.ts';

const row = (...cells: (Consistency | null)[]): RatedRow => ({ credibility: 'medium', cells });

/** A matrix of 2 to 5 hypotheses and up to 8 rows, and an order of each for shuffling. */
const matrices = fc.integer({ min: 2, max: 5 }).chain((hypotheses) =>
  fc.record({
    rows: fc.array(
      fc.record({
        credibility: fc.constantFrom(...CREDIBILITIES),
        cells: fc.array(fc.constantFrom(...CONSISTENCIES, null), {
          minLength: hypotheses,
          maxLength: hypotheses,
        }),
      }),
      { maxLength: 8 },
    ),
    columns: fc.shuffledSubarray([...Array(hypotheses).keys()], { minLength: hypotheses }),
    credibility: fc.constantFrom(...CREDIBILITIES),
    alike: fc.constantFrom(...CONSISTENCIES),
  }),
);
const check = (property: (matrix: typeof matrices extends fc.Arbitrary<infer M> ? M : never) => void) =>
  fc.assert(fc.property(matrices, property), { numRuns: 300, seed: 7 });

describe('a matrix by hand', () => {
  it('counts what is against each hypothesis by credibility, and nothing that is for it', () => {
    const { scores, order, leaders, rowsInPart } = weigh(
      [
        { credibility: 'high', cells: ['++', '-', '--'] },
        { credibility: 'low', cells: ['-', '+', 'n/a'] },
        { credibility: 'medium', cells: ['0', '--', null] },
      ],
      3,
    );
    expect(scores).toEqual([Math.SQRT1_2, Math.SQRT2 + 2, 2 * Math.SQRT2]);
    expect(order).toEqual([0, 2, 1]);
    expect(leaders).toEqual([0]);
    expect(rowsInPart).toBe(1);
  });

  it('tells how far a row tells hypotheses apart, as far as that is known', () => {
    const diagnosticity = weigh(
      [
        row('++', '--', '0'),
        row('-', '-', '-'),
        row('0', 'n/a', '0'),
        row('+', 'n/a', null),
        row('+', '+', null),
        row(null, null, null),
      ],
      3,
    ).diagnosticity;
    expect(diagnosticity).toEqual([1, 0, 0, 0.25, null, null]);
  });

  it('names the rows on which the leading hypothesis hangs', () => {
    const { leaders, without } = weigh([row('--', '+'), row('0', '-'), row('-', '-')], 2);
    expect(leaders).toEqual([1]);
    expect(without).toEqual([[0], [1], [1]]);
  });

  it('lets nobody lead where nothing tells them apart', () => {
    expect(weigh([], 3).leaders).toEqual([]);
    expect(weigh([row('-', '-')], 2).leaders).toEqual([]);
    expect(weigh([row('-')], 1).leaders).toEqual([]);
    expect(weigh([], 0)).toMatchObject({ scores: [], order: [], leaders: [] });
    // Two of low credibility weigh exactly as much as one of high.
    const twice: RatedRow[] = [1, 2].map(() => ({ credibility: 'low', cells: ['-', '0'] }));
    expect(weigh([...twice, { credibility: 'high', cells: ['0', '-'] }], 2).leaders).toEqual([]);
  });
});

describe('any matrix', () => {
  it('scores alike in whatever order rows and hypotheses stand', () => {
    check(({ rows, columns }) => {
      const straight = weigh(rows, columns.length);
      const turned = weigh(
        [...rows].reverse().map(({ credibility, cells }) => ({
          credibility,
          cells: columns.map((h) => cells[h]),
        })),
        columns.length,
      );
      expect(turned.scores).toEqual(columns.map((h) => straight.scores[h]));
      expect([...turned.diagnosticity].reverse()).toEqual(straight.diagnosticity);
      expect(turned.leaders.map((h) => columns[h]).sort()).toEqual(straight.leaders);
    });
  });

  it('has no use for a row rated alike everywhere: leaving it out changes no order', () => {
    check(({ rows, columns, credibility, alike }) => {
      const without = weigh(rows, columns.length);
      const withRow = weigh([...rows, { credibility, cells: columns.map(() => alike) }], columns.length);
      expect(withRow.diagnosticity.at(-1)).toBe(0);
      expect(withRow.order).toEqual(without.order);
      expect(withRow.leaders).toEqual(without.leaders);
      expect(withRow.without.at(-1)).toEqual(withRow.leaders);
    });
  });

  it('keeps its order without any row of diagnosticity 0', () => {
    check(({ rows, columns }) => {
      const { order, leaders, diagnosticity, without } = weigh(rows, columns.length);
      diagnosticity.forEach((value, at) => {
        if (value !== 0) return;
        expect(weigh(rows.toSpliced(at, 1), columns.length).order).toEqual(order);
        expect(without[at]).toEqual(leaders);
      });
    });
  });

  it('tells of each row who leads without it', () => {
    check(({ rows, columns }) => {
      rows.forEach((_, at) => {
        expect(weigh(rows, columns.length).without[at]).toEqual(
          weigh(rows.toSpliced(at, 1), columns.length).leaders,
        );
      });
    });
  });

  it('never tells less of a row as more of it is confirmed', () => {
    check(({ rows, columns }) => {
      for (const { credibility, cells } of rows) {
        const known = weigh([{ credibility, cells }], columns.length).diagnosticity[0];
        const more = cells.map((cell) => cell ?? '+');
        const later = weigh([{ credibility, cells: more }], columns.length).diagnosticity[0];
        expect(later).toBeGreaterThanOrEqual(known ?? 0);
      }
    });
  });
});
