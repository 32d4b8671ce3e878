import type { Link } from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { OperatorTies } from '../analysis/operator-ties.ts';
import type { Database } from '../case/database.ts';

/** @throws StillwatchError NOT_FOUND */
export function readTies(db: Database, operator: string): OperatorTies {
  const body = db.prepare('SELECT body FROM analysis_ties WHERE operator = ?').pluck().get(operator);
  if (body === undefined)
    throw new StillwatchError(
      'NOT_FOUND',
      'The last analysis of this case kept no links of such an operator. Analyse again, or choose another one.',
    );
  return JSON.parse(body as string) as OperatorTies;
}

/** The operator of an account; null without one, undefined for an account that no analysis looked at. */
export function operatorOf(db: Database, account: string): string | null | undefined {
  return db.prepare('SELECT operator FROM analysis_account WHERE account = ?').pluck().get(account) as
    | string
    | null
    | undefined;
}

/** One link with all its items. */
export function wholeLink(ties: OperatorTies, link: number): Link {
  const items = [];
  for (let at = ties.itemFrom[link]; at < ties.itemFrom[link + 1]; at++) {
    const { kind, family, value, accounts } = ties.values[ties.itemValue[at]];
    items.push({ kind, family, bits: ties.itemBits[at], value, accountsWithValue: accounts });
  }
  return {
    a: ties.accounts[ties.a[link]],
    b: ties.accounts[ties.b[link]],
    bits: ties.bits[link],
    priorBits: ties.priorBits,
    items,
  };
}

/** The link of two accounts; null where there is none or it is not kept. */
export function readLink(db: Database, a: string, b: string): Link | null {
  const operator = operatorOf(db, a);
  if (!operator || operatorOf(db, b) !== operator) return null;
  const ties = readTies(db, operator);
  const places = [ties.accounts.indexOf(a), ties.accounts.indexOf(b)].sort((one, other) => one - other);
  const link = ties.a.findIndex((one, at) => one === places[0] && ties.b[at] === places[1]);
  return link < 0 ? null : wholeLink(ties, link);
}
