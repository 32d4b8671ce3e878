import { useMemo } from 'react';
import { useLayout } from '../../store/layout.ts';
import { useSession } from '../../store/session.ts';
import { formatCount } from '../../ui/format.ts';
import { type AccountColumn, accountColumns, arrangeColumns, usualColumns } from './columns.ts';

export interface Columns {
  readonly all: readonly AccountColumn[];
  readonly shown: readonly AccountColumn[];
  /** Keys of those shown where they exist, in order. */
  readonly chosen: readonly string[];
  /** Somebody chose them. */
  readonly changed: boolean;
}

/** The columns of the table of accounts as they were chosen, as far as the case has them now. */
export function useColumns(analysed: boolean, filtered: boolean): Columns {
  const info = useSession((state) => state.case)!;
  const kept = useLayout((state) => state.accountColumns);
  const { timeZone } = info;
  const { requests } = info.counts;
  return useMemo(() => {
    const all = accountColumns(timeZone, formatCount(requests), analysed, filtered);
    const chosen = kept ?? usualColumns(all, analysed);
    return { all, chosen, changed: kept !== null, shown: arrangeColumns(all, chosen) };
  }, [timeZone, requests, analysed, filtered, kept]);
}
