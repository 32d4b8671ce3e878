import { type KeyboardEvent, type PointerEvent, useCallback, useMemo, useRef } from 'react';
import type { FilterView } from '../../../shared/contract/filters.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { beginDrawing } from '../../draw/canvas.ts';
import { usePalette } from '../../draw/palette.ts';
import { toUs } from '../../draw/time-scale.ts';
import { useDrawing, useSize } from '../../draw/use-drawing.ts';
import { zoneSpans } from '../../draw/zone-spans.ts';
import { isAsking } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import {
  commitRange,
  propose,
  useFilter,
  useFilterRange,
  useLeftOutRange,
  useProposedRange,
} from '../../store/views.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { overviewBox, plotWidth } from '../timeline/layout.ts';
import { TimelineTable } from '../timeline/TimelineTable.tsx';
import { rangeTitle, zoneTitle } from '../timeline/words.ts';
import { drawStrip } from './draw-strip.ts';
import { useFilterPanel } from './panel-store.ts';
import { keyedRange, steppedRange, stripOf, stripRows } from './strip-model.ts';

/** The case over time, what matches in front of all; a brush proposes a range. */
export function FilterStrip({ view }: { view: FilterView }) {
  const zoneName = useSession((state) => state.case!.timeZone);
  const committed = useFilterRange();
  const leftOut = useLeftOutRange();
  const asking = isAsking(useFilter());
  const proposed = useProposedRange();
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<number | null>(null);
  const size = useSize(frame);
  const tableShown = useFilterPanel((state) => state.table);
  const { activity } = view;
  const strip = useMemo(() => stripOf(activity, plotWidth(size?.widthPx ?? 1000)), [activity, size?.widthPx]);
  const limits = strip?.limits;
  const spans = useMemo(
    () => (limits ? zoneSpans(zoneOf(zoneName), limits.fromUs, limits.toUs) : null),
    [zoneName, limits],
  );
  const draw = useCallback(() => {
    if (!canvas.current || !size || !strip || !spans) return;
    drawStrip(
      beginDrawing(canvas.current, size),
      size,
      strip,
      spans,
      { asking, committed, leftOut, proposed },
      palette,
    );
  }, [size, strip, spans, asking, committed, leftOut, proposed, palette]);
  useDrawing(draw);
  const rows = useMemo(
    () => (strip && spans && tableShown ? stripRows(strip, spans) : null),
    [strip, spans, tableShown],
  );
  if (!strip || !spans) return null;

  const usAt = (event: PointerEvent) => {
    const box = overviewBox(size!);
    const px = event.clientX - frame.current!.getBoundingClientRect().left - box.left;
    return toUs(strip.limits, box.width, Math.max(0, Math.min(box.width, px)));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!size || event.button !== 0) return;
    from.current = usAt(event);
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current === null) return;
    const us = usAt(event);
    if (us !== from.current) propose(steppedRange(strip, from.current, us));
  };
  const release = () => {
    from.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const range = keyedRange(strip, proposed, event);
    if (range) propose(range);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && (committed || leftOut))
      commitRange(null);
    else return;
    event.preventDefault();
  };
  const zoneWords = zoneTitle(spans, strip.limits);
  const title = `Requests of the case over time, ${rangeTitle(spans, strip.limits)}, ${zoneWords}: what meets the other conditions in front of all ${formatUnits(view.allRequests, 'request')}`;
  return (
    <div className="filter-time">
      <div
        ref={frame}
        className="filter-strip"
        role="application"
        aria-roledescription="strip of time"
        aria-label={title}
        aria-describedby="filter-strip-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing that is worked with keys
        tabIndex={0}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} />
      </div>
      <p id="filter-strip-keys" className="visually-hidden">
        The arrow keys propose a range and move it, with Shift they move its end, Enter applies it, Escape
        drops it, Delete lifts the time of the filter. The button Table of time shows the same numbers as a
        table.
      </p>
      {view.untimed > 0 && (
        <p className="soft filter-note">
          {formatCount(view.untimed)} matching without a time are on no axis.
        </p>
      )}
      {rows && (
        <div className="timeline filter-twin">
          <TimelineTable rows={rows} zoneTitle={zoneWords} onPickRequest={() => {}} />
        </div>
      )}
    </div>
  );
}
