/** Bar length, 0 to 1, of a count against the largest in the case. */
export function barFraction01(count: number, largest: number): number {
  return largest > 0 ? Math.min(1, count / largest) : 0;
}
