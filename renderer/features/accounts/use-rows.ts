import { useEffect, useState } from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';
import { loadAccountRows } from '../../store/account-rows.ts';
import { useSession } from '../../store/session.ts';
import type { RowSpan } from '../../ui/list-model.ts';
import { isCancelled } from '../../ui/message-of.ts';

/** Loads the rows of a span; gives the failure to show, or null. */
export function useRows(ids: Uint32Array, filter: Filter | undefined, span: RowSpan): unknown {
  const dataVersion = useSession((state) => state.dataVersion);
  const notesVersion = useSession((state) => state.notesVersion);
  const [, redraw] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new data empties the row map without new ids
  useEffect(() => {
    const abort = new AbortController();
    const inView = Array.from(ids.subarray(span.first, span.last + 1));
    loadAccountRows(inView, notesVersion, filter, abort.signal).then(
      (changed) => {
        setFailure(null);
        if (changed) redraw((count) => count + 1);
      },
      (error: unknown) => {
        if (!abort.signal.aborted && !isCancelled(error)) setFailure(error);
      },
    );
    return () => abort.abort();
  }, [ids, filter, span.first, span.last, dataVersion, notesVersion]);
  return failure;
}
