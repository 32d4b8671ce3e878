import { useEffect, useMemo, useRef, useState } from 'react';
import { getRequests } from '../../../shared/contract/timeline.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { engine } from '../../engine.ts';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import { type LoadedRequests, MOST_LOADED, rangeToLoad, type Scene } from '../timeline/scene.ts';
import { coveredRange, modelRows } from '../timeline/single.ts';

/** Lanes whose single requests are kept; those loaded first go first. */
const MOST_KEPT = 300;

/** What is in view, and of which lanes. */
export interface InView {
  readonly range: TimeRange;
  readonly widthPx: number;
  readonly accounts: readonly string[];
}

/**
 * Single requests of the lanes in view that meet the filter, at any time that it takes, lane after lane, where the range is short enough to draw them; a lane that
 * fails keeps its cells. `sceneOf` gives the scene of a lane without what is loaded.
 */
export function useLaneRequests(
  inView: InView | null,
  sceneOf: (account: string) => Scene | null,
): ReadonlyMap<string, LoadedRequests> {
  const { atAnyTime: filter, version: dataVersion } = useAskedFilter();
  const version = JSON.stringify([dataVersion, filter]);
  const [held, setHeld] = useState<{ version: string; loaded: ReadonlyMap<string, LoadedRequests> }>({
    version,
    loaded: new Map(),
  });
  const empty = useMemo(() => new Map<string, LoadedRequests>(), []);
  const loaded = held.version === version ? held.loaded : empty;
  const latest = useRef({ loaded, sceneOf, filter });
  latest.current = { loaded, sceneOf, filter };

  useEffect(() => {
    if (!inView) return undefined;
    const abort = new AbortController();
    const load = async () => {
      for (const account of inView.accounts) {
        const base = latest.current.sceneOf(account);
        if (!base) continue;
        const scene = { ...base, loaded: latest.current.loaded.get(account) ?? null };
        const range = rangeToLoad(scene, inView.range, inView.widthPx);
        if (!range) continue;
        try {
          const args = { account, ...range, limit: MOST_LOADED, filter: latest.current.filter };
          const columns = await engine.call(getRequests, args, { signal: abort.signal });
          if (abort.signal.aborted) return;
          const one = { columns, rows: modelRows(columns), covered: coveredRange(columns, range) };
          setHeld(({ version: of, loaded: before }) => ({
            version,
            loaded: withOne(of === version ? before : new Map(), account, one),
          }));
        } catch {
          // Cells stay where single requests cannot be had; the page of the account says why.
          if (abort.signal.aborted) return;
        }
      }
    };
    void load();
    return () => abort.abort();
  }, [inView, version]);
  return loaded;
}

function withOne(
  before: ReadonlyMap<string, LoadedRequests>,
  account: string,
  one: LoadedRequests,
): ReadonlyMap<string, LoadedRequests> {
  const next = new Map(before);
  next.delete(account);
  next.set(account, one);
  for (const key of next.keys()) {
    if (next.size <= MOST_KEPT) break;
    next.delete(key);
  }
  return next;
}
