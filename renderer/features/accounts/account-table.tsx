import { useState } from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';
import { accountRow, matchingRequests } from '../../store/account-rows.ts';
import { moveCursorTo, sortBy, useAccountFilter } from '../../store/accounts.ts';
import { useSelection } from '../../store/selection.ts';
import { useSession } from '../../store/session.ts';
import { openAccount } from '../../store/views.ts';
import { ColumnHead } from '../../ui/column-head.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { ListGrid } from '../../ui/list-grid.tsx';
import { FIRST_ROWS } from '../../ui/list-model.ts';
import { AccountCells } from './account-cells.tsx';
import type { AccountColumn } from './columns.ts';
import { useRows } from './use-rows.ts';

interface Props {
  readonly ids: Uint32Array;
  readonly largest: number;
  readonly busy: boolean;
  readonly columns: readonly AccountColumn[];
  /** What the rows are asked for under; absent where nothing is filtered. */
  readonly filter: Filter | undefined;
  readonly onGrid: (grid: HTMLElement | null) => void;
}

/** The rows in view of all accounts in order; rows are loaded by pages as they come into view. */
export function AccountTable({ ids, largest, busy, columns, filter, onGrid }: Props) {
  const info = useSession((state) => state.case)!;
  const { cursorId, sort, descending } = useAccountFilter();
  const [span, setSpan] = useState(FIRST_ROWS);
  const failure = useRows(ids, filter, span);
  return (
    <>
      {failure !== null && <ErrorPanel error={failure} />}
      <ListGrid
        label="Accounts"
        name="account"
        ids={ids}
        cursor={cursorId}
        selection={useSelection}
        columns={columns}
        busy={busy}
        head={(column) => (
          <ColumnHead key={column.key} column={column} sort={sort} descending={descending} onSort={sortBy} />
        )}
        cells={(id) => (
          <AccountCells
            row={accountRow(id)}
            matching={matchingRequests(id, filter)}
            columns={columns}
            info={info}
            largest={largest}
          />
        )}
        onCursor={moveCursorTo}
        onOpen={(id) => {
          const row = accountRow(id);
          if (row) openAccount(row.account);
        }}
        onSpan={setSpan}
        onGrid={onGrid}
      />
    </>
  );
}
