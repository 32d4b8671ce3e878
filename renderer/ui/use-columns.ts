import { useMemo } from 'react';
import { type TableColumns, useLayout } from '../store/layout.ts';
import { arrangeColumns, type Column } from './columns.ts';

export interface Columns<C extends Column> {
  readonly all: readonly C[];
  readonly shown: readonly C[];
  /** Keys of those shown where they exist, in order. */
  readonly chosen: readonly string[];
  /** Somebody chose them. */
  readonly changed: boolean;
}

/**
 * The columns of a list as they were chosen, as far as there are such now.
 * @param usual keys of those shown where nobody chose any
 */
export function useColumns<C extends Column>(
  table: TableColumns,
  all: readonly C[],
  usual: readonly string[],
): Columns<C> {
  const kept = useLayout((state) => state[table]);
  return useMemo(() => {
    const chosen = kept ?? usual;
    return { all, chosen, changed: kept !== null, shown: arrangeColumns(all, chosen) };
  }, [all, usual, kept]);
}
