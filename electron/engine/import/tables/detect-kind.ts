import { TABLES, type TableField, type TableKind } from '../../../../shared/contract/imports.ts';
import { tableFieldOf } from './field-names.ts';

/**
 * What a file with these columns holds. Requests unless the columns say otherwise beyond doubt: accounts need an
 * account id and more columns that only accounts have than columns that only requests have; context needs a time
 * and a label with a kind or a source, and no account.
 */
export function detectKind(columns: readonly string[]): TableKind {
  const asRequests = fieldsOf('requests', columns);
  const asAccounts = fieldsOf('accounts', columns);
  const asContext = fieldsOf('context', columns);
  const ofRequests = count(asRequests, ONLY_REQUESTS);
  const ofAccounts = count(asAccounts, ONLY_ACCOUNTS);
  if (asAccounts.has('account_id') && ofAccounts > 0 && ofAccounts > ofRequests) {
    // A log may carry its account's plan or e-mail; its own time tells it from a table of accounts.
    const timed = columns.some((name) => tableFieldOf('context', name) === 'timestamp');
    return timed ? 'requests' : 'accounts';
  }
  const isContext = asContext.has('timestamp') && asContext.has('label') && asContext.size > 2;
  return isContext && !asRequests.has('account_id') && ofRequests === 0 ? 'context' : 'requests';
}

/** The first column for each field that a column means beyond doubt. */
export function proposeTableColumns(
  kind: TableKind,
  columns: readonly string[],
): Partial<Record<TableField, string>> {
  const proposed: Partial<Record<TableField, string>> = {};
  for (const name of columns) {
    const field = tableFieldOf(kind, name);
    if (field && proposed[field] === undefined) proposed[field] = name;
  }
  return proposed;
}

/** Fields no other kind of table has. The time an account was made is not told from that of a request by name. */
const ONLY_REQUESTS = only('requests', 'accounts', 'context');
const ONLY_ACCOUNTS = new Set(
  [...only('accounts', 'requests', 'context')].filter((name) => name !== 'created_at'),
);

function only(kind: TableKind, ...others: readonly TableKind[]): ReadonlySet<TableField> {
  const elsewhere = new Set(others.flatMap((other) => TABLES[other].fields));
  return new Set(TABLES[kind].fields.filter((field) => !elsewhere.has(field)));
}

const fieldsOf = (kind: TableKind, columns: readonly string[]) =>
  new Set(Object.keys(proposeTableColumns(kind, columns)) as TableField[]);

const count = (fields: ReadonlySet<TableField>, of: ReadonlySet<TableField>) =>
  [...fields].filter((field) => of.has(field)).length;

const TIME_FIELDS: readonly TableField[] = ['timestamp', 'created_at', 'status_changed_at'];

/** The columns that times are read from under a mapping of this kind; all of them have one form and one zone. */
export function timeColumns(
  kind: TableKind,
  columns: Partial<Record<TableField, string>>,
): readonly string[] {
  return TIME_FIELDS.filter((field) => TABLES[kind].fields.includes(field)).flatMap(
    (field) => columns[field] ?? [],
  );
}
