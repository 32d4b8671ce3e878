import { accountsOfOperators } from '../analysis/accounts-of-operators.ts';
import type { Database } from '../case/database.ts';
import { busyHours } from './busy-hours.ts';
import type { KeyedHash } from './keyed-hash.ts';
import { minHash } from './min-hash.ts';
import type { Holders, SharedKind } from './shared-values.ts';
import { wordingShingles } from './wording-shingles.ts';

/** A value that more accounts outside of an operator carry says nothing of it. */
const MOST_STRANGERS = 5;

/** What of an operator is compared. */
export interface UnitSketch {
  readonly operator: string;
  readonly accounts: number;
  /** Tokens by kind, ascending. */
  readonly identifiers: ReadonlyMap<SharedKind, readonly string[]>;
  readonly templates: readonly Uint32Array[];
  /** null where it has too few busy hours. */
  readonly timing: Uint32Array | null;
}

export function sketchUnit(db: Database, operator: string, holders: Holders, hash: KeyedHash): UnitSketch {
  const accounts = new Set(accountsOfOperators(db, [operator]));
  const identifiers = new Map<SharedKind, string[]>();
  for (const [kind, values] of holders) {
    const tokens: string[] = [];
    for (const [value, carriers] of values) {
      let own = 0;
      for (const carrier of carriers) if (accounts.has(carrier)) own++;
      if (own > 0 && carriers.size - own <= MOST_STRANGERS) tokens.push(hash.token(kind, value));
    }
    if (tokens.length > 0) identifiers.set(kind, tokens.sort());
  }
  const hours = busyHours(db, accounts);
  return {
    operator,
    accounts: accounts.size,
    identifiers,
    templates: templatesOf(db, operator).flatMap(({ text }) => {
      const shingles = wordingShingles(text);
      return shingles.size === 0 ? [] : [minHash(hash, 'wording', shingles)];
    }),
    timing: hours.length === 0 ? null : minHash(hash, 'hour', hours),
  };
}

/** Templates that most of those who follow them are of the operator. */
function templatesOf(db: Database, operator: string): { readonly id: string; readonly text: string }[] {
  return db
    .prepare(
      `SELECT t.id, t.text FROM analysis_template t
       JOIN analysis_template_account u ON u.template = t.rank
       JOIN analysis_account a ON a.account = u.account
       GROUP BY t.rank HAVING 2 * sum(a.operator IS ?) > count(*) ORDER BY t.id`,
    )
    .all(operator) as { id: string; text: string }[];
}
