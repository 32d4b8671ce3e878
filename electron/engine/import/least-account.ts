/**
 * The least account that comes next in any of several lists, each ascending and read up to its place in `next`;
 * infinity at the end of all.
 */
export function leastAccount(
  lists: readonly { readonly accounts: ArrayLike<number> }[],
  next: ArrayLike<number>,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < lists.length; at++) {
    const { accounts } = lists[at];
    if (next[at] < accounts.length && accounts[next[at]] < least) least = accounts[next[at]];
  }
  return least;
}
