import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { accountRow, loadAccountRows } from '../../store/account-rows.ts';
import { moveCursorTo, sortBy, useAccountFilter } from '../../store/accounts.ts';
import { useSession } from '../../store/session.ts';
import { openAccount } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount } from '../../ui/format.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { AccountCells } from './account-cells.tsx';
import { type AccountColumn, accountColumns, gridOf } from './columns.ts';
import { moveCursor, pageSpan } from './model.ts';

const ROW_PX = 28;

interface Props {
  readonly ids: Uint32Array;
  readonly largest: number;
  readonly busy: boolean;
  /** There is an analysis, whose columns are shown. */
  readonly analysed: boolean;
  readonly onGrid: (grid: HTMLElement | null) => void;
}

/** The rows in view of all accounts in order; rows are loaded by pages as they come into view. */
export function AccountTable({ ids, largest, busy, analysed, onGrid }: Props) {
  const info = useSession((state) => state.case)!;
  const cursorId = useAccountFilter((state) => state.cursorId);
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(
    () => accountColumns(info.timeZone, formatCount(info.counts.requests), analysed),
    [info.timeZone, info.counts.requests, analysed],
  );
  const { tracks, leastPx } = gridOf(columns);
  const at = useMemo(() => (cursorId === null ? -1 : ids.indexOf(cursorId)), [ids, cursorId]);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    // The header row stands inside the scroller, so rows start below it.
    scrollMargin: ROW_PX,
    scrollPaddingStart: ROW_PX,
  });
  const items = virtual.getVirtualItems();
  const failure = useRows(ids, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  useLayoutEffect(() => {
    onGrid(scroller.current);
    return () => onGrid(null);
  }, [onGrid]);

  // Coming back to the table, or sorting anew, shows the account that was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed cursor scrolls by itself below
  useEffect(() => {
    virtual.scrollToIndex(Math.max(0, at), { align: at < 0 ? 'start' : 'auto' });
  }, [ids]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== scroller.current) return;
    if (event.key === 'Enter' && at >= 0) {
      const row = accountRow(ids[at]);
      if (row) openAccount(row.account);
      return;
    }
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2);
    const next = moveCursor(event.key, at, ids.length, pageRows);
    if (next === null) return;
    event.preventDefault();
    moveCursorTo(ids[next]);
    virtual.scrollToIndex(next, { align: 'auto' });
  };

  return (
    <>
      {failure !== null && <ErrorPanel error={failure} />}
      {/* biome-ignore lint/a11y/useSemanticElements: rows in view of a long list cannot be a native table */}
      <div
        ref={scroller}
        role="grid"
        className="account-grid"
        style={{ '--tracks': tracks, '--least': `${leastPx}px` } as CSSProperties}
        tabIndex={0}
        aria-label="Accounts"
        aria-rowcount={ids.length + 1}
        aria-colcount={columns.length}
        aria-busy={busy}
        aria-activedescendant={
          at >= 0 && items.some((item) => item.index === at) ? `account-row-${at}` : undefined
        }
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
        <div role="row" aria-rowindex={1} className="account-row account-head">
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} />
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" className="account-body" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = accountRow(ids[item.index]);
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
              <div
                key={item.key}
                id={`account-row-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={item.index === at}
                className="account-row"
                style={{ transform: `translateY(${item.start - ROW_PX}px)` }}
                onClick={() => moveCursorTo(ids[item.index])}
                onDoubleClick={() => row && openAccount(row.account)}
              >
                <AccountCells row={row} columns={columns} info={info} largest={largest} />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function ColumnHead({ column }: { column: AccountColumn }) {
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

/** Loads the pages that cover rows `first` to `last`; gives the failure to show, or null. */
function useRows(ids: Uint32Array, first: number, last: number): unknown {
  const dataVersion = useSession((state) => state.dataVersion);
  const notesVersion = useSession((state) => state.notesVersion);
  const [, redraw] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const span = pageSpan(first, last, ids.length);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new data empties the row map without new ids
  useEffect(() => {
    const abort = new AbortController();
    loadAccountRows(Array.from(ids.subarray(span.first, span.last + 1)), notesVersion, abort.signal).then(
      (changed) => {
        setFailure(null);
        if (changed) redraw((count) => count + 1);
      },
      (error: unknown) => {
        if (!abort.signal.aborted && !isCancelled(error)) setFailure(error);
      },
    );
    return () => abort.abort();
  }, [ids, span.first, span.last, dataVersion, notesVersion]);
  return failure;
}
