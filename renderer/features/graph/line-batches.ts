import type { Palette } from '../../draw/palette.ts';
import { lineLook, lineWidth } from './line-look.ts';
import type { Scene, SceneEdge } from './scene.ts';
import type { PlacedNode } from './use-places.ts';

/** Lines of one look, as plain data: what draws them need not know what they stand for. */
export interface LineBatch {
  readonly stroke: string;
  readonly alpha: number;
  readonly dash: readonly number[];
  /** In pixels of the screen. */
  readonly width: number;
  /** Whether it gets thinner in a picture seen from afar. */
  readonly thins: boolean;
  /** x and y of one end, then of the other, line after line, in the picture. */
  readonly ends: Float64Array;
}

/** From here on lines are drawn fainter, so that what lies under them is seen. */
const MANY_EDGES = 200;

/** What lies below comes first: outside the filter, shared values, links, a path, the weakest bridge. */
const rankOf = (edge: SceneEdge, outside: boolean): number =>
  outside ? 0 : edge.weakest ? 4 : edge.onPath ? 3 : edge.type === 'link' ? 2 : 1;

/** All lines that are seen, those of one look together, in the order in which they are drawn. */
export function lineBatches(
  { nodes, edges }: Pick<Scene, 'nodes' | 'edges'>,
  places: readonly (PlacedNode | null)[],
  seen: { readonly edges: readonly boolean[] },
  palette: Palette,
): readonly LineBatch[] {
  const looks = new Map<string, { readonly look: Omit<LineBatch, 'ends'>; readonly ends: number[] }>();
  edges.forEach((edge, e) => {
    const [a, b] = [places[edge.a], places[edge.b]];
    if (!seen.edges[e] || !a || !b) return;
    const outside = nodes[edge.a].outside || nodes[edge.b].outside;
    const key = [
      rankOf(edge, outside),
      ...(outside ? [] : [Math.round(lineWidth(edge.bits) * 2), edge.family]),
    ].join(' ');
    let batch = looks.get(key);
    if (!batch) {
      batch = { look: outside ? outsideLook(palette) : lookOf(edge, edges.length, palette), ends: [] };
      looks.set(key, batch);
    }
    batch.ends.push(a.x, a.y, b.x, b.y);
  });
  return [...looks]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { look, ends }]) => ({ ...look, ends: Float64Array.from(ends) }));
}

function lookOf(edge: SceneEdge, all: number, palette: Palette): Omit<LineBatch, 'ends'> {
  const { weakest, onPath, bits, family, type } = edge;
  const marked = weakest || onPath;
  const { hue, dash } = lineLook(family, all);
  const faint = all > MANY_EDGES ? 0.6 : 1;
  return {
    stroke: weakest ? palette.accent : onPath ? palette.ink : palette.categories[hue],
    alpha: marked ? 1 : faint * (type === 'link' ? 0.75 : 0.5),
    dash,
    width: lineWidth(bits) + (onPath ? 1.5 : 0),
    thins: !marked,
  };
}

const outsideLook = (palette: Palette): Omit<LineBatch, 'ends'> => ({
  stroke: palette.hairlineStrong,
  alpha: 1,
  dash: [],
  width: 1,
  thins: false,
});
