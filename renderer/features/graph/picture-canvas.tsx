import { select as d3Select, zoomIdentity } from 'd3';
import { type KeyboardEvent, type PointerEvent, useCallback, useMemo, useRef, useState } from 'react';
import { usePalette } from '../../draw/palette.ts';
import { useSize } from '../../draw/use-drawing.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { type Drag, movedPlaces } from './drag.ts';
import { isWellInside, type View } from './fit.ts';
import { type GraphKey, graphKey } from './graph-keys.ts';
import { graphPicture } from './graph-picture.ts';
import { useCaseFile } from './graph-store.ts';
import { finder } from './hit.ts';
import type { NodeId } from './node-id.ts';
import type { Scene } from './scene.ts';
import { usePictureDrawing } from './use-picture-drawing.ts';
import type { PlacedNode, Places } from './use-places.ts';
import { lookedAt, useFollow, useZoom } from './use-view.ts';
import { walk } from './walk.ts';

interface Props {
  readonly scene: Scene;
  readonly places: Places;
  readonly seen: { readonly nodes: readonly boolean[]; readonly edges: readonly boolean[] };
  readonly selected: number;
  readonly inParts: boolean;
  readonly label: string;
  readonly describedBy: string;
  /** What of it is left out, for the caption of its picture. */
  readonly said: readonly string[];
  /** Goes up when all of the picture is to be shown. */
  readonly fitAsked: number;
  readonly onSelect: (id: NodeId | null) => void;
  readonly onPair: (a: string, b: string) => void;
  readonly onMove: (id: NodeId, x: number, y: number) => void;
  readonly onExpand: (id: NodeId) => void;
  readonly onKey: (key: GraphKey) => void;
}

const DRAG_PX = 4;

/** The picture itself: zoomed by the wheel, moved by dragging the ground, its nodes dragged, walked by keys. */
export function PictureCanvas(props: Props) {
  const { scene, seen, selected, inParts, fitAsked } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(frame);
  const palette = usePalette();
  const caseFile = useCaseFile();
  const [drag, setDrag] = useState<Drag | null>(null);
  const places = useMemo(() => movedPlaces(props.places, scene, drag), [props.places, scene, drag]);
  const find = useMemo(() => finder(scene, places, seen), [scene, places, seen]);
  const [startView] = useState<View>(() => lookedAt(caseFile)?.view ?? zoomIdentity);
  // The view moves from frame to frame, and renders nothing.
  const latest = useRef({ find, view: startView });
  latest.current.find = find;
  const pressed = useRef<{ readonly px: number; readonly py: number } | null>(null);
  const { locked } = props.places;
  const { drawnAt, redraw } = usePictureDrawing(
    { canvas, size, palette, latest },
    { scene, places, seen, locked, selected, inParts },
  );
  const setView = useCallback(
    (view: View) => {
      latest.current.view = view;
      redraw();
    },
    [redraw],
  );
  const zoom = useZoom(canvas, latest, setView);
  const show = useCallback(
    (next: View) => {
      if (!canvas.current || !zoom.current) return;
      zoom.current.transform(d3Select(canvas.current), zoomIdentity.translate(next.x, next.y).scale(next.k));
    },
    [zoom],
  );
  useFollow(scene, props.places, size, latest, show, fitAsked, caseFile);

  const point = (event: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  const onPointerDown = (event: PointerEvent) => {
    frame.current?.focus();
    if (event.button !== 0) return;
    const [px, py] = point(event);
    pressed.current = { px, py };
    const node = find.node(px, py, latest.current.view);
    if (node < 0) return;
    canvas.current!.setPointerCapture(event.pointerId);
    setDrag({ node, fromX: px, fromY: py, at: null });
  };
  const onPointerMove = (event: PointerEvent) => {
    const [px, py] = point(event);
    if (!drag) {
      if (event.buttons === 0)
        canvas.current!.style.cursor = find.node(px, py, latest.current.view) >= 0 ? 'pointer' : 'grab';
      return;
    }
    const start = props.places.nodes[drag.node];
    const { k } = latest.current.view;
    if (!start || (!drag.at && Math.hypot(px - drag.fromX, py - drag.fromY) < DRAG_PX)) return;
    setDrag({
      ...drag,
      at: { x: start.x + (px - drag.fromX) / k, y: start.y + (py - drag.fromY) / k },
    });
  };
  const onPointerUp = (event: PointerEvent) => {
    const [px, py] = point(event);
    if (!drag) {
      const from = pressed.current;
      // The ground was moved, nothing was picked.
      if (!from || Math.hypot(px - from.px, py - from.py) >= DRAG_PX) return;
      const link = find.link(px, py, latest.current.view);
      if (link >= 0)
        props.onPair(scene.nodes[scene.edges[link].a].name, scene.nodes[scene.edges[link].b].name);
      return;
    }
    setDrag(null);
    const node = scene.nodes[drag.node];
    const before = scene.nodes[selected];
    if (drag.at) props.onMove(node.id, drag.at.x, drag.at.y);
    else if (event.shiftKey && before?.type === 'account' && node.type === 'account' && before !== node)
      props.onPair(before.name, node.name);
    else props.onSelect(node.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = graphKey(event);
    if (!key || event.target !== frame.current) return;
    event.preventDefault();
    if (key.act === 'zoom' && canvas.current) zoom.current?.scaleBy(d3Select(canvas.current), key.factor);
    else if (key.act === 'walk') step(key.direction);
    else props.onKey(key);
  };
  const step = (direction: Parameters<typeof walk>[4]) => {
    const there = (n: number) => places[n] !== null && seen.nodes[n];
    const points = places.map((place) => place ?? { x: 0, y: 0 });
    const next =
      selected < 0
        ? places.findIndex((_, n) => there(n))
        : walk(points, scene.edges, there, selected, direction);
    if (next === null || next < 0) return;
    props.onSelect(scene.nodes[next].id);
    const place = places[next] as PlacedNode;
    const { view } = latest.current;
    if (size && !isWellInside(place, view, size.widthPx, size.heightPx))
      show({ k: view.k, x: size.widthPx / 2 - place.x * view.k, y: size.heightPx / 2 - place.y * view.k });
  };
  return (
    <>
      <div
        ref={frame}
        className="graph-picture"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys
        tabIndex={0}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-busy={props.places.busy}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onDoubleClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const node = find.node(event.clientX - box.left, event.clientY - box.top, latest.current.view);
          if (node >= 0) props.onExpand(scene.nodes[node].id);
        }}
      >
        <canvas ref={canvas} />
      </div>
      {size && (
        <p className="graph-leave">
          <PictureMenu
            name="linked accounts"
            picture={() => graphPicture(drawnAt(latest.current.view)!, props.label, props.said)}
          />
        </p>
      )}
    </>
  );
}
