import type { IdentifierList } from '../../../../electron/engine/analysis/links/identifier-list.ts';
import type { IdentifierKind } from '../../../../electron/engine/analysis/links/kinds.ts';

/** A list from the values each account carries; values are any texts, numbered in order of appearance. */
export function listOf(kind: IdentifierKind, values: readonly (readonly string[])[]): IdentifierList {
  const holders = new Map<string, number[]>();
  values.forEach((own, account) => {
    for (const value of new Set(own)) {
      const list = holders.get(value);
      if (list) list.push(account);
      else holders.set(value, [account]);
    }
  });
  const from = new Uint32Array(holders.size + 1);
  [...holders.values()].forEach((list, x) => {
    from[x + 1] = from[x] + list.length;
  });
  const accounts = Uint32Array.from([...holders.values()].flat());
  return { kind, from, accounts, rows: new Uint32Array(accounts.length).fill(1) };
}

/** One value an account, from its number; undefined where it has none. */
export function listBy(
  kind: IdentifierKind,
  accounts: number,
  value: (account: number) => string | undefined,
): IdentifierList {
  return listOf(
    kind,
    Array.from({ length: accounts }, (_, a) => {
      const own = value(a);
      return own === undefined ? [] : [own];
    }),
  );
}
