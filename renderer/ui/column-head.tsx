import type { Column } from './columns.ts';

interface Props<Sort extends string> {
  readonly column: Column<Sort>;
  /** What the list is sorted by. */
  readonly sort: Sort;
  readonly descending: boolean;
  readonly onSort: (sort: Sort) => void;
}

/** The title of a column; where it can be sorted by, a button that does. */
export function ColumnHead<Sort extends string>({ column, sort, descending, onSort }: Props<Sort>) {
  const by = column.sort;
  const sorted = by !== null && by === sort;
  const state = sorted ? (descending ? 'descending' : 'ascending') : 'none';
  return (
    // biome-ignore lint/a11y/useSemanticElements: see ListGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
    <div
      role="columnheader"
      className={column.number ? 'number' : ''}
      title={column.explains}
      aria-sort={by === null ? undefined : state}
    >
      {by === null ? (
        column.title
      ) : (
        <button type="button" className="sort" onClick={() => onSort(by)}>
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
