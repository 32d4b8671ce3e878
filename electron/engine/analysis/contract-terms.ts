import type { AccountTraits } from './account-traits.ts';

/**
 * What each account's contract says of one term: its own record's word, else, since contracts are made with customers
 * and not with seats, what all records of its customer that say anything agree on; null where nothing is said.
 * @param customers customer of each account. @param term reads it off a record.
 */
export function contractTerm(
  traits: readonly AccountTraits[],
  customers: Uint32Array,
  term: (record: NonNullable<AccountTraits['record']>) => boolean | null,
): (boolean | null)[] {
  const own = traits.map(({ record }) => (record ? term(record) : null));
  const said = new Map<number, boolean | null>();
  own.forEach((word, a) => {
    if (word === null) return;
    const before = said.get(customers[a]);
    said.set(customers[a], before === undefined || before === word ? word : null);
  });
  return own.map((word, a) => word ?? said.get(customers[a]) ?? null);
}
