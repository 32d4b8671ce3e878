/**
 * Names of operators: an operator that shares at least half of its and a former one's accounts, both taken
 * together, keeps its name; others get the next free number, in the order given.
 * @param groups accounts of each operator.
 */
export function nameOperators(
  groups: readonly (readonly string[])[],
  before: readonly { readonly id: string; readonly accounts: readonly string[] }[],
): string[] {
  const formerOf = new Map(
    before.flatMap(({ accounts }, o) => accounts.map((account) => [account, o] as const)),
  );
  const candidates = groups.flatMap((accounts, g) => {
    const shared = new Map<number, number>();
    for (const account of accounts) {
      const former = formerOf.get(account);
      if (former !== undefined) shared.set(former, (shared.get(former) ?? 0) + 1);
    }
    return [...shared].map(([former, count]) => ({
      g,
      former,
      overlap: count / (accounts.length + before[former].accounts.length - count),
    }));
  });
  candidates.sort((one, other) => other.overlap - one.overlap || one.g - other.g);
  const names: string[] = new Array(groups.length).fill('');
  const kept = new Set<number>();
  for (const { g, former, overlap } of candidates) {
    if (overlap < 0.5 || names[g] !== '' || kept.has(former)) continue;
    names[g] = before[former].id;
    kept.add(former);
  }
  let next = 1 + before.reduce((most, { id }) => Math.max(most, Number(id.slice(2))), 0);
  return names.map((name) => name || `O-${next++}`);
}
