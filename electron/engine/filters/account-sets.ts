import type { AccountChipField, Chip } from '../../../shared/contract/filters.ts';
import type { Database } from '../case/database.ts';
import { type AccountValues, LISTED_FIELDS, type ListedField } from './account-values.ts';
import type { AccountsOfCase } from './accounts-of-case.ts';

/** 1 at the place of each account that is in the set. */
export type AccountSet = Uint8Array;

/** The accounts that have one of the values of a chip, whatever its `negate`. Text chips are not answered here. */
export function accountsWith(
  db: Database,
  accounts: AccountsOfCase,
  valuesOf: (field: ListedField) => AccountValues,
  field: Exclude<AccountChipField, 'text'>,
  values: Chip['values'],
): AccountSet {
  const listed = LISTED_FIELDS.find((name) => name === field);
  if (listed) return withValues(valuesOf(listed), values);
  const set = new Uint8Array(accounts.count);
  const put = (place: number | undefined) => {
    if (place !== undefined) set[place] = 1;
  };
  for (const value of values) {
    if (field === 'account') put(value === null ? undefined : accounts.placeOf(value));
    else if (field === 'template')
      for (const account of ofTemplate(db, value)) put(accounts.placeOf(account));
    else for (const id of ofIdentifier(db, value)) put(accounts.place(id));
  }
  if (values.includes(null) && field !== 'account') addThoseWithout(db, accounts, field as 'template', set);
  return set;
}

function withValues({ values, from, value }: AccountValues, wanted: Chip['values']): AccountSet {
  const isWanted = new Uint8Array(values.count);
  for (const text of wanted) {
    const number = values.find(text);
    if (number !== undefined) isWanted[number] = 1;
  }
  const set = new Uint8Array(from.length - 1);
  for (let a = 0; a < set.length; a++) {
    for (let i = from[a]; i < from[a + 1]; i++) if (isWanted[value[i]] === 1) set[a] = 1;
  }
  return set;
}

const CARRIED = 'account_identifier c JOIN source s ON s.id = c.source_id AND s.published = 1';

/** Outside ids of the accounts kept of a template. */
function ofTemplate(db: Database, id: string | null): string[] {
  return db
    .prepare(
      `SELECT a.account FROM analysis_template t JOIN analysis_template_account a ON a.template = t.rank
       WHERE t.id = ?`,
    )
    .pluck()
    .all(id) as string[];
}

/** Ids of the accounts that carry an identifier 'kind:value'. */
function ofIdentifier(db: Database, text: string | null): number[] {
  const colon = text?.indexOf(':') ?? -1;
  if (text === null || colon < 0) return [];
  return db
    .prepare(
      `SELECT DISTINCT c.account_id FROM ${CARRIED} JOIN identifier i ON i.id = c.identifier_id
       WHERE i.kind = ? AND i.value = ?`,
    )
    .pluck()
    .all(text.slice(0, colon), text.slice(colon + 1)) as number[];
}

/** Adds the accounts that no template was kept of, or that carry no identifier. */
function addThoseWithout(
  db: Database,
  accounts: AccountsOfCase,
  field: 'template' | 'identifier',
  set: AccountSet,
): void {
  const has = new Uint8Array(accounts.count);
  const some =
    field === 'template'
      ? (db.prepare('SELECT DISTINCT account FROM analysis_template_account').pluck().all() as string[]).map(
          (account) => accounts.placeOf(account),
        )
      : (db.prepare(`SELECT DISTINCT c.account_id FROM ${CARRIED}`).pluck().all() as number[]).map((id) =>
          accounts.place(id),
        );
  for (const place of some) if (place !== undefined) has[place] = 1;
  for (let a = 0; a < set.length; a++) if (has[a] === 0) set[a] = 1;
}
