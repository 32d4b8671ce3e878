import { accountIdentifiers } from '../../../accounts/records.ts';
import { allTotals } from '../../../accounts/totals.ts';
import type { Database } from '../../../case/database.ts';
import { byText, entriesByText } from '../order.ts';
import type { Seen, SeenValues } from './seen-values.ts';

/** That one account carries an identifier, and who says so. */
export interface Carrier {
  readonly account: string;
  /** As tables of accounts spell it, ascending; none where they do not say it. */
  readonly originals: readonly string[];
  /** Its requests in the bundle with the value; null where none has. */
  readonly seen: Seen | null;
}

export interface CarriedValue {
  readonly kind: string;
  readonly value: string;
  /** By account. */
  readonly carriers: readonly Carrier[];
}

/** All identifiers of a published case, by kind and value: of tables of accounts and of requests. */
export function carriedValues(db: Database, seenIn: SeenValues): CarriedValue[] {
  const nameOf = new Map(allTotals(db).map(({ id, account }) => [id, account]));
  const found = new Map<string, Map<string, Map<string, { originals: Set<string>; seen: Seen | null }>>>();
  const carrier = (kind: string, value: string, account: string) => {
    const ofKind =
      found.get(kind) ?? new Map<string, Map<string, { originals: Set<string>; seen: Seen | null }>>();
    found.set(kind, ofKind);
    const ofValue = ofKind.get(value) ?? new Map<string, { originals: Set<string>; seen: Seen | null }>();
    ofKind.set(value, ofValue);
    const one = ofValue.get(account) ?? { originals: new Set<string>(), seen: null };
    ofValue.set(account, one);
    return one;
  };
  for (const { kind, value, account, original } of accountIdentifiers(db))
    carrier(kind, value, account).originals.add(original);
  for (const [kind, values] of seenIn)
    for (const [value, accounts] of values)
      for (const [id, seen] of accounts) {
        const account = nameOf.get(id);
        if (account !== undefined) carrier(kind, value, account).seen = seen;
      }
  return entriesByText(found).flatMap(([kind, values]) =>
    entriesByText(values).map(([value, carriers]) => ({
      kind,
      value,
      carriers: entriesByText(carriers).map(([account, { originals, seen }]) => ({
        account,
        originals: [...originals].sort(byText),
        seen,
      })),
    })),
  );
}
