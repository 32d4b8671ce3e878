import { useEffect } from 'react';
import { create } from 'zustand';
import { type Filter, type FilterView, viewFilter } from '../../../shared/contract/filters.ts';
import { askedFilter } from '../../store/filter.ts';
import { useSession, whenCaseGoes } from '../../store/session.ts';
import { useFilter } from '../../store/views.ts';
import { useCall } from '../../ui/use-call.ts';

interface Answer {
  /** What the filter leaves, as far as that is known; of the filter before while `busy`. */
  readonly view: FilterView | undefined;
  readonly of: Filter | undefined;
  readonly busy: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** What the one filter of the window leaves, asked for once and shown in several places. */
export const useFilterAnswer = create<Answer>(() => ({
  view: undefined,
  of: undefined,
  busy: true,
  error: undefined,
  retry: () => {},
}));

whenCaseGoes(() =>
  useFilterAnswer.setState({ view: undefined, of: undefined, busy: true, error: undefined }),
);

/** Asks anew with every change of the filter, of data and of notes. Called in one place, the filter bar. */
export function useAskFilter(): void {
  const filter = useFilter();
  const dataVersion = useSession((state) => state.dataVersion);
  const notesVersion = useSession((state) => state.notesVersion);
  const hasRequests = useSession((state) => (state.case?.counts.requests ?? 0) > 0);
  const asked = hasRequests ? { filter: askedFilter(filter) } : null;
  const { value, of, busy, error, retry } = useCall(
    viewFilter,
    asked,
    dataVersion * 1e6 + notesVersion,
    true,
  );
  useEffect(() => {
    useFilterAnswer.setState({ view: value, of: of?.filter, busy, error, retry });
  }, [value, of, busy, error, retry]);
}
