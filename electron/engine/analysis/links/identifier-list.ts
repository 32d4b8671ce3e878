import type { Codes } from '../dataset.ts';
import type { IdentifierKind } from './kinds.ts';

/** The accounts that carry each value of one kind: those of value x are `accounts[from[x]]` to `accounts[from[x + 1] - 1]`. */
export interface IdentifierList {
  readonly kind: IdentifierKind;
  /** One longer than the values. */
  readonly from: Uint32Array;
  /** Ascending within a value, each once; values with a single account belong in here too. */
  readonly accounts: Uint32Array;
  /** Requests behind each entry of `accounts`; 0 where the value comes from the account record. */
  readonly rows: Uint32Array;
  /** Entities of a benign reference that carry each value, and any; absent where the case has none. */
  readonly reference?: { readonly entitiesWith: Uint32Array; readonly entities: number };
}

/**
 * The list of a column of requests. `codes` are 0 where absent, else 1 + the value (as in `Dataset`); `account` of
 * each row ascends. O(rows + values).
 */
export function listOfRequests(
  kind: IdentifierKind,
  codes: Codes,
  values: number,
  account: Uint32Array,
): IdentifierList {
  // Rows ascend by account, so a value has met this account before only if it met it last.
  const last = new Int32Array(values).fill(-1);
  const from = new Uint32Array(values + 1);
  for (let i = 0; i < codes.length; i++) {
    const x = codes[i] - 1;
    if (x < 0 || last[x] === account[i]) continue;
    last[x] = account[i];
    from[x + 1]++;
  }
  for (let x = 0; x < values; x++) from[x + 1] += from[x];
  const next = from.slice();
  const accounts = new Uint32Array(from[values]);
  const rows = new Uint32Array(from[values]);
  last.fill(-1);
  for (let i = 0; i < codes.length; i++) {
    const x = codes[i] - 1;
    if (x < 0) continue;
    if (last[x] !== account[i]) {
      last[x] = account[i];
      accounts[next[x]++] = account[i];
    }
    rows[next[x] - 1]++;
  }
  return { kind, from, accounts, rows };
}

/** The list of a field of account records: one code an account, 0 where absent, else 1 + the value. */
export function listOfRecords(kind: IdentifierKind, codes: Uint32Array, values: number): IdentifierList {
  const account = Uint32Array.from(codes, (_, a) => a);
  const list = listOfRequests(kind, codes, values, account);
  return { ...list, rows: list.rows.fill(0) };
}
