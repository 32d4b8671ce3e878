import type { Scene } from './scene.ts';

/**
 * Which nodes and edges are there at a time: nodes from when they are first seen, an edge from when both its ends
 * are. What has no time is there from the start, and null is the end of time.
 */
export function seenBy(
  { nodes, edges }: Pick<Scene, 'nodes' | 'edges'>,
  untilUs: number | null,
): { readonly nodes: readonly boolean[]; readonly edges: readonly boolean[] } {
  const seen = nodes.map(({ sinceUs }) => untilUs === null || sinceUs === null || sinceUs <= untilUs);
  return { nodes: seen, edges: edges.map(({ a, b }) => seen[a] && seen[b]) };
}

/** First and last time at which anything appears; null where nothing has a time or all appears at once. */
export function timesOf({ nodes }: Pick<Scene, 'nodes'>): { fromUs: number; toUs: number } | null {
  const times = nodes.flatMap(({ sinceUs }) => sinceUs ?? []);
  if (times.length === 0) return null;
  const fromUs = times.reduce((least, one) => Math.min(least, one));
  const toUs = times.reduce((most, one) => Math.max(most, one));
  return fromUs === toUs ? null : { fromUs, toUs };
}
