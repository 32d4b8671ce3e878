import type { GraphPath } from '../../../shared/contract/graph.ts';
import type { Database } from '../case/database.ts';
import { type Counting, countedLinks } from './counted-links.ts';
import { operatorOf, readTies, wholeLink } from './stored-ties.ts';
import { strongestPath } from './strongest-path.ts';

/** The strongest path between two accounts, its links whole; null where no links that count join them. */
export function findPath(db: Database, from: string, to: string, counting: Counting): GraphPath | null {
  const operator = operatorOf(db, from);
  if (!operator || from === to || operatorOf(db, to) !== operator) return null;
  const ties = readTies(db, operator);
  const counted = countedLinks(ties, counting);
  const place = (account: string) => ties.accounts.indexOf(account);
  const path = strongestPath(ties.accounts.length, counted, place(from), place(to));
  if (!path) return null;
  const bits = path.map((at) => counted[at].bits);
  return {
    links: path.map((at) => wholeLink(ties, counted[at].link)),
    weakest: bits.indexOf(Math.min(...bits)),
  };
}
