import { sortBy, useAccountFilter } from '../../store/accounts.ts';
import type { AccountColumn } from './columns.ts';

/** The title of a column; where it can be sorted by, a button that does. */
export function ColumnHead({ column }: { column: AccountColumn }) {
  const { sort, descending } = useAccountFilter();
  const sorted = column.sort !== null && column.sort === sort;
  const state = sorted ? (descending ? 'descending' : 'ascending') : 'none';
  return (
    // biome-ignore lint/a11y/useSemanticElements: see AccountTable
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
    <div
      role="columnheader"
      className={column.number ? 'number' : ''}
      title={column.explains}
      aria-sort={column.sort === null ? undefined : state}
    >
      {column.sort === null ? (
        column.title
      ) : (
        <button type="button" className="sort" onClick={() => sortBy(column.sort!)}>
          {column.title}
          {sorted && (
            <span className="sort-mark" aria-hidden="true">
              {descending ? '↓' : '↑'}
            </span>
          )}
        </button>
      )}
    </div>
  );
}
