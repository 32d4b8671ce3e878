import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';
import { accountRow, matchingRequests } from '../../store/account-rows.ts';
import { moveCursorTo, useAccountFilter } from '../../store/accounts.ts';
import { useRowPx } from '../../store/layout.ts';
import {
  clearSelection,
  forgetAnchor,
  type PickMode,
  pick,
  pickAll,
  useSelection,
} from '../../store/selection.ts';
import { useSession } from '../../store/session.ts';
import { openAccount, useViews } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { AccountCells } from './account-cells.tsx';
import { ColumnHead } from './column-head.tsx';
import { type AccountColumn, gridOf } from './columns.ts';
import { moveCursor } from './model.ts';
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
  const cursorId = useAccountFilter((state) => state.cursorId);
  const selected = useSelection((state) => state.ids);
  const rowPx = useRowPx();
  const scroller = useRef<HTMLDivElement>(null);
  const { tracks, leastPx } = gridOf(columns);
  const at = useMemo(() => (cursorId === null ? -1 : ids.indexOf(cursorId)), [ids, cursorId]);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    // The header row stands inside the scroller, so rows start below it.
    scrollMargin: rowPx,
    scrollPaddingStart: rowPx,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew when rows change height
  useLayoutEffect(() => virtual.measure(), [rowPx]);
  const items = virtual.getVirtualItems();
  const failure = useRows(ids, filter, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  useLayoutEffect(() => {
    onGrid(scroller.current);
    return () => onGrid(null);
  }, [onGrid]);

  // Coming back to the table, or sorting anew, shows the account that was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed cursor scrolls by itself below
  useEffect(() => {
    virtual.scrollToIndex(Math.max(0, at), { align: at < 0 ? 'start' : 'auto' });
  }, [ids]);

  const pickRow = (id: number, mode: PickMode) =>
    useSelection.setState(pick(useSelection.getState(), ids, id, mode));
  const onClick = (event: MouseEvent, id: number) => {
    moveCursorTo(id);
    pickRow(id, event.ctrlKey || event.metaKey ? 'toggle' : event.shiftKey ? 'extend' : 'only');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== scroller.current) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return;
      event.preventDefault();
      useSelection.setState(pickAll(useSelection.getState(), ids));
      return;
    }
    // What is proposed for the filter comes first.
    if (useViews.getState().proposal !== null && (event.key === 'Enter' || event.key === 'Escape')) return;
    if (event.key === 'Escape' && selected.size > 0) {
      event.preventDefault();
      clearSelection();
      return;
    }
    if (event.key === ' ' && at >= 0) {
      event.preventDefault();
      pickRow(ids[at], 'toggle');
      return;
    }
    if (event.key === 'Enter' && at >= 0) {
      const row = accountRow(ids[at]);
      event.preventDefault();
      if (row) openAccount(row.account);
      return;
    }
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
    const next = moveCursor(event.key, at, ids.length, pageRows);
    if (next === null) return;
    event.preventDefault();
    if (!event.shiftKey) forgetAnchor();
    else {
      if (useSelection.getState().anchor === null && at >= 0) pickRow(ids[at], 'only');
      pickRow(ids[next], 'extend');
    }
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
        aria-multiselectable="true"
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
                aria-selected={selected.has(ids[item.index]) || (selected.size === 0 && item.index === at)}
                data-cursor={item.index === at || undefined}
                className="account-row"
                style={{ transform: `translateY(${item.start - rowPx}px)` }}
                onMouseDown={(event) => event.shiftKey && event.preventDefault()}
                onClick={(event) => onClick(event, ids[item.index])}
                onDoubleClick={() => row && openAccount(row.account)}
              >
                <AccountCells
                  row={row}
                  matching={matchingRequests(ids[item.index], filter)}
                  columns={columns}
                  info={info}
                  largest={largest}
                />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
