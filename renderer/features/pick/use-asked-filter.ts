import { useMemo } from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';
import { askedFilter, isAsking, requestFilter } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import { useFilter } from '../../store/views.ts';

interface AskedFilter {
  /** The conditions in force; undefined where there are none. */
  readonly filter: Filter | undefined;
  /** Likewise without a time that is taken, for views on which time is drawn or chosen; with one that is left out. */
  readonly atAnyTime: Filter | undefined;
  /** Changes with all that an answer under the filter rests on. */
  readonly version: number;
}

/** The one filter of the window as a view asks the engine under it. */
export function useAskedFilter(): AskedFilter {
  const whole = useFilter();
  const dataVersion = useSession((state) => state.dataVersion);
  const notesVersion = useSession((state) => state.notesVersion);
  const asked = useMemo(() => {
    if (!isAsking(whole)) return { filter: undefined, atAnyTime: undefined };
    return { filter: askedFilter(whole), atAnyTime: requestFilter(whole) };
  }, [whole]);
  // Tags are notes; without a filter nothing rests on them.
  return { ...asked, version: dataVersion * 1e6 + (asked.filter ? notesVersion : 0) };
}
