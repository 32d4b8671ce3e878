// biome-ignore-all lint/a11y/noNoninteractiveTabindex: an application widget takes the focus and has keys of its own
import { type PointerEvent as ReactPointerEvent, useMemo, useRef, useState } from 'react';
import type { Palette } from '../../draw/palette.ts';
import { panBy, type TimeRange, toUs } from '../../draw/time-scale.ts';
import { useSize } from '../../draw/use-drawing.ts';
import { proposedRange } from '../timeline/proposal.ts';
import { shownFor } from '../timeline/scene.ts';
import type { ViewStore } from '../timeline/view-store.ts';
import { LaneTooltip } from './LaneTooltip.tsx';
import { laneAt, targetIn } from './lane-at.ts';
import type { LaneCursorStore } from './lane-cursor.ts';
import { laneKeys } from './lane-keys.ts';
import { lanesLayout, ROW_PX, rowAt } from './lanes-layout.ts';
import { type LanesScene, sceneOfLane } from './lanes-scene.ts';
import type { InView } from './use-lane-requests.ts';
import { useLanesDrawing } from './use-lanes-drawing.ts';

interface Props {
  readonly scene: LanesScene;
  readonly store: ViewStore;
  readonly cursors: LaneCursorStore;
  readonly palette: Palette;
  readonly mostRows: number;
  readonly label: string;
  readonly describedBy: string;
  readonly onCommit: (range: TimeRange | null) => void;
  readonly onOpen: (account: string) => void;
  readonly onPin: (account: string) => void;
  readonly onHide: (account: string) => void;
  readonly onInView: (view: InView) => void;
}

const CLICK_PX = 3;

interface Drag {
  readonly kind: 'brush' | 'pan' | 'pick';
  readonly startPx: number;
  readonly startUs: number;
  readonly range: TimeRange;
  readonly row: number;
  moved: boolean;
}

/** Lanes with their strips on one axis: two stacked canvases, and a scroller over the lanes. Only rows in view are drawn. */
export function LanesChart(props: Props) {
  const { scene, store, cursors, mostRows } = props;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const drag = useRef<Drag | null>(null);
  const size = useSize(frame);
  const widthPx = size?.widthPx ?? 1000;
  const layout = useMemo(
    () => lanesLayout(widthPx, scene.rows.length, mostRows),
    [widthPx, scene.rows.length, mostRows],
  );
  const [scrollPx, setScrollPx] = useState(0);
  const { body, whole } = layout;

  useLanesDrawing({ ...props, frame, still, moving, size, layout, scrollPx });

  function place(event: ReactPointerEvent) {
    const bounds = frame.current!.getBoundingClientRect();
    return { px: event.clientX - bounds.left - body.left, y: event.clientY - bounds.top };
  }

  function onPointerDown(event: ReactPointerEvent) {
    if (event.button > 1) return;
    const { px, y } = place(event);
    if (px > body.width + ROW_PX) return;
    const { range } = store.getState();
    const onAxis = y > body.bottom && y < layout.active.top - ROW_PX;
    const kind = px < 0 ? 'pick' : event.button === 1 || event.shiftKey || onAxis ? 'pan' : 'brush';
    const row = rowAt(body, scrollPx, scene.rows.length, y);
    drag.current = { kind, startPx: px, startUs: toUs(range, body.width, px), range, row, moved: false };
    if (kind !== 'pick') event.currentTarget.setPointerCapture(event.pointerId);
    scroller.current?.focus({ preventScroll: true });
  }

  function onPointerMove(event: ReactPointerEvent) {
    const { px, y } = place(event);
    const held = drag.current;
    if (!held) {
      const inside = px >= 0 && px <= body.width && y >= whole.top && y <= whole.bottom;
      const row = rowAt(body, scrollPx, scene.rows.length, y);
      cursors.setState({ hover: row });
      if (!inside) {
        if (store.getState().pointer) store.setState({ pointer: null, target: null });
        return;
      }
      store.setState({ pointer: { px, rowShare: 0 }, target: targetIn(scene, store, row, body.width, px) });
      return;
    }
    if (Math.abs(px - held.startPx) > CLICK_PX) held.moved = true;
    if (!held.moved || held.kind === 'pick') return;
    const { range } = store.getState();
    if (held.kind === 'pan') {
      const usPerPx = (held.range.toUs - held.range.fromUs) / body.width;
      const moved = panBy(held.range, scene.limits, (held.startPx - px) * usPerPx);
      store.setState({ range: moved, target: null, pointer: null });
      return;
    }
    const us = toUs(range, body.width, Math.min(body.width, Math.max(0, px)));
    const lane = laneAt(scene, held.row);
    const brushed = lane ? sceneOfLane(scene, lane) : scene.sum;
    const shown = shownFor(brushed, range, body.width);
    store.setState({
      proposal: proposedRange(brushed, shown, held.startUs, us),
      target: null,
      pointer: null,
    });
  }

  function onPointerUp() {
    const held = drag.current;
    drag.current = null;
    if (!held || held.moved) return;
    if (store.getState().proposal) store.setState({ proposal: null });
    const lane = laneAt(scene, held.row);
    if (lane) cursors.setState({ cursor: lane.info.account });
  }

  const onKeyDown = laneKeys({ ...props, layout, scrollPx, scroller });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the application in it has keys for all of this
    <div
      ref={frame}
      className="lanes-chart"
      style={{ height: layout.heightPx }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onPointerLeave={() => {
        if (!drag.current && store.getState().pointer) store.setState({ pointer: null, target: null });
      }}
      onDoubleClick={(event) => {
        const bounds = frame.current!.getBoundingClientRect();
        const row = rowAt(body, scrollPx, scene.rows.length, event.clientY - bounds.top);
        const lane = laneAt(scene, row);
        if (lane) props.onOpen(lane.info.account);
      }}
    >
      <canvas ref={still} />
      <canvas ref={moving} />
      <div
        ref={scroller}
        className="lanes-scroll"
        role="application"
        aria-roledescription="lanes"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        tabIndex={0}
        style={{ top: body.top, height: body.height }}
        onScroll={(event) => setScrollPx(event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!store.getState().pointer) store.setState({ target: null });
        }}
      >
        <div style={{ height: scene.rows.length * ROW_PX }} />
      </div>
      {size ? (
        <LaneTooltip
          scene={scene}
          store={store}
          cursors={cursors}
          layout={layout}
          scrollPx={scrollPx}
          widthPx={widthPx}
        />
      ) : null}
    </div>
  );
}
