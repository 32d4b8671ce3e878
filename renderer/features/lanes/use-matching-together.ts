import { useMemo } from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';
import { lanesTogether } from '../../../shared/contract/lanes.ts';
import { useCall } from '../../ui/use-call.ts';
import type { Level } from '../timeline/levels.ts';
import { type LanesScene, shownAccounts } from './lanes-scene.ts';
import { type TogetherBins, togetherBins } from './together-bins.ts';

/** The scene with its strips beside chance counted from the requests that a filter leaves, once they are known. */
export function useMatchingTogether(
  scene: LanesScene,
  filter: Filter | undefined,
  version: number,
): { readonly scene: LanesScene; readonly busy: boolean; readonly error: unknown } {
  const accounts = useMemo(() => [...shownAccounts(scene)], [scene]);
  const { value, busy, error } = useCall(
    lanesTogether,
    filter && accounts.length > 0 ? { accounts, filter } : null,
    version,
    true,
  );
  const matching = useMemo(() => {
    if (!filter) return scene;
    const together = value ?? null;
    const made = new Map<Level['id'], TogetherBins | null>();
    const togetherFor: LanesScene['togetherFor'] = ({ level }) => {
      if (!made.has(level.id))
        made.set(level.id, together && togetherBins(together, level, scene.spans, scene.limits));
      return made.get(level.id) ?? null;
    };
    return { ...scene, together, togetherFor };
  }, [scene, filter, value]);
  return { scene: matching, busy, error };
}
