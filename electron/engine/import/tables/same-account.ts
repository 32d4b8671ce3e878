import type { AccountValues } from './account-values.ts';

/** What becomes of a row whose account the case knows from other rows. */
export type AccountVerdict = 'store' | 'duplicate' | 'conflict';

/** Which of an account's stored records a row is held against. */
export type Comparison =
  | { readonly with: 'all' }
  | { readonly with: 'moment'; readonly statusChangedUs: number | null };

/**
 * Rows that name different times of a status change are the account's history and cannot contradict each other. A
 * row with a status and no such time is the state before any change; a row that states no status at all belongs
 * to no moment, and is held against all records.
 */
export function comparisonOf(values: AccountValues): Comparison {
  if (values.status === null && values.status_changed_us === null) return { with: 'all' };
  return { with: 'moment', statusChangedUs: values.status_changed_us };
}

/**
 * `conflict` when the row states a field otherwise than every record that states it, `duplicate` when it states
 * nothing that they do not, else `store`: a first row of its moment, or one that adds what was not stated before,
 * as the export of another department does.
 */
export function judgeAccount(values: AccountValues, records: readonly AccountValues[]): AccountVerdict {
  if (records.length === 0) return 'store';
  const known = new Map<string, Set<string | number>>();
  for (const record of records) {
    for (const [field, value] of stated(record)) {
      const said = known.get(field);
      if (said) said.add(value);
      else known.set(field, new Set([value]));
    }
  }
  let verdict: AccountVerdict = 'duplicate';
  for (const [field, value] of stated(values)) {
    const said = known.get(field);
    if (!said) verdict = 'store';
    else if (!said.has(value)) return 'conflict';
  }
  return verdict;
}

/** The values a row states, by field; a text that reads as a time or as yes or no stands as what it reads as. */
function stated(values: AccountValues): readonly (readonly [string, string | number])[] {
  const { extra, created_text, training_allowed_text, reseller_text, status_changed_text, ...typed } = values;
  const fields = {
    ...typed,
    created_us: typed.created_us ?? created_text,
    training_allowed: typed.training_allowed ?? training_allowed_text,
    reseller: typed.reseller ?? reseller_text,
    status_changed_us: typed.status_changed_us ?? status_changed_text,
  };
  const others = Object.entries(JSON.parse(extra) as Record<string, string>);
  return [
    ...Object.entries(fields),
    ...others.map(([name, value]): [string, string] => [`extra ${name}`, value]),
  ].flatMap(([field, value]) => (value === null ? [] : [[field, value] as const]));
}
