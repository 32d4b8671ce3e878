import {
  type AccountRecords,
  type CarriedIdentifier,
  IDENTIFIER_KINDS,
  type IdentifierKind,
} from '../../../shared/contract/records.ts';
import type { Database } from '../case/database.ts';
import { domainClass } from '../identifiers/email-domains.ts';
import { recordsOf } from './records.ts';
import { mustFindAccount } from './totals.ts';

const MOST_SPELLINGS = 5;

/**
 * What tables of accounts say of one account.
 * @throws StillwatchError NOT_FOUND
 */
export function accountRecordsOf(db: Database, account: string): AccountRecords {
  const id = mustFindAccount(db, account);
  return { records: recordsOf(db, id), identifiers: identifiersOf(db, id) };
}

/** Carried by rows of published sources. */
const CARRIED = 'account_identifier c JOIN source s ON s.id = c.source_id AND s.published = 1';

function identifiersOf(db: Database, id: number): CarriedIdentifier[] {
  const spellings = db
    .prepare(
      `SELECT DISTINCT i.id, i.kind, i.value, c.original FROM ${CARRIED} JOIN identifier i ON i.id = c.identifier_id
       WHERE c.account_id = ? ORDER BY c.source_id, c.row`,
    )
    .all(id) as { id: number; kind: IdentifierKind; value: string; original: string }[];
  const carriers = db
    .prepare(`SELECT count(DISTINCT c.account_id) FROM ${CARRIED} WHERE c.identifier_id = ?`)
    .pluck();
  const carriersOfKind = db
    .prepare(
      `SELECT count(DISTINCT c.account_id) FROM ${CARRIED} JOIN identifier i ON i.id = c.identifier_id WHERE i.kind = ?`,
    )
    .pluck();
  const found = new Map<number, CarriedIdentifier & { readonly originals: string[] }>();
  for (const { id: identifier, kind, value, original } of spellings) {
    const known = found.get(identifier);
    if (known) {
      if (known.originals.length < MOST_SPELLINGS) known.originals.push(original);
      continue;
    }
    found.set(identifier, {
      kind,
      value,
      originals: [original],
      accounts: carriers.get(identifier) as number,
      ofAccounts: carriersOfKind.get(kind) as number,
      class: kind === 'email_domain' ? domainClass(value) : null,
    });
  }
  const order = (kind: IdentifierKind) => IDENTIFIER_KINDS.indexOf(kind);
  return [...found.values()].sort((a, b) => order(a.kind) - order(b.kind));
}
