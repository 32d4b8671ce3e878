import { parseReference, type Reference } from '../../../shared/reference.ts';
import type { Database } from '../case/database.ts';
import { findRequest } from '../requests/find-request.ts';

/** What a reference leads to in this case: the account it belongs to, null for what belongs to none. */
export interface Resolved {
  readonly account: string | null;
}

/**
 * Looks up what a reference names; null where the case does not hold it. Operators and templates are those of the last
 * analysis; a session is taken at its account's word, since sessions are not listed anywhere.
 */
export function resolveReference(db: Database, reference: Reference): Resolved | null {
  const holds = (sql: string, ...values: string[]) => db.prepare(sql).get(...values) !== undefined;
  const found = (is: boolean, account: string | null = null) => (is ? { account } : null);
  const hasAccount = (id: string) => holds('SELECT 1 FROM account WHERE external_id = ?', id);
  switch (reference.kind) {
    case 'case':
      return { account: null };
    case 'account':
    case 'session':
      return found(hasAccount(reference.account), reference.account);
    case 'operator':
      return found(holds('SELECT 1 FROM analysis_operator WHERE id = ?', reference.operator));
    case 'template':
      return found(holds('SELECT 1 FROM analysis_template WHERE id = ?', reference.template));
    case 'organisation':
      return found(
        holds('SELECT 1 FROM account_record WHERE organization_id = ?', reference.organisation) ||
          holds(VALUE, 'organization_id', reference.organisation),
      );
    case 'topic':
      return found(holds(VALUE, 'topic', reference.topic));
    case 'identifier':
      return found(
        holds('SELECT 1 FROM identifier WHERE kind = ? AND value = ?', reference.identifier, reference.value),
      );
    case 'link':
      return found(hasAccount(reference.a) && hasAccount(reference.b));
    case 'finding':
      return found(holds("SELECT 1 FROM record WHERE kind = 'finding' AND id = ?", reference.finding));
    case 'request': {
      const request = findRequest(db, reference.source, reference.row);
      return request ? { account: request.account } : null;
    }
    case 'range':
      return resolveReference(db, reference.of);
  }
}

const VALUE = `SELECT 1 FROM source_value v JOIN source s ON s.id = v.source_id
  WHERE s.published = 1 AND v.field = ? AND v.value = ?`;

/**
 * What an annotation is on is no longer in the case: its import was taken back, or the last analysis does not find it.
 * A request counts as there while its source is: looking up each would read the requests.
 */
export function isGone(db: Database, on: string): boolean {
  const reference = parseReference(on);
  if (!reference) return true;
  if (reference.kind !== 'request') return resolveReference(db, reference) === null;
  const source = db.prepare('SELECT 1 FROM source WHERE published = 1 AND sha256 = ?');
  return source.get(reference.source) === undefined;
}
