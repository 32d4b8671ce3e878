/** Bar heights in pixels for counts, square-root scaled to the largest; a count above zero is at least one pixel. */
export function sparkHeights(bins: Uint32Array, height: number): number[] {
  let top = 0;
  for (const count of bins) top = Math.max(top, count);
  if (top === 0) return Array.from(bins, () => 0);
  return Array.from(bins, (count) =>
    count === 0 ? 0 : Math.max(1, Math.round(Math.sqrt(count / top) * height)),
  );
}
