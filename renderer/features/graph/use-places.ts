import { useEffect, useMemo, useState } from 'react';
import type { GraphPlace } from '../../../shared/contract/graph.ts';
import { type Area, packAreas } from './areas.ts';
import { settled } from './graph-store.ts';
import type { LayoutTask } from './layout.ts';
import { layOutAside } from './layout-thread.ts';
import type { NodeId } from './node-id.ts';
import type { Scene } from './scene.ts';

export interface PlacedNode {
  readonly x: number;
  readonly y: number;
  /** Radius of its area for an operator; 0 for other nodes. */
  readonly r: number;
}

export interface Places {
  readonly areas: ReadonlyMap<NodeId, Area>;
  /** One for each node of the scene; null while it has none. */
  readonly nodes: readonly (PlacedNode | null)[];
  readonly locked: ReadonlySet<NodeId>;
  readonly error: unknown;
  /** Something has no place yet. */
  readonly busy: boolean;
}

interface NamedTask extends LayoutTask {
  readonly ids: readonly NodeId[];
}

/** Where everything stands: operators by packing, at once; what is inside them by the layout worker. */
export function usePlaces(scene: Scene, stored: readonly GraphPlace[], arrangement: number): Places {
  const [version, setVersion] = useState(0);
  const [error, setError] = useState<unknown>(undefined);
  const locks = useMemo(() => new Map(stored.map(({ node, x, y }) => [node, { x, y }])), [stored]);
  const areas = useMemo(
    () => new Map(packAreas(scene.areas, locks).map((area) => [area.id, area])),
    [scene.areas, locks],
  );
  useEffect(() => {
    const known = settledOf(arrangement);
    const tasks = layoutTasks(scene, areas, (id) => locks.get(id) ?? known.get(id) ?? null);
    if (tasks.length === 0) return undefined;
    let wanted = true;
    layOutAside(tasks.map(({ nodes, edges, r }) => ({ nodes, edges, r }))).then(
      (answer) => {
        // Also for a picture that is gone by now: it may come back, and should then look the same.
        tasks.forEach(({ ids }, task) => {
          ids.forEach((id, at) => {
            if (!known.has(id)) known.set(id, answer[task][at]);
          });
        });
        if (wanted) setVersion((n) => n + 1);
      },
      (problem: unknown) => wanted && setError(problem),
    );
    return () => {
      wanted = false;
    };
  }, [scene, areas, locks, arrangement]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version tells that the settled places changed
  return useMemo(() => {
    const known = settledOf(arrangement);
    const nodes = scene.nodes.map(({ id, type, area: areaId }): PlacedNode | null => {
      const area = areas.get(areaId);
      if (!area) return null;
      if (type === 'operator' || id === areaId)
        return { x: area.x, y: area.y, r: type === 'operator' ? area.r : 0 };
      const at = locks.get(id) ?? known.get(id);
      return at ? { x: area.x + at.x, y: area.y + at.y, r: 0 } : null;
    });
    const busy = error === undefined && nodes.some((place) => place === null);
    return { areas, nodes, locked: new Set(locks.keys()), error, busy };
  }, [scene, areas, locks, arrangement, version, error]);
}

function settledOf(arrangement: number) {
  const known = settled.get(arrangement) ?? new Map<NodeId, { readonly x: number; readonly y: number }>();
  settled.set(arrangement, known);
  return known;
}

/** Areas in which something has no place yet, nodes by id so that the order of expansion does not matter more than it must. */
export function layoutTasks(
  { nodes, edges }: Scene,
  areas: ReadonlyMap<NodeId, Area>,
  placeOf: (id: NodeId) => { readonly x: number; readonly y: number } | null,
): readonly NamedTask[] {
  const inside = new Map<NodeId, number[]>();
  nodes.forEach(({ id, type, area }, at) => {
    if (type === 'operator' || id === area) return;
    const list = inside.get(area) ?? [];
    list.push(at);
    inside.set(area, list);
  });
  return [...inside].flatMap(([area, members]) => {
    if (members.every((at) => placeOf(nodes[at].id) !== null)) return [];
    const sorted = members.sort((one, other) => (nodes[one].id < nodes[other].id ? -1 : 1));
    const place = new Map(sorted.map((at, index) => [at, index] as const));
    return [
      {
        ids: sorted.map((at) => nodes[at].id),
        nodes: sorted.map((at) => ({ id: nodes[at].id, at: placeOf(nodes[at].id) })),
        edges: edges.flatMap(({ a, b }) => {
          const [one, other] = [place.get(a), place.get(b)];
          return one === undefined || other === undefined ? [] : [{ a: one, b: other }];
        }),
        r: areas.get(area)?.r ?? 0,
      },
    ];
  });
}
