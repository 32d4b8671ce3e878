import { select as d3Select, zoom as d3Zoom, type ZoomBehavior, zoomIdentity, zoomTransform } from 'd3';
import { useEffect, useRef } from 'react';
import { whenCaseGoes } from '../../store/session.ts';
import { type Circle, fitted, isInView, LEAST_ZOOM, MOST_ZOOM, type View } from './fit.ts';
import type { finder } from './hit.ts';
import type { NodeId } from './node-id.ts';
import type { Scene } from './scene.ts';
import type { Places } from './use-places.ts';

/** How the picture was looked at when it was left for another tab or page, and what was in it. */
let remembered: { caseFile: string; view: View; seen: ReadonlySet<NodeId> } | null = null;

whenCaseGoes(() => {
  remembered = null;
});

export const lookedAt = (caseFile: string) => (remembered?.caseFile === caseFile ? remembered : null);

export type Latest = { readonly current: { readonly find: ReturnType<typeof finder>; readonly view: View } };

/** Zooming by wheel and moving by dragging the ground; a drag that begins on a node is not its. */
export function useZoom(
  canvas: { readonly current: HTMLCanvasElement | null },
  latest: Latest,
  setView: (view: View) => void,
) {
  const behaviour = useRef<ZoomBehavior<HTMLCanvasElement, unknown> | null>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const zoom = d3Zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([LEAST_ZOOM, MOST_ZOOM])
      .filter((event: MouseEvent) => {
        if (event.type === 'wheel') return true;
        if (event.type === 'dblclick' || event.button !== 0) return false;
        const box = element.getBoundingClientRect();
        const { find, view } = latest.current;
        return find.node(event.clientX - box.left, event.clientY - box.top, view) < 0;
      })
      .on('zoom', () => {
        const { k, x, y } = zoomTransform(element);
        setView({ k, x, y });
      });
    behaviour.current = zoom;
    const { k, x, y } = latest.current.view;
    d3Select(element).call(zoom).call(zoom.transform, zoomIdentity.translate(x, y).scale(k));
    return () => {
      d3Select(element).on('.zoom', null);
    };
  }, [canvas, latest, setView]);
  return behaviour;
}

/** Keeps in view what is new: all of a new picture, and what an act has just added. */
export function useFollow(
  scene: Scene,
  places: Places,
  size: { readonly widthPx: number; readonly heightPx: number } | null,
  latest: Latest,
  show: (view: View) => void,
  fitAsked: number,
  caseFile: string,
): void {
  const before = useRef<ReadonlySet<NodeId>>(lookedAt(caseFile)?.seen ?? new Set());
  const askedBefore = useRef(fitAsked);
  useEffect(
    () => () => {
      remembered = { caseFile, view: latest.current.view, seen: before.current };
    },
    [caseFile, latest],
  );
  useEffect(() => {
    if (!size || places.nodes.every((place) => place === null)) return;
    const { widthPx, heightPx } = size;
    const circleOf = (n: number): Circle[] => {
      const place = places.nodes[n];
      const area = places.areas.get(scene.nodes[n].area);
      if (!place) return [];
      return [scene.nodes[n].type === 'operator' && area ? area : { x: place.x, y: place.y, r: 24 }];
    };
    const all = scene.nodes.map((_, n) => n);
    const placed = all.filter((n) => places.nodes[n] !== null);
    const fresh = placed.filter((n) => !before.current.has(scene.nodes[n].id));
    const isNew = fresh.length === placed.length;
    const isAsked = askedBefore.current !== fitAsked;
    before.current = new Set(placed.map((n) => scene.nodes[n].id));
    if (isNew || isAsked) {
      askedBefore.current = fitAsked;
      show(fitted(placed.flatMap(circleOf), widthPx, heightPx));
      return;
    }
    const circles = fresh.flatMap(circleOf);
    if (circles.length > 0 && !isInView(circles, latest.current.view, widthPx, heightPx)) {
      const around = fresh.flatMap((n) => places.areas.get(scene.nodes[n].area) ?? []);
      show(fitted([...circles, ...around], widthPx, heightPx));
    }
  }, [scene, places, size, latest, show, fitAsked]);
}
