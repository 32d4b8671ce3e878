import { useCallback, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/** How often words follow what moves: fast enough to be read along, and six frames apart. */
const EVERY_MS = 100;

/**
 * A value of a store that moves from frame to frame, for words and tables beside a drawing: the first change after a
 * rest is taken at once, then at most ten a second, and always the last. `isUrgent` lets a change through at once.
 * `select` returns the same object for the same state.
 */
export function useCalm<S, T>(
  store: StoreApi<S>,
  select: (state: S) => T,
  isUrgent?: (now: S, before: S) => boolean,
): T {
  const subscribe = useCallback((changed: () => void) => calmly(store, changed, isUrgent), [store, isUrgent]);
  return useSyncExternalStore(subscribe, () => select(store.getState()));
}

/** Calls `changed` after changes of a store, as `useCalm` takes them; returns how to stop. */
export function calmly<S>(
  store: StoreApi<S>,
  changed: () => void,
  isUrgent?: (now: S, before: S) => boolean,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;
  const take = () => {
    clearTimeout(timer);
    timer = undefined;
    lastMs = performance.now();
    changed();
  };
  const stop = store.subscribe((now, before) => {
    const waitMs = lastMs + EVERY_MS - performance.now();
    if (waitMs <= 0 || isUrgent?.(now, before)) take();
    else timer ??= setTimeout(take, waitMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
