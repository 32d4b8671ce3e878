/** Ascending by UTF-16 code units, so the same on every machine. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Ascending numbers, none last. */
export function byTime(one: number | null, other: number | null): number {
  const [a, b] = [one ?? Number.POSITIVE_INFINITY, other ?? Number.POSITIVE_INFINITY];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `O-2` before `O-10`: by the number that an operator's id ends in, then as text. */
export function byOperator(one: string, other: string): number {
  const number = (id: string) => Number(/(\d{1,12})$/.exec(id)?.[1] ?? Number.MAX_SAFE_INTEGER);
  return number(one) - number(other) || byText(one, other);
}

/** The entries of a map, ascending by key. */
export function entriesByText<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([one], [other]) => byText(one, other));
}
