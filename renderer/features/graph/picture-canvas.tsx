import { select as d3Select, zoomIdentity } from 'd3';
import { type KeyboardEvent, type PointerEvent, useCallback, useMemo, useRef, useState } from 'react';
import { beginDrawing } from '../../draw/canvas.ts';
import { usePalette } from '../../draw/palette.ts';
import { useDrawing, useSize } from '../../draw/use-drawing.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { drawGraph } from './draw-graph.ts';
import type { View } from './fit.ts';
import { type GraphKey, graphKey } from './graph-keys.ts';
import { graphPicture } from './graph-picture.ts';
import { useCaseFile } from './graph-store.ts';
import { finder } from './hit.ts';
import type { NodeId } from './node-id.ts';
import type { Scene } from './scene.ts';
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
  /** Goes up when all of the picture is to be shown. */
  readonly fitAsked: number;
  readonly onSelect: (id: NodeId | null) => void;
  readonly onPair: (a: string, b: string) => void;
  readonly onMove: (id: NodeId, x: number, y: number) => void;
  readonly onExpand: (id: NodeId) => void;
  readonly onKey: (key: GraphKey) => void;
}

interface Drag {
  readonly node: number;
  readonly fromX: number;
  readonly fromY: number;
  /** In the picture; null until it has moved far enough to be a drag. */
  readonly at: { readonly x: number; readonly y: number } | null;
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
  const [view, setView] = useState<View>(() => lookedAt(caseFile)?.view ?? zoomIdentity);
  const [drag, setDrag] = useState<Drag | null>(null);
  const places = useMemo(() => movedPlaces(props.places, scene, drag), [props.places, scene, drag]);
  const find = useMemo(() => finder(scene, places, seen), [scene, places, seen]);
  const latest = useRef({ find, view });
  latest.current = { find, view };
  const zoom = useZoom(canvas, latest, setView);
  const show = useCallback(
    (next: View) => {
      if (!canvas.current || !zoom.current) return;
      zoom.current.transform(d3Select(canvas.current), zoomIdentity.translate(next.x, next.y).scale(next.k));
    },
    [zoom],
  );
  useFollow(scene, props.places, size, latest, show, fitAsked, caseFile);

  const { locked } = props.places;
  const drawn = useMemo(
    () =>
      size && {
        ...{ scene, places, seen, locked, selected, inParts, view },
        width: size.widthPx,
        height: size.heightPx,
      },
    [scene, places, seen, locked, selected, inParts, view, size],
  );
  const draw = useCallback(() => {
    if (canvas.current && drawn && size) drawGraph(beginDrawing(canvas.current, size), drawn, palette);
  }, [drawn, palette, size]);
  useDrawing(draw);

  const point = (event: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  const onPointerDown = (event: PointerEvent) => {
    frame.current?.focus();
    if (event.button !== 0) return;
    const [px, py] = point(event);
    const node = find.node(px, py, view);
    if (node < 0) return;
    canvas.current!.setPointerCapture(event.pointerId);
    setDrag({ node, fromX: px, fromY: py, at: null });
  };
  const onPointerMove = (event: PointerEvent) => {
    const [px, py] = point(event);
    if (!drag) {
      canvas.current!.style.cursor = find.node(px, py, view) >= 0 ? 'pointer' : 'grab';
      return;
    }
    const start = props.places.nodes[drag.node];
    if (!start || (!drag.at && Math.hypot(px - drag.fromX, py - drag.fromY) < DRAG_PX)) return;
    setDrag({
      ...drag,
      at: { x: start.x + (px - drag.fromX) / view.k, y: start.y + (py - drag.fromY) / view.k },
    });
  };
  const onPointerUp = (event: PointerEvent) => {
    const [px, py] = point(event);
    if (!drag) {
      const link = find.link(px, py, view);
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
    if (size && !isNear(place, view, size.widthPx, size.heightPx))
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
          const node = find.node(event.clientX - box.left, event.clientY - box.top, view);
          if (node >= 0) props.onExpand(scene.nodes[node].id);
        }}
      >
        <canvas ref={canvas} />
      </div>
      {drawn && (
        <p className="graph-leave">
          <PictureMenu name="linked accounts" picture={() => graphPicture(drawn, props.label, palette)} />
        </p>
      )}
    </>
  );
}

function isNear({ x, y }: PlacedNode, view: View, width: number, height: number): boolean {
  const [px, py] = [x * view.k + view.x, y * view.k + view.y];
  return px > 20 && px < width - 20 && py > 20 && py < height - 20;
}

/** The places with what is being dragged where the pointer is; an operator takes its accounts along. */
function movedPlaces({ nodes }: Places, scene: Scene, drag: Drag | null): readonly (PlacedNode | null)[] {
  const at = drag?.at;
  const start = drag ? nodes[drag.node] : null;
  if (!drag || !at || !start) return nodes;
  const [dx, dy] = [at.x - start.x, at.y - start.y];
  const dragged = scene.nodes[drag.node];
  return nodes.map((place, n) => {
    const along = n === drag.node || (dragged.type === 'operator' && scene.nodes[n].area === dragged.id);
    return along && place ? { ...place, x: place.x + dx, y: place.y + dy } : place;
  });
}
