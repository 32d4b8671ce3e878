/** The step that holds a quarter hour: step s is [edges[s], edges[s + 1]); -1 outside of all. */
export function stepOfBin(edges: readonly number[], bin: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle] <= bin) low = middle + 1;
    else high = middle;
  }
  return low < edges.length ? low - 1 : -1;
}
