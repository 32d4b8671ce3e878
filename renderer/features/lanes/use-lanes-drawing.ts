import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { beginDrawing, type Size, showLayer } from '../../draw/canvas.ts';
import { frames } from '../../draw/frame.ts';
import type { Palette } from '../../draw/palette.ts';
import { useDrawing } from '../../draw/use-drawing.ts';
import { isStale } from '../timeline/targets.ts';
import type { ViewStore } from '../timeline/view-store.ts';
import { turned } from '../timeline/wheel.ts';
import { drawChart, drawPointed } from './draw-chart.ts';
import { laneAt, rowOfAccount } from './lane-at.ts';
import type { LaneCursorStore } from './lane-cursor.ts';
import { type LanesLayout, rowsInView } from './lanes-layout.ts';
import { type LanesScene, laneShown } from './lanes-scene.ts';
import type { InView } from './use-lane-requests.ts';

interface Drawing {
  readonly scene: LanesScene;
  readonly store: ViewStore;
  readonly cursors: LaneCursorStore;
  readonly palette: Palette;
  readonly onInView: (view: InView) => void;
  readonly frame: RefObject<HTMLElement | null>;
  readonly still: RefObject<HTMLCanvasElement | null>;
  readonly moving: RefObject<HTMLCanvasElement | null>;
  readonly size: Size | null;
  readonly layout: LanesLayout;
  readonly scrollPx: number;
}

/** Draws both layers when what they show changes, at most once a frame, and zooms by the wheel. */
export function useLanesDrawing(drawing: Drawing): void {
  const { scene, store, cursors, palette, onInView, frame, still, moving, size, layout, scrollPx } = drawing;
  const { body } = layout;
  const widthPx = size?.widthPx ?? 0;
  const canvasSize = useMemo(() => ({ widthPx, heightPx: layout.heightPx }), [widthPx, layout.heightPx]);

  const drawStill = useCallback(() => {
    if (!still.current || !size) return;
    const view = { range: store.getState().range, scrollPx, cursor: cursors.getState().cursor };
    drawChart(beginDrawing(still.current, canvasSize), layout, scene, view, palette);
  }, [still, scene, size, canvasSize, layout, palette, store, cursors, scrollPx]);
  const isBlank = useRef(false);
  const drawMoving = useCallback(() => {
    if (!moving.current || !size) return;
    const { range, target, proposal, pointer } = store.getState();
    const { cursor, hover } = cursors.getState();
    const row = pointer ? hover : rowOfAccount(scene, cursor);
    const lane = laneAt(scene, row);
    const known = lane && target && !isStale(target, laneShown(scene, lane, range, body.width));
    const shows = Boolean(known) || proposal !== null || pointer !== null;
    showLayer(moving.current, shows);
    if (!shows && isBlank.current) return;
    isBlank.current = !shows;
    drawPointed(
      beginDrawing(moving.current, canvasSize),
      canvasSize,
      layout,
      { range, scrollPx, cursor },
      {
        pointerPx: pointer?.px ?? null,
        target: !known ? null : target.kind === 'bin' ? target.range : { fromUs: target.us, toUs: target.us },
        row,
        proposal,
      },
      palette,
    );
  }, [moving, scene, size, canvasSize, layout, palette, store, cursors, scrollPx, body.width]);
  useDrawing(drawStill);
  useDrawing(drawMoving);

  useEffect(() => {
    const report = () => {
      const [first, last] = rowsInView(body, scrollPx, scene.rows.length);
      const accounts = scene.rows
        .slice(first, last)
        .flatMap((row) => (row.kind === 'lane' ? [scene.lanes[row.lane].info.account] : []));
      onInView({ range: store.getState().range, widthPx: body.width, accounts });
    };
    frames.schedule(report);
    const stopView = store.subscribe((view, before) => {
      if (view.range !== before.range) {
        frames.schedule(drawStill);
        frames.schedule(report);
      }
      frames.schedule(drawMoving);
    });
    const stopCursor = cursors.subscribe((now, before) => {
      if (now.cursor !== before.cursor) frames.schedule(drawStill);
      frames.schedule(drawMoving);
    });
    return () => {
      stopView();
      stopCursor();
      frames.cancel(report);
    };
  }, [store, cursors, scene.rows, scene.lanes, body, scrollPx, drawStill, drawMoving, onInView]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      const px = event.clientX - element.getBoundingClientRect().left - body.left;
      // Beside the plot the wheel scrolls the lanes, in it it zooms, as on every timeline.
      if (px < 0 || px > body.width) return;
      event.preventDefault();
      store.setState({ range: turned(event, store.getState().range, scene.limits, body.width, px) });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, body, scene.limits, store]);
}
