import { create } from 'zustand';
import type { AccountSort } from '../../shared/contract/accounts.ts';
import { whenCaseGoes } from './session.ts';

interface AccountFilter {
  readonly sort: AccountSort;
  readonly descending: boolean;
  readonly search: string;
  /** Id of the account the cursor is on; null before any was chosen. */
  readonly cursorId: number | null;
}

export const START: AccountFilter = { sort: 'requests', descending: true, search: '', cursorId: null };

/** How the account table is sorted and searched: kept while other views are looked at. */
export const useAccountFilter = create<AccountFilter>(() => START);

whenCaseGoes(() => useAccountFilter.setState({ search: '', cursorId: null }));

/** Sorts by a column: numbers from the largest, the account id from A; the same column again turns round. */
export function sortBy(sort: AccountSort): void {
  useAccountFilter.setState((state) => ({
    sort,
    descending: state.sort === sort ? !state.descending : sort !== 'account',
  }));
}

/** Sorts from the highest score, as the list of operators leads to the table. */
export function showByScore(): void {
  useAccountFilter.setState({ sort: 'score', descending: true, search: '' });
}

export function searchFor(search: string): void {
  useAccountFilter.setState({ search: search.slice(0, 200) });
}

export function moveCursorTo(cursorId: number | null): void {
  useAccountFilter.setState({ cursorId });
}
