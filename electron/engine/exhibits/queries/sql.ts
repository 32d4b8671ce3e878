import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { ExhibitCell, ExhibitFigure } from '../../../../shared/contract/exhibits.ts';
import { querySql } from '../../sql/query.ts';
import { allRequestsOf, defineQuery, figure } from '../query.ts';

/** More rows are nothing that a person reads. */
const MOST_ROWS = 10_000;
/** Columns whose cell or sum is a figure. */
const MOST_FIGURES = 50;

/**
 * The result of one reading statement. Numbers that JSON has not stand as text, bytes in hexadecimal. Behind it stand
 * all requests of the case: which of them a statement counts cannot be told from it.
 */
export const sql = defineQuery('sql', {
  version: 1,
  run(open, args) {
    const { columns, rows: found } = querySql(open, args.sql, true);
    if (found.length > MOST_ROWS)
      throw new StillwatchError(
        'BAD_ARGS',
        `This statement answers ${found.length.toLocaleString('en')} rows, and an exhibit holds ${MOST_ROWS.toLocaleString('en')}. Nothing was kept. Sum them up, or take fewer with LIMIT.`,
      );
    const rows = found.map((row) => row.map(cellOf));
    return {
      columns: columns.map((name) => name.toWellFormed()),
      rows,
      figures: [figure('rows', rows.length), ...figuresOf(columns, rows)],
      behind: allRequestsOf(null),
    };
  },
});

function cellOf(value: unknown): ExhibitCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return String(value).toWellFormed();
}

/** The numbers of a single row, or the sums of columns of numbers. */
function figuresOf(columns: readonly string[], rows: readonly (readonly ExhibitCell[])[]): ExhibitFigure[] {
  return columns.slice(0, MOST_FIGURES).flatMap((column, c) => {
    const numbers = rows.map((row) => row[c]);
    if (numbers.length === 0 || !numbers.every((value) => typeof value === 'number')) return [];
    const sum = numbers.reduce((all, value) => all + value, 0);
    const name = `${rows.length === 1 ? '' : 'sum of '}column ${c + 1}, ${column.toWellFormed()}`;
    return [figure(name.slice(0, 200).toWellFormed(), Number.isFinite(sum) ? sum : null)];
  });
}
