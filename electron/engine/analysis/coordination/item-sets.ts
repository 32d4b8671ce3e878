/** Distinct items of each account (near-duplicate ids, say): those of i are `items[from[i]]` to `items[from[i + 1] - 1]`. */
export interface ItemSets {
  /** One longer than the accounts. */
  readonly from: Uint32Array;
  /** Each item once an account. */
  readonly items: Uint32Array;
}

/** Pairs of accounts times items that both hold: sum over items of k (k - 1) / 2 for k holders. */
export function sharedPairs({ items }: ItemSets): number {
  const holders = new Map<number, number>();
  for (const item of items) holders.set(item, (holders.get(item) ?? 0) + 1);
  let pairs = 0;
  for (const k of holders.values()) pairs += (k * (k - 1)) / 2;
  return pairs;
}

/** Sum over pairs of accounts of the product of their sizes. */
export function crossProducts({ from }: ItemSets): number {
  let squares = 0;
  for (let i = 0; i + 1 < from.length; i++) squares += (from[i + 1] - from[i]) ** 2;
  return (from[from.length - 1] ** 2 - squares) / 2;
}
