import type { Facet, RequestChipField } from '../../../shared/contract/filters.ts';
import type { Database } from '../case/database.ts';
import type { AccountsOfCase } from './accounts-of-case.ts';
import { ValueNumbers } from './value-numbers.ts';

/** Fields of accounts whose values are all listed. */
export type ListedField = Exclude<Facet['field'], RequestChipField>;
export const LISTED_FIELDS = ['operator', 'organisation', 'plan', 'tag'] as const satisfies ListedField[];

/** The values of a field of all accounts; account a has value[from[a] .. from[a + 1]], just a 0 where it has none. */
export interface AccountValues {
  readonly values: ValueNumbers;
  readonly from: Uint32Array;
  readonly value: Uint32Array;
}

export function readAccountValues(db: Database, field: ListedField, accounts: AccountsOfCase): AccountValues {
  return gather(READERS[field](db, accounts), accounts.count);
}

type Pairs = Iterable<readonly [place: number | undefined, value: string | null]>;

const READERS: Readonly<Record<ListedField, (db: Database, accounts: AccountsOfCase) => Pairs>> = {
  *operator(db, accounts) {
    const rows = db
      .prepare('SELECT account, operator FROM analysis_account WHERE operator IS NOT NULL')
      .raw()
      .all() as [string, string][];
    for (const [account, operator] of rows) yield [accounts.placeOf(account), operator];
  },
  organisation: (db, accounts) => latestStated(db, accounts, 'organization_id'),
  plan: (db, accounts) => latestStated(db, accounts, 'plan'),
  *tag(db, accounts) {
    const rows = db
      .prepare("SELECT DISTINCT account, text FROM annotation WHERE kind = 'tag' AND account IS NOT NULL")
      .raw()
      .all() as [string, string][];
    for (const [account, tag] of rows) yield [accounts.placeOf(account), tag];
  },
};

/** What the latest record that states it says; as in `presentRecords`. */
function latestStated(db: Database, accounts: AccountsOfCase, column: 'organization_id' | 'plan'): Pairs {
  const rows = db
    .prepare(
      `SELECT r.account_id, r.${column} FROM account_record r JOIN source s ON s.id = r.source_id AND s.published = 1
       WHERE r.${column} IS NOT NULL
       ORDER BY r.account_id, r.status_changed_us NULLS FIRST, r.source_id, r.row`,
    )
    .raw()
    .all() as [number, string][];
  return [...new Map(rows)].map(([id, value]) => [accounts.place(id), value] as const);
}

function gather(pairs: Pairs, accounts: number): AccountValues {
  const values = new ValueNumbers();
  const own = Array.from({ length: accounts }, (): number[] => []);
  for (const [place, value] of pairs) if (place !== undefined) own[place].push(values.number(value));
  const from = new Uint32Array(accounts + 1);
  own.forEach((numbers, a) => {
    if (numbers.length === 0) numbers.push(0);
    from[a + 1] = from[a] + numbers.length;
  });
  return { values, from, value: Uint32Array.from(own.flat()) };
}
