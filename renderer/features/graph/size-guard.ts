import { formatCount } from '../../ui/format.ts';
import type { Scene } from './scene.ts';

/** Most that is drawn: more of it would neither be read nor drawn at a pace that can be worked with. */
export const MOST_NODES = 2000;
export const MOST_EDGES = 8000;

/** Why there is too much for a picture, and what to do; null where there is not. */
export function tooMuch({ nodes, edges }: Pick<Scene, 'nodes' | 'edges'>): string | null {
  if (nodes.length <= MOST_NODES && edges.length <= MOST_EDGES) return null;
  return `${formatCount(nodes.length)} nodes and ${formatCount(edges.length)} lines are too much for a picture: at most ${formatCount(MOST_NODES)} nodes and ${formatCount(MOST_EDGES)} lines are drawn. All of them stand in the tables, links also in the matrix. Fold an operator, ask for stronger links, or draw only the lines that hold groups together.`;
}
