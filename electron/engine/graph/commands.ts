import { z } from 'zod';
import type { GraphPlace } from '../../../shared/contract/graph.ts';
import type { Database } from '../case/database.ts';
import { defineCommand } from '../commands/kinds.ts';

const place = z.strictObject({
  node: z.string(),
  at: z.strictObject({ x: z.number(), y: z.number() }).nullable(),
});

export function readPlaces(db: Database): GraphPlace[] {
  return db.prepare('SELECT node, x, y FROM graph_place ORDER BY node').all() as GraphPlace[];
}

/** Puts nodes of the graph of linked accounts where a person wants them, or lets them go. */
export const placeNodes = defineCommand({
  kind: 'graph.place',
  payload: z.strictObject({ places: z.array(place) }),
  apply(db, { places }) {
    const find = db.prepare('SELECT x, y FROM graph_place WHERE node = ?');
    const put = db.prepare('INSERT OR REPLACE INTO graph_place (node, x, y) VALUES (?, ?, ?)');
    const drop = db.prepare('DELETE FROM graph_place WHERE node = ?');
    // Taken back in the other order, so that a node named twice ends where it was.
    const before = places.map(({ node, at }) => {
      const old = (find.get(node) as { x: number; y: number } | undefined) ?? null;
      if (at === null) drop.run(node);
      else put.run(node, at.x, at.y);
      return { node, at: old };
    });
    return { kind: 'graph.place', payload: { places: before.reverse() } };
  },
  title: ({ places }) => {
    const what = places.length === 1 ? 'a node' : `${places.length} nodes`;
    return places.every(({ at }) => at === null)
      ? `let ${what} of the graph go`
      : `place ${what} of the graph`;
  },
});
