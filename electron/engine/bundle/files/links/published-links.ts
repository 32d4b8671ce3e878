import type { Link } from '../../../../../shared/contract/analysis.ts';
import type { OperatorTies } from '../../../analysis/operator-ties.ts';
import type { Database } from '../../../case/database.ts';
import { wholeLink } from '../../../graph/stored-ties.ts';
import { byOperator, byText } from '../order.ts';

export interface PublishedLink extends Link {
  /** Whose accounts it ties; null for a link of no operator in the bundle. */
  readonly operator: string | null;
}

/** All links of a published case: of each operator those of its ties, strongest first, then those kept without them. */
export function* publishedLinks(db: Database): Generator<PublishedLink> {
  const ids = db.prepare('SELECT operator FROM analysis_ties').pluck().all() as string[];
  const one = db.prepare('SELECT body FROM analysis_ties WHERE operator = ?').pluck();
  const told = new Set<string>();
  for (const operator of ids.sort(byOperator)) {
    const ties = JSON.parse(one.get(operator) as string) as OperatorTies;
    const links = ties.bits.map((_, at) => wholeLink(ties, at));
    for (const link of links.sort(strongestFirst)) {
      told.add(keyOf(link));
      yield { ...link, operator };
    }
  }
  const further = db.prepare('SELECT body FROM analysis_link').pluck().all() as string[];
  const operatorOf = db.prepare('SELECT operator FROM analysis_account WHERE account = ?').pluck();
  for (const link of further.map((body) => JSON.parse(body) as Link).sort(strongestFirst)) {
    if (told.has(keyOf(link))) continue;
    const [a, b] = [operatorOf.get(link.a), operatorOf.get(link.b)] as (string | null | undefined)[];
    yield { ...link, operator: a && a === b ? a : null };
  }
}

const keyOf = ({ a, b }: Link) => JSON.stringify([a, b].sort(byText));

function strongestFirst(one: Link, other: Link): number {
  return other.bits - one.bits || byText(one.a, other.a) || byText(one.b, other.b);
}
