import type { Database } from '../../case/database.ts';

/** Fewer accounts than these that look alike can be told apart by who knows one of them (k-anonymity, Sweeney 2002). */
export const LEAST_CELL = 5;

/** What outsiders may know of an account without its name: columns of its records that redaction leaves. */
const QUASI_IDENTIFIERS = {
  plan: 'plan',
  signup_route: 'sign-up route',
  kyc_level: 'level of identity checks',
  card_bin: 'first digits of the card',
  status: 'status',
} as const;

/** A sentence for each column, and one for all together, by which accounts stand out; of the last record of each. */
export function smallCells(db: Database, accounts: ReadonlySet<string>): string[] {
  const columns = Object.keys(QUASI_IDENTIFIERS);
  const rows = db
    .prepare(
      `SELECT a.external_id, ${columns.map((column) => `r.${column}`).join(', ')}
       FROM account a JOIN account_record r ON r.account_id = a.id
       WHERE r.id = (SELECT max(id) FROM account_record WHERE account_id = a.id)`,
    )
    .raw()
    .all() as (string | null)[][];
  const known = rows.filter(([account]) => accounts.has(account as string));
  const cellsBy = (keyOf: (row: readonly (string | null)[]) => string) => {
    const sizes = new Map<string, number>();
    for (const row of known) sizes.set(keyOf(row), (sizes.get(keyOf(row)) ?? 0) + 1);
    return [...sizes.values()].filter((size) => size < LEAST_CELL).reduce((sum, size) => sum + size, 0);
  };
  const of = known.length.toLocaleString('en');
  const sentence = (inSmall: number, what: string) =>
    `${inSmall.toLocaleString('en')} of ${of} accounts with a record share their ${what} with fewer than ${LEAST_CELL - 1} others of this bundle.`;
  const sentences: string[] = [];
  for (const [i, name] of Object.values(QUASI_IDENTIFIERS).entries()) {
    const inSmall = cellsBy((row) => JSON.stringify(row[i + 1]));
    if (inSmall > 0) sentences.push(sentence(inSmall, name));
  }
  const together = cellsBy((row) => JSON.stringify(row.slice(1)));
  if (together > 0)
    sentences.push(sentence(together, `combination of ${Object.values(QUASI_IDENTIFIERS).join(', ')}`));
  return sentences;
}
