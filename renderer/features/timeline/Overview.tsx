import {
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import { formatTime } from '../../../shared/time/zone.ts';
import { beginDrawing } from '../../draw/canvas.ts';
import { frames } from '../../draw/frame.ts';
import type { Palette } from '../../draw/palette.ts';
import { clampRange, MIN_SPAN_US, panBy, type TimeRange, toPx, toUs } from '../../draw/time-scale.ts';
import { useCalm } from '../../draw/use-calm.ts';
import { useDrawing, useSize } from '../../draw/use-drawing.ts';
import { drawOverviewGround, drawWindow } from './draw-overview.ts';
import { overviewBox } from './layout.ts';
import type { Scene } from './scene.ts';
import { rangeOf, type ViewStore } from './view-store.ts';
import { offsetTitle, rangeTitle, zoneTitle } from './words.ts';

interface Props {
  readonly scene: Scene;
  readonly store: ViewStore;
  readonly palette: Palette;
}

type Part = 'from' | 'window' | 'to';

/** The whole range in one strip, with the part in view as a window to move and to resize. */
export function Overview({ scene, store, palette }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ part: Part; startPx: number; range: TimeRange } | null>(null);
  const size = useSize(frame);
  const range = useCalm(store, rangeOf);
  const { limits, spans } = scene;

  const drawGround = useCallback(() => {
    if (ground.current && size) drawOverviewGround(beginDrawing(ground.current, size), size, scene, palette);
  }, [scene, size, palette]);
  const drawFront = useCallback(() => {
    if (!front.current || !size) return;
    const { range, proposal } = store.getState();
    drawWindow(beginDrawing(front.current, size), size, scene, range, proposal, palette);
  }, [scene, size, palette, store]);
  useDrawing(drawGround);
  useDrawing(drawFront);
  useEffect(
    () =>
      store.subscribe((view, before) => {
        if (view.range !== before.range || view.proposal !== before.proposal) frames.schedule(drawFront);
      }),
    [store, drawFront],
  );

  const box = size ? overviewBox(size) : null;
  const pxOf = (event: ReactPointerEvent) =>
    event.clientX - frame.current!.getBoundingClientRect().left - (box?.left ?? 0);

  function move(part: Part, start: TimeRange, deltaUs: number) {
    if (part === 'window') store.setState({ range: panBy(start, limits, deltaUs) });
    else store.setState({ range: resized(part, start, limits, deltaUs) });
  }

  function onPointerDown(part: Part | null, event: ReactPointerEvent) {
    if (!box || event.button !== 0) return;
    event.stopPropagation();
    let start = store.getState().range;
    if (part === null) {
      // A press beside the window brings its middle here and goes on as a drag.
      const middle = (start.fromUs + start.toUs) / 2;
      start = panBy(start, limits, toUs(limits, box.width, pxOf(event)) - middle);
      store.setState({ range: start });
    }
    drag.current = { part: part ?? 'window', startPx: pxOf(event), range: start };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: ReactPointerEvent) {
    const held = drag.current;
    if (!held || !box) return;
    event.stopPropagation();
    move(held.part, held.range, ((pxOf(event) - held.startPx) / box.width) * (limits.toUs - limits.fromUs));
  }

  function onKeyDown(part: Part, event: KeyboardEvent) {
    const whole = limits.toUs - limits.fromUs;
    // Not what was rendered last, which may lag behind.
    const { range } = store.getState();
    const step = event.shiftKey ? whole / 10 : Math.max(MIN_SPAN_US / 10, (range.toUs - range.fromUs) / 20);
    const deltas: Record<string, number> = { ArrowLeft: -step, ArrowRight: step, Home: -whole, End: whole };
    if (!Object.hasOwn(deltas, event.key)) return;
    event.preventDefault();
    move(part, range, deltas[event.key]);
  }

  const release = () => {
    drag.current = null;
  };
  const from = box ? box.left + toPx(limits, box.width, range.fromUs) : 0;
  const to = box ? box.left + toPx(limits, box.width, range.toUs) : 0;
  const parts: readonly {
    part: Part;
    label: string;
    left: number;
    width: number;
    us: number;
    text: string;
  }[] = [
    {
      part: 'window',
      label: 'Range in view',
      left: from,
      width: Math.max(2, to - from),
      us: range.fromUs,
      text: `${rangeTitle(spans, range)}, ${zoneTitle(spans, range)}`,
    },
    {
      part: 'from',
      label: 'Start of the range in view',
      left: from - 12,
      width: 14,
      us: range.fromUs,
      text: instant(range.fromUs),
    },
    {
      part: 'to',
      label: 'End of the range in view',
      left: to - 2,
      width: 14,
      us: range.toUs,
      text: instant(range.toUs),
    },
  ];

  function instant(us: number) {
    return `${formatTime(spans.zone, us, 'minute')} ${offsetTitle(spans, us)}`;
  }

  return (
    <div
      ref={frame}
      className="timeline-overview"
      onPointerDown={(event) => onPointerDown(null, event)}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <canvas ref={ground} />
      <canvas ref={front} />
      {parts.map(({ part, label, left, width, us, text }) => (
        <div
          key={part}
          className={`timeline-handle timeline-handle-${part}`}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={limits.fromUs}
          aria-valuemax={limits.toUs}
          aria-valuenow={us}
          aria-valuetext={text}
          style={{ left, width }}
          onPointerDown={(event) => onPointerDown(part, event)}
          onPointerMove={onPointerMove}
          onPointerUp={release}
          onPointerCancel={release}
          onKeyDown={(event) => onKeyDown(part, event)}
        />
      ))}
    </div>
  );
}

/** The range with one end moved, never past the other end nor the limits. */
function resized(part: 'from' | 'to', start: TimeRange, limits: TimeRange, deltaUs: number): TimeRange {
  if (part === 'from') {
    const fromUs = Math.max(limits.fromUs, Math.min(start.toUs - MIN_SPAN_US, start.fromUs + deltaUs));
    return clampRange({ fromUs, toUs: start.toUs }, limits);
  }
  const toUs = Math.min(limits.toUs, Math.max(start.fromUs + MIN_SPAN_US, start.toUs + deltaUs));
  return clampRange({ fromUs: start.fromUs, toUs }, limits);
}
