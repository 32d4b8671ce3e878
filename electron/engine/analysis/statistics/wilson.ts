/**
 * Wilson's score interval of a rate (Wilson 1927), without continuity correction; `z` is the normal quantile, 1.96
 * for 95 %. [0, 1] without trials.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  z = 1.959_963_984_540_054,
): [number, number] {
  if (!(trials > 0)) return [0, 1];
  const rate = successes / trials;
  const square = z * z;
  const centre = rate + square / (2 * trials);
  const reach = z * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials * trials));
  const scale = 1 + square / trials;
  return [Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)];
}
