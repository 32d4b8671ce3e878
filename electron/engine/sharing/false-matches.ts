import type { FalseMatches } from '../../../shared/contract/sharing.ts';
import { matchOf, type Sketched } from './matches.ts';

/** Operators that are compared with each other at most: 200 make 19,900 pairs. */
export const MOST_COMPARED = 200;

/** How many pairs of different operators match. */
export function falseMatches(units: readonly Sketched[]): FalseMatches {
  const matched = { identifier: 0, template: 0, timing: 0 };
  let pairs = 0;
  const compared = units.slice(0, MOST_COMPARED);
  for (const [i, one] of compared.entries()) {
    for (const other of compared.slice(i + 1)) {
      pairs++;
      const match = matchOf(one, other);
      if (match.identifier) matched.identifier++;
      if (match.template) matched.template++;
      if (match.timing) matched.timing++;
    }
  }
  return { pairs, matched };
}
