/** A place in the grid by its ids; the head of a column has no row, the head of a row no column. */
export interface Place {
  readonly row: string | null;
  readonly column: string | null;
}

const PAGE_ROWS = 10;

/**
 * Where a key leads from a place, among rows and columns in the order shown; null where the key does not move. Left of
 * the first column are the heads of the rows, above the first row those of the columns; the corner is no place.
 */
export function walk(
  key: string,
  from: Place,
  rows: readonly string[],
  columns: readonly string[],
): Place | null {
  const row = from.row === null ? -1 : rows.indexOf(from.row);
  const column = from.column === null ? -1 : columns.indexOf(from.column);
  const leastRow = column === -1 ? 0 : -1;
  const leastColumn = row === -1 ? 0 : -1;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: rows[clamp(nextRow, leastRow, rows.length - 1)] ?? null,
    column: columns[clamp(nextColumn, leastColumn, columns.length - 1)] ?? null,
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(Math.max(0, row - PAGE_ROWS), column);
    case 'PageDown':
      return to(row + PAGE_ROWS, column);
    case 'Home':
      return to(row, 0);
    case 'End':
      return to(row, columns.length - 1);
    default:
      return null;
  }
}

/** The place if it is still there, else the first cell or head; null in an empty grid. */
export function placeIn(
  place: Place | null,
  rows: readonly string[],
  columns: readonly string[],
): Place | null {
  const isThere = (id: string | null, ids: readonly string[]) => id === null || ids.includes(id);
  const isPlace = place !== null && (place.row !== null || place.column !== null);
  if (isPlace && isThere(place.row, rows) && isThere(place.column, columns)) return place;
  if (rows.length === 0 && columns.length === 0) return null;
  return { row: rows[0] ?? null, column: columns[0] ?? null };
}

/** The ids with one of them moved by one place; null where it is at the end already. */
export function movedBy(ids: readonly string[], id: string, by: -1 | 1): string[] | null {
  const at = ids.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return null;
  const moved = [...ids];
  moved.splice(to, 0, ...moved.splice(at, 1));
  return moved;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
