import type { GraphPlace } from '../../../shared/contract/graph.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { act } from '../commands/act.ts';
import { listRecords } from '../records/read.ts';

export function readPlaces(db: Database): GraphPlace[] {
  return listRecords(db, 'graphPlace').map(([node, at]) => ({ node, ...at }));
}

/** Puts nodes of the graph of linked accounts where a person wants them, or lets them go where `at` is null. */
export function placeNodes(
  open: Case,
  places: readonly { node: string; at: { x: number; y: number } | null }[],
): void {
  const what = places.length === 1 ? 'a node' : `${places.length} nodes`;
  const letGo = places.every(({ at }) => at === null);
  act(open, {
    action: 'graph.place',
    title: letGo ? `let ${what} of the graph go` : `place ${what} of the graph`,
    changes: places.map(({ node, at }) => ({ kind: 'graphPlace', id: node, body: at })),
  });
}
