import { useEffect, useRef, useState } from 'react';
import { type CustodyFilter, listCustody } from '../../../shared/contract/custody.ts';
import { engine } from '../../engine.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { type CustodyPages, withNewest, withOlder } from './custody-pages.ts';

const PAGE = 100;

interface Custody {
  /** null until the first answer to this filter. */
  readonly pages: CustodyPages | null;
  readonly error: unknown;
  readonly loadMore: () => Promise<void>;
}

/**
 * The entries that fit a filter, page by page from the newest; new ones are put before them as the log grows.
 * @param total how many entries the log has
 */
export function useCustody(filter: CustodyFilter, total: number): Custody {
  const key = JSON.stringify(filter);
  const [held, setHeld] = useState<{ readonly key: string; readonly pages: CustodyPages } | null>(null);
  const [error, setError] = useState<unknown>(undefined);
  const latest = useRef({ filter, key });
  latest.current = { filter, key };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry in the log is a reason to read it again
  useEffect(() => {
    const abort = new AbortController();
    const asked = { before: null, limit: PAGE, filter: latest.current.filter };
    engine.call(listCustody, asked, { signal: abort.signal }).then(
      (newest) => {
        if (abort.signal.aborted) return;
        setError(undefined);
        setHeld((old) => ({ key, pages: withNewest(old?.key === key ? old.pages : null, newest, PAGE) }));
      },
      (failure: unknown) => {
        if (!abort.signal.aborted && !isCancelled(failure)) setError(failure);
      },
    );
    return () => abort.abort();
  }, [key, total]);

  const pages = held?.key === key ? held.pages : null;
  return {
    pages,
    error,
    loadMore: async () => {
      const before = pages?.entries.at(-1)?.seq;
      if (before === undefined || before <= 1) return;
      try {
        const older = await engine.call(listCustody, { before, limit: PAGE, filter });
        setHeld((old) => (old?.key === key ? { key, pages: withOlder(old.pages, older, PAGE) } : old));
      } catch (failure) {
        if (!isCancelled(failure)) setError(failure);
      }
    },
  };
}
