import { create } from 'zustand';
import type { OperatorSort } from '../../shared/contract/analysis.ts';

interface OperatorOrder {
  readonly sort: OperatorSort;
  readonly descending: boolean;
}

/** How the list of operators is sorted: kept while other views are looked at. */
export const useOperatorOrder = create<OperatorOrder>(() => ({ sort: 'score', descending: true }));

/** Sorts by a column from the largest; the same column again turns round. */
export function sortOperatorsBy(sort: OperatorSort): void {
  useOperatorOrder.setState((state) => ({
    sort,
    descending: state.sort === sort ? !state.descending : true,
  }));
}
