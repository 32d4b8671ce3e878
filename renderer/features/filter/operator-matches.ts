import { isAsking } from '../../store/filter.ts';
import { useFilter } from '../../store/views.ts';
import { useFilterAnswer } from './answer.ts';

/**
 * Accounts of each operator with requests that meet the filter; null where nothing is filtered, where the filter
 * itself names operators, and where not all values fit the answer.
 */
export function useOperatorMatches(): ReadonlyMap<string, number> | null {
  const filter = useFilter();
  const { view } = useFilterAnswer();
  if (!view || !isAsking(filter)) return null;
  if (filter.chips.some(({ field, disabled }) => field === 'operator' && !disabled)) return null;
  const facet = view.facets.find(({ field }) => field === 'operator');
  if (!facet || facet.further.values > 0) return null;
  return new Map(facet.entries.map(({ value, accounts }) => [value ?? '', accounts]));
}
