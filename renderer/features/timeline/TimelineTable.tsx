// biome-ignore-all lint/a11y/useSemanticElements: a virtual table and a grid of cells are laid out as grids; table elements would lose their roles to it

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRowPx } from '../../store/layout.ts';
import { copyBy } from '../../ui/copy.ts';
import { Shown } from '../../ui/shown.tsx';
import { type TableRows, tableText } from './table-rows.ts';
import { plural } from './words.ts';

interface Props {
  readonly rows: TableRows;
  /** Printed with the times: the zone and its offsets. */
  readonly zoneTitle: string;
  readonly onPickRequest: (index: number) => void;
}

/** The numbers behind the chart, row by row: arrow keys move, Enter picks a request, copying takes all rows. */
export function TimelineTable({ rows, zoneTitle, onPickRequest }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const rowPx = useRowPx();
  const [row, setRow] = useState(0);
  const active = Math.min(row, Math.max(0, rows.length - 1));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => rowPx,
    overscan: 10,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when they change height
  useLayoutEffect(() => virtual.measure(), [rowPx]);
  useEffect(() => {
    if (rows.length > 0) body.current?.scrollTo({ top: 0 });
    setRow(0);
  }, [rows]);

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? 0) / rowPx) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    if (event.key === 'Enter') {
      const request = rows.length > 0 ? rows.request(active) : null;
      if (request !== null) onPickRequest(request);
    } else if (Object.hasOwn(steps, event.key)) {
      const next = Math.min(rows.length - 1, Math.max(0, steps[event.key]));
      setRow(next);
      virtual.scrollToIndex(next);
    } else return;
    event.preventDefault();
  }

  function fill(event: { readonly clipboardData: DataTransfer | null; preventDefault(): void }) {
    event.clipboardData?.setData('text/plain', tableText(rows, zoneTitle));
    event.preventDefault();
  }

  function onCopy(event: ClipboardEvent) {
    // A selection made by hand is copied as it is.
    if (!document.getSelection()?.toString()) fill(event);
  }

  const id = 'timeline-table-row';
  return (
    <section className="timeline-table" aria-label={rows.caption} onCopy={onCopy}>
      <div className="timeline-table-caption">
        <strong>{rows.caption}</strong> <span>{`${plural(rows.length, 'row')}, times in ${zoneTitle}`}</span>
        <button type="button" onClick={() => copyBy(fill)}>
          Copy table
        </button>
      </div>
      <div
        ref={body}
        className="timeline-table-body"
        role="grid"
        tabIndex={0}
        aria-label={rows.caption}
        aria-rowcount={rows.length + 1}
        aria-colcount={rows.columns.length}
        aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className="timeline-table-row timeline-table-head" role="row" aria-rowindex={1} tabIndex={-1}>
          {rows.columns.map(({ title, numeric }) => (
            <span key={title} role="columnheader" tabIndex={-1} className={numeric ? 'numeric' : undefined}>
              {title}
            </span>
          ))}
        </div>
        <div className="timeline-table-rows" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for its active row
            <div
              key={index}
              id={`${id}-${index}`}
              className="timeline-table-row"
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-selected={index === active}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setRow(index);
                const request = rows.request(index);
                if (request !== null) onPickRequest(request);
              }}
            >
              {rows.cells(index).map((cell, column) => (
                <span
                  key={rows.columns[column].title}
                  role="gridcell"
                  tabIndex={-1}
                  className={rows.columns[column].numeric ? 'numeric' : undefined}
                >
                  <Shown text={cell} max={60} />
                </span>
              ))}
            </div>
          ))}
        </div>
        {rows.length === 0 ? <p className="timeline-table-empty">No requests in the range in view.</p> : null}
      </div>
    </section>
  );
}
