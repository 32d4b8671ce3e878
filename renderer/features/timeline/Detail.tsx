// biome-ignore-all lint/a11y/noNoninteractiveTabindex: an application widget takes the focus and has keys of its own
import {
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { beginDrawing, showLayer } from '../../draw/canvas.ts';
import { frames } from '../../draw/frame.ts';
import type { Palette } from '../../draw/palette.ts';
import { panBy, type TimeRange, toUs } from '../../draw/time-scale.ts';
import { useDrawing, useSize } from '../../draw/use-drawing.ts';
import { actOn } from './act.ts';
import { drawDetail } from './draw-detail.ts';
import { drawOverlay } from './draw-overlay.ts';
import { keyAct } from './keys.ts';
import { detailBox, type PlotBox } from './layout.ts';
import { proposedRange } from './proposal.ts';
import { type Scene, shownFor } from './scene.ts';
import { Tooltip } from './Tooltip.tsx';
import { isStale, sameTarget, targetAt } from './targets.ts';
import type { ViewStore } from './view-store.ts';
import { turned } from './wheel.ts';

interface Props {
  readonly scene: Scene;
  readonly store: ViewStore;
  readonly palette: Palette;
  readonly label: string;
  readonly describedBy: string;
  readonly onCommit: (range: TimeRange | null) => void;
  readonly onPickRequest: (index: number) => void;
}

/** How far a press may wander and still be a click. */
const CLICK_PX = 3;

interface Drag {
  readonly kind: 'brush' | 'pan';
  readonly startPx: number;
  readonly startUs: number;
  readonly range: TimeRange;
  moved: boolean;
}

/** The chart itself: two stacked canvases, so that pointing at something never redraws the data. */
export function Detail({ scene, store, palette, label, describedBy, onCommit, onPickRequest }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const drag = useRef<Drag | null>(null);
  const isBlank = useRef(false);
  const size = useSize(frame);
  const box = useMemo(() => (size ? detailBox(size) : null), [size]);

  const drawStill = useCallback(() => {
    if (!still.current || !size) return;
    drawDetail(beginDrawing(still.current, size), size, scene, store.getState().range, palette);
  }, [scene, size, palette, store]);
  const drawMoving = useCallback(() => {
    if (!moving.current || !size) return;
    const { range, target, proposal, pointer } = store.getState();
    const shown = shownFor(scene, range, detailBox(size).width);
    const overlay = {
      target: target && !isStale(target, shown) ? target : null,
      proposal,
      pointerPx: pointer?.px ?? null,
    };
    const shows = overlay.target !== null || proposal !== null || pointer !== null;
    showLayer(moving.current, shows);
    if (shows || !isBlank.current)
      drawOverlay(beginDrawing(moving.current, size), size, scene, range, overlay, palette);
    isBlank.current = !shows;
  }, [scene, size, palette, store]);
  useDrawing(drawStill);
  useDrawing(drawMoving);

  useEffect(
    () =>
      store.subscribe((view, before) => {
        if (view.range !== before.range) {
          frames.schedule(drawStill);
          if (box) followPointer(store, scene, box);
        }
        frames.schedule(drawMoving);
      }),
    [store, scene, box, drawStill, drawMoving],
  );

  useEffect(() => {
    // What lies under a resting pointer changes when requests arrive.
    if (box) followPointer(store, scene, box);
  }, [store, scene, box]);

  useEffect(() => {
    const element = frame.current;
    if (!element || !box) return undefined;
    // Not React's onWheel: that one is passive and could not keep the page from scrolling.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const px = event.clientX - element.getBoundingClientRect().left - box.left;
      store.setState({ range: turned(event, store.getState().range, scene.limits, box.width, px) });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [box, scene, store]);

  function place(event: ReactPointerEvent) {
    const bounds = frame.current!.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  }

  function onPointerDown(event: ReactPointerEvent) {
    if (!box || event.button > 1) return;
    const { x, y } = place(event);
    const { range } = store.getState();
    const px = x - box.left;
    const kind = event.button === 1 || event.shiftKey || y > box.bottom ? 'pan' : 'brush';
    drag.current = { kind, startPx: px, startUs: toUs(range, box.width, px), range, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: ReactPointerEvent) {
    if (!box) return;
    const { x, y } = place(event);
    const px = x - box.left;
    const held = drag.current;
    if (!held) {
      const inside = px >= 0 && px <= box.width && y >= box.top && y <= box.bottom;
      if (inside) store.setState({ pointer: { px, rowShare: (y - box.top) / box.height } });
      else if (store.getState().pointer) store.setState({ pointer: null, target: null });
      followPointer(store, scene, box);
      return;
    }
    if (Math.abs(px - held.startPx) > CLICK_PX) held.moved = true;
    if (!held.moved) return;
    const { range } = store.getState();
    if (held.kind === 'pan') {
      const usPerPx = (held.range.toUs - held.range.fromUs) / box.width;
      store.setState({
        range: panBy(held.range, scene.limits, (held.startPx - px) * usPerPx),
        target: null,
        pointer: null,
      });
      return;
    }
    const shown = shownFor(scene, range, box.width);
    const us = toUs(range, box.width, Math.min(box.width, Math.max(0, px)));
    store.setState({ proposal: proposedRange(scene, shown, held.startUs, us), target: null, pointer: null });
  }

  function onPointerUp() {
    const held = drag.current;
    drag.current = null;
    if (!held || held.moved) return;
    const { target, proposal } = store.getState();
    if (proposal) store.setState({ proposal: null });
    else if (target?.kind === 'request') onPickRequest(target.index);
  }

  function onKeyDown(event: KeyboardEvent) {
    const act = keyAct(event);
    if (!act || !box) return;
    event.preventDefault();
    event.stopPropagation();
    const { target, proposal } = store.getState();
    switch (act.act) {
      case 'commit':
        if (proposal) {
          store.setState({ proposal: null });
          onCommit(proposal);
        } else if (target?.kind === 'request') onPickRequest(target.index);
        return;
      case 'clear':
        store.setState(proposal ? { proposal: null } : { target: null, pointer: null });
        return;
      case 'uncommit':
        if (scene.committed) onCommit(null);
        return;
      default:
        store.setState(actOn(store.getState(), scene, box.width, act));
    }
  }

  return (
    <div
      ref={frame}
      className="timeline-detail"
      role="application"
      aria-label={label}
      aria-describedby={describedBy}
      aria-roledescription="timeline"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => {
        // What the keyboard pointed at goes with it.
        if (!store.getState().pointer) store.setState({ target: null });
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onPointerLeave={() => {
        if (!drag.current && store.getState().pointer) store.setState({ pointer: null, target: null });
      }}
    >
      <canvas ref={still} />
      <canvas ref={moving} />
      {box && size ? <Tooltip scene={scene} store={store} box={box} widthPx={size.widthPx} /> : null}
    </div>
  );
}

/** Sets the target to what the pointer is on now, when a pointer leads at all. */
function followPointer(store: ViewStore, scene: Scene, box: PlotBox): void {
  const { pointer, range, target } = store.getState();
  // Without a pointer the target is the keyboard's and stays where it is.
  if (!pointer) return;
  const shown = shownFor(scene, range, box.width);
  const next = targetAt(scene, shown, range, box.width, pointer.px, pointer.rowShare);
  if (!sameTarget(next, target)) store.setState({ target: next });
}
