import { useMemo } from 'react';
import { useSession } from '../../store/session.ts';
import { formatCount } from '../../ui/format.ts';
import { type Columns, useColumns } from '../../ui/use-columns.ts';
import { type AccountColumn, accountColumns, usualColumns } from './columns.ts';

/** The columns of the table of accounts as they were chosen, as far as the case has them now. */
export function useAccountColumns(analysed: boolean, filtered: boolean): Columns<AccountColumn> {
  const info = useSession((state) => state.case)!;
  const { timeZone } = info;
  const { requests } = info.counts;
  const { all, usual } = useMemo(() => {
    const columns = accountColumns(timeZone, formatCount(requests), analysed, filtered);
    return { all: columns, usual: usualColumns(columns, analysed) };
  }, [timeZone, requests, analysed, filtered]);
  return useColumns('accountColumns', all, usual);
}
