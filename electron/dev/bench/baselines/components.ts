import type { Dataset } from '../../../engine/analysis/dataset.ts';

/**
 * Connected components of accounts that share a value: [accounts] component numbers, null for an account that shares
 * with nobody. A value nobody else has, and a value of 0 (absent), links nothing.
 * @param links pairs of account and value, as two arrays of one length.
 */
export function components(
  accounts: number,
  links: { readonly account: ArrayLike<number>; readonly value: ArrayLike<number> },
): (number | null)[] {
  const parent = Uint32Array.from({ length: accounts }, (_, at) => at);
  const root = (at: number): number => {
    let up = at;
    while (parent[up] !== up) {
      parent[up] = parent[parent[up]!]!;
      up = parent[up]!;
    }
    return up;
  };
  const firstWith = new Map<number, number>();
  for (let at = 0; at < links.account.length; at++) {
    const value = links.value[at]!;
    if (value === 0) continue;
    const account = links.account[at]!;
    const first = firstWith.get(value);
    if (first === undefined) firstWith.set(value, account);
    else parent[root(account)] = root(first);
  }
  const sizes = new Uint32Array(accounts);
  for (let at = 0; at < accounts; at++) sizes[root(at)]!++;
  return Array.from({ length: accounts }, (_, at) => (sizes[root(at)]! > 1 ? root(at) : null));
}

/** Components of accounts seen at one address. */
export function sharedAddressComponents(data: Dataset): (number | null)[] {
  return components(data.accounts.length, { account: data.account, value: data.ip.codes });
}

/** Components of accounts whose requests carry one system prompt. */
export function sharedSystemComponents(data: Dataset): (number | null)[] {
  return components(data.accounts.length, { account: data.account, value: data.systemHash.codes });
}

/**
 * Components of accounts paid in one way. `payments` holds a fingerprint for each account of the data set, in order;
 * empty where there is none.
 */
export function sharedPaymentComponents(payments: readonly string[]): (number | null)[] {
  const codes = new Map<string, number>();
  const value = payments.map((payment) => {
    if (payment === '') return 0;
    if (!codes.has(payment)) codes.set(payment, codes.size + 1);
    return codes.get(payment)!;
  });
  return components(payments.length, { account: payments.map((_, at) => at), value });
}
