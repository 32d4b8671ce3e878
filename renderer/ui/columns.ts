/** A column of a list whose columns people choose and order. */
export interface Column<Sort extends string = string> {
  readonly key: string;
  readonly title: string;
  /** What it counts, with its unit and denominator. */
  readonly explains: string;
  readonly sort: Sort | null;
  readonly number: boolean;
  /** Least width in pixels. */
  readonly width: number;
  /** Its part of the width that is left over; 0 for a column of fixed width. */
  readonly grows: number;
  /** Nobody chooses it: it stands behind the column of this key whenever it exists. */
  readonly follows?: string;
}

/** The columns that people choose among: all but the first, which names the row, and those that come by themselves. */
export function choosable<C extends Column>(columns: readonly C[]): readonly C[] {
  return columns.slice(1).filter(({ follows }) => follows === undefined);
}

/**
 * The chosen ones of the columns that there are, in the order chosen. The one that names the row always comes first,
 * and those that follow another are there whenever they exist.
 */
export function arrangeColumns<C extends Column>(
  columns: readonly C[],
  chosen: readonly string[],
): readonly C[] {
  const [first, ...others] = columns;
  const place = ({ key, follows }: C) =>
    follows === undefined ? chosen.indexOf(key) : chosen.indexOf(follows) + 0.5;
  const shown = others.filter(({ key, follows }) => follows !== undefined || chosen.includes(key));
  return [first, ...shown.sort((one, other) => place(one) - place(other))];
}

/** The same keys with one moved by a place; unchanged at the end. */
export function moveColumn(chosen: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const from = chosen.indexOf(key);
  const to = from + by;
  // What names the row stands first and stays there.
  if (from < 1 || to < 1 || to >= chosen.length) return chosen;
  const moved = [...chosen];
  [moved[from], moved[to]] = [moved[to], moved[from]];
  return moved;
}

/** The widths of columns as tracks of a grid, and the width in pixels below which it scrolls. */
export function gridOf(columns: readonly Column[]): { tracks: string; leastPx: number } {
  return {
    tracks: columns
      .map(({ width, grows }) => (grows > 0 ? `minmax(${width}px, ${grows}fr)` : `${width}px`))
      .join(' '),
    leastPx: columns.reduce((sum, { width }) => sum + width, 0),
  };
}
