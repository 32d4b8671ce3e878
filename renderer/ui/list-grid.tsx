import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useRowPx } from '../store/layout.ts';
import { NOTHING_SELECTED, type PickMode, pick, pickAll, type SelectionStore } from '../store/selection.ts';
import { useViews } from '../store/views.ts';
import { type Column, gridOf } from './columns.ts';
import { moveCursor, type RowSpan, rowSpan } from './list-model.ts';
import './list-grid.css';

interface Props<Id extends string | number, C extends Column> {
  /** What its rows are: 'Accounts'. */
  readonly label: string;
  /** Begins the ids of its elements. */
  readonly name: string;
  readonly ids: ArrayLike<Id>;
  /** The row that the keys walk from; null before any was chosen. */
  readonly cursor: Id | null;
  readonly selection: SelectionStore<Id>;
  readonly columns: readonly C[];
  readonly busy: boolean;
  readonly head: (column: C) => ReactNode;
  readonly cells: (id: Id) => ReactNode;
  readonly onCursor: (id: Id) => void;
  readonly onOpen: (id: Id) => void;
  /** Told the pages of rows in view, whenever others are. */
  readonly onSpan: (span: RowSpan) => void;
  readonly onGrid?: (grid: HTMLElement | null) => void;
}

/** A list of any length as a grid: rows in view only, several chosen at once, walked by keys. */
export function ListGrid<Id extends string | number, C extends Column>({
  label,
  name,
  ids,
  cursor,
  selection,
  columns,
  busy,
  head,
  cells,
  onCursor,
  onOpen,
  onSpan,
  onGrid,
}: Props<Id, C>) {
  const selected = selection((state) => state.ids);
  const rowPx = useRowPx();
  const scroller = useRef<HTMLDivElement>(null);
  const { tracks, leastPx } = gridOf(columns);
  const at = useMemo(() => (cursor === null ? -1 : Array.prototype.indexOf.call(ids, cursor)), [ids, cursor]);
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
  const { first, last } = rowSpan(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, ids.length);
  useEffect(() => onSpan({ first, last }), [onSpan, first, last]);

  useLayoutEffect(() => {
    onGrid?.(scroller.current);
    return () => onGrid?.(null);
  }, [onGrid]);

  // Coming back to the list, or sorting anew, shows the row that was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed cursor scrolls by itself below
  useEffect(() => {
    virtual.scrollToIndex(Math.max(0, at), { align: at < 0 ? 'start' : 'auto' });
  }, [ids]);

  const pickRow = (id: Id, mode: PickMode) => selection.setState(pick(selection.getState(), ids, id, mode));
  const onClick = (event: MouseEvent, id: Id) => {
    onCursor(id);
    pickRow(id, event.ctrlKey || event.metaKey ? 'toggle' : event.shiftKey ? 'extend' : 'only');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== scroller.current) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return;
      event.preventDefault();
      selection.setState(pickAll(selection.getState(), ids));
      return;
    }
    // What is proposed for the filter comes first.
    if (useViews.getState().proposal !== null && (event.key === 'Enter' || event.key === 'Escape')) return;
    if (event.key === 'Escape' && selected.size > 0) {
      event.preventDefault();
      selection.setState(NOTHING_SELECTED);
      return;
    }
    if (event.key === ' ' && at >= 0) {
      event.preventDefault();
      pickRow(ids[at], 'toggle');
      return;
    }
    if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      onOpen(ids[at]);
      return;
    }
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
    const next = moveCursor(event.key, at, ids.length, pageRows);
    if (next === null) return;
    event.preventDefault();
    // Once the keys have moved on, a choice with Shift begins anew.
    if (!event.shiftKey) selection.setState({ anchor: null });
    else {
      if (selection.getState().anchor === null && at >= 0) pickRow(ids[at], 'only');
      pickRow(ids[next], 'extend');
    }
    onCursor(ids[next]);
    virtual.scrollToIndex(next, { align: 'auto' });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows in view of a long list cannot be a native table
    <div
      ref={scroller}
      role="grid"
      className="list-grid"
      style={{ '--tracks': tracks, '--least': `${leastPx}px` } as CSSProperties}
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={ids.length + 1}
      aria-colcount={columns.length}
      aria-busy={busy}
      aria-activedescendant={
        at >= 0 && items.some((item) => item.index === at) ? `${name}-row-${at}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="row" aria-rowindex={1} className="list-row list-head">
        {columns.map(head)}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className="list-body" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const id = ids[item.index];
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
            <div
              key={item.key}
              id={`${name}-row-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selected.has(id) || (selected.size === 0 && item.index === at)}
              data-cursor={item.index === at || undefined}
              className="list-row"
              style={{ transform: `translateY(${item.start - rowPx}px)` }}
              onMouseDown={(event) => event.shiftKey && event.preventDefault()}
              onClick={(event) => onClick(event, id)}
              onDoubleClick={() => onOpen(id)}
            >
              {cells(id)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
