import type { Case } from '../case/case.ts';
import { CaseFilters } from '../filters/case-filters.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';

/** By operator: its accounts that match the filter; those without any are left out. */
export function matchingByOperator(open: Case, { answer }: MatchingRequests): ReadonlyMap<string, number> {
  const { values, from, value } = CaseFilters.of(open).valuesOf(answer.data, 'operator');
  const counts = new Map<string, number>();
  for (let place = 0; place + 1 < from.length; place++) {
    const operator = values.text(value[from[place]]);
    if (operator !== null && answer.matches(place)) counts.set(operator, (counts.get(operator) ?? 0) + 1);
  }
  return counts;
}
